package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Registry;
import org.layerwise.experiment.internal.Json;

/** One run with the native and with the Java product, each in a process of its own. */
class ProductsAgreeTest {
    private static final String EXPERIMENT = """
            name: products
            seed: 3
            data:
              train: {type: blobs, examples: 400, seed: 1}
              test: {type: blobs, examples: 100, seed: 2}
            network:
              layers:
                - {type: dense, units: 40, activation: tanh}
                - {type: dense, units: 30, activation: relu}
                - {type: dense, units: 3, activation: softmax}
              loss: categorical_cross_entropy
            training:
              optimizer: {type: adam, learning_rate: 0.01}
              epochs: 30
              batch_size: 64
              metrics: [accuracy]
            """;

    @TempDir
    private Path folder;

    @Test
    void toTenDigits() throws Exception {
        Path file = Files.writeString(folder.resolve("e.yaml"), EXPERIMENT);
        Path java = run("java", file);
        Path nativ = run("native", file);

        double[] expected = costs(java);
        double[] obtained = costs(nativ);
        assertThat(expected).hasSize(30);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(obtained[i] - expected[i])).isLessThan(1e-10);
        }
        assertThat(product(java)).isEqualTo("java");
        assertThat(product(nativ)).isEqualTo("native");
    }

    private Path run(String product, Path file) throws IOException, InterruptedException {
        Path out = folder.resolve(product);
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dlayerwise.blas=" + product,
                        "-cp",
                        classPath,
                        InAnotherProcess.class.getName(),
                        file.toString(),
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(product + ".txt").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve(product + ".txt")))
                .isZero();
        return out.resolve("products");
    }

    private static double[] costs(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.csv")).stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row.split(",")[2]))
                .toArray();
    }

    private static String product(Path run) throws IOException {
        Map<?, ?> manifest = (Map<?, ?>) Objects.requireNonNull(Json.read(Files.readString(run.resolve("run.json"))));
        return String.valueOf(((Map<?, ?>) Objects.requireNonNull(manifest.get("product"))).get("implementation"));
    }

    /** Trains one file. */
    static final class InAnotherProcess {
        private InAnotherProcess() {}

        public static void main(String[] arguments) {
            PreparedExperiment prepared = new Experiments(Registry.load()).prepare(Path.of(arguments[0]), List.of());
            new ExperimentRunner(Path.of(arguments[1])).run(prepared);
        }
    }
}
