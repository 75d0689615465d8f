package org.layerwise.experiment.internal.model;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.DenseMatrix;

class SafetensorsFuzzTest {
    private static final Path FILE = temporary();

    private static Path temporary() {
        try {
            return Files.createTempFile("fuzz", ".safetensors");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> seeds() throws IOException {
        Map<String, DenseMatrix> tensors = new LinkedHashMap<>();
        tensors.put("layer-1/W", DenseMatrix.wrap(2, 3, new double[] {1, 2, 3, 4, 5, 6}));
        tensors.put("layer-1/b", DenseMatrix.wrap(2, 1, new double[] {0, 0}));
        Safetensors.write(FILE, tensors, Map.of("format", "layerwise"));
        return Stream.of(Arguments.of((Object) Files.readAllBytes(FILE)));
    }

    @MethodSource("seeds")
    @FuzzTest
    void isReadOrRefused(byte[] content) throws IOException {
        Files.write(FILE, content);
        Safetensors.Contents contents;
        try {
            contents = Safetensors.readAll(FILE);
        } catch (DamagedModelException e) {
            return;
        }
        long values = contents.tensors().values().stream()
                .mapToLong(matrix -> matrix.values().length)
                .sum();
        if (8 * values > content.length) {
            throw new AssertionError(values + " values were read from " + content.length + " bytes");
        }
    }
}
