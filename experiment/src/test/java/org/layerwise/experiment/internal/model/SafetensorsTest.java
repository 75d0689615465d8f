package org.layerwise.experiment.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.DenseMatrix;

class SafetensorsTest {
    @TempDir
    private Path folder;

    @Test
    void readsTheBitsThatItWrote() throws IOException {
        Map<String, DenseMatrix> tensors = new LinkedHashMap<>();
        tensors.put("b", DenseMatrix.of(new double[][] {{-0.0}, {Double.MIN_VALUE}}));
        tensors.put("a", DenseMatrix.of(new double[][] {{1.0 / 3, Math.PI, -1e308}}));
        tensors.put("empty", new DenseMatrix(0, 3));
        Path file = folder.resolve("w.safetensors");

        Safetensors.write(file, tensors, Map.of("format", "layerwise"));
        Map<String, DenseMatrix> read = Safetensors.read(file);

        assertThat(read.keySet()).containsExactly("b", "a", "empty");
        tensors.forEach((name, matrix) -> {
            DenseMatrix other = Objects.requireNonNull(read.get(name));
            assertThat(other.shape()).isEqualTo(matrix.shape());
            assertThat(Arrays.stream(other.values()).mapToLong(Double::doubleToRawLongBits))
                    .containsExactly(Arrays.stream(matrix.values())
                            .mapToObj(Double::doubleToRawLongBits)
                            .toArray(Long[]::new));
        });
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void beginsTheValuesAtAMultipleOfEight() throws IOException {
        Path file = folder.resolve("w.safetensors");
        Safetensors.write(file, Map.of("x", new DenseMatrix(1, 1)), Map.of());

        assertThat(Files.size(file) % 8).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[2,1],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1,1],\"data_offsets\":[8,16]}}",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1000000000,1000000000],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[-1,-1],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
                "{\"a\":7}",
                "[1]",
                "{\"a\":",
                "{}"
            })
    void refusesAHeaderThatDoesNotFit(String header) throws IOException {
        Path file = write(header.length(), header);

        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining("w.safetensors");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 1000, Long.MAX_VALUE})
    void refusesAHeaderLengthThatDoesNotFit(long length) throws IOException {
        Path file = write(length, "{}");

        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(DamagedModelException.class);
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Path file = Files.write(folder.resolve("w.safetensors"), new byte[0]);

        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(DamagedModelException.class);
    }

    private Path write(long length, String header) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(length).put(text).putDouble(1.5);
        return Files.write(folder.resolve("w.safetensors"), bytes.array());
    }
}
