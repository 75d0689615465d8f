package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.experiment.TrainingPlan;

/** The pages of docs: their links lead somewhere, and their Java is that of the examples, which the build builds. */
class DocsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path EXAMPLES = Path.of("..", "examples");

    static List<Path> pages() throws IOException {
        return files(DOCS, ".md");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) throws IOException {
        Matcher link = Pattern.compile("]\\((?!https?:|#)([^)#]+)").matcher(Files.readString(page));
        while (link.find()) {
            assertThat(DOCS.resolve(link.group(1))).as(page.toString()).exists();
        }
    }

    @Test
    void thePluginIsThatOfTheExamples() throws IOException {
        List<String> shown = linesOfJava("plugins.md");
        List<String> source = linesOf(EXAMPLES.resolve("isru-plugin"));

        assertThat(shown).hasSizeGreaterThan(20);
        assertThat(source).containsAll(shown);
    }

    @Test
    void allKeysOfTrainingAreDescribed() throws IOException {
        String page = Files.readString(DOCS.resolve("training.md"));

        assertThat(Stream.of(TrainingPlan.class.getRecordComponents())
                        .map(component ->
                                component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)))
                .allSatisfy(key -> assertThat(page).contains("| `" + key + "` |"));
    }

    @Test
    void theTrainingIsThatOfTheExamples() throws IOException {
        List<String> shown = linesOfJava("embedding.md");
        List<String> trained = shown.subList(
                shown.indexOf("Network network = Network.builder(2)"),
                shown.indexOf("DenseMatrix probabilities = network.predict(moons.inputs());"));

        assertThat(trained).hasSizeGreaterThan(10);
        assertThat(linesOf(EXAMPLES.resolve("embedding/training"))).containsAll(trained);
    }

    /** The lines of all Java blocks of a page, without what stands for left-out text. */
    private static List<String> linesOfJava(String page) throws IOException {
        Matcher block = Pattern.compile("(?s)```java\\n(.*?)```").matcher(Files.readString(DOCS.resolve(page)));
        List<String> lines = new ArrayList<>();
        while (block.find()) {
            block.group(1)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.equals("…"))
                    .forEach(lines::add);
        }
        return lines;
    }

    private static List<String> linesOf(Path project) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files(project.resolve("src"), ".java")) {
            Files.readString(file).lines().map(String::strip).forEach(lines::add);
        }
        return lines;
    }
}
