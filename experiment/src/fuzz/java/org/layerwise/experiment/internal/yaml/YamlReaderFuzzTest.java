package org.layerwise.experiment.internal.yaml;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.experiment.Problem;
import org.layerwise.experiment.internal.Problems;

class YamlReaderFuzzTest {
    private static final Path FILE = temporary();

    private static Path temporary() {
        try {
            return Files.createTempFile("fuzz", ".yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> seeds() {
        return Stream.of(
                        "name: flower\nseed: 3\ndata:\n  train: {type: csv, file: a.csv, features: [x, \"y\"]}\n",
                        "# a comment\nnetwork:\n  layers:\n    - {type: dense, units: 4}\n    - 'text'\n    - |\n      more\n",
                        "a: &b 1\nc: *b\nd: !!str 5\n---\ne: ~\n")
                .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A tree, or problems that say where and what; no exception whatever stands there. */
    @MethodSource("seeds")
    @FuzzTest
    void isATreeOrProblems(byte[] content) throws IOException {
        Files.write(FILE, content);
        Problems problems = new Problems();
        Optional<Node> tree = YamlReader.read(FILE, "fuzz.yaml", problems);
        if (tree.isEmpty() && problems.all().isEmpty()) {
            throw new AssertionError("no tree, and no word why");
        }
        for (Problem problem : problems.all()) {
            if (problem.line() < 1 || problem.column() < 1 || problem.toString().length() > 4000) {
                throw new AssertionError("no place, or too many words: " + problem);
            }
        }
    }
}
