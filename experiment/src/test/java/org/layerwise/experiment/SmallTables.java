package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.layerwise.core.Registry;

/** A folder of small tables, and experiments on them. */
final class SmallTables {
    private final Path folder;

    SmallTables(Path folder) {
        this.folder = folder;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** @param row the fields of a row, by its number from 0 */
    void write(String name, String header, int rows, IntFunction<String> row) throws IOException {
        Files.writeString(
                folder.resolve(name),
                header + "\n" + IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n")) + "\n");
    }

    /** @param data the section {@code data:} of an experiment file, for classes */
    PreparedExperiment prepare(String data) throws IOException {
        return prepare(data, "binary_cross_entropy");
    }

    /** Prepared in memory; what is said of streamed data is the same. */
    PreparedExperiment prepare(String data, String loss) throws IOException {
        PreparedExperiment inMemory = prepare(data, loss, "streaming: false\n");
        assertThat(prepare(data, loss, "streaming: true\n").warnings()).isEqualTo(inMemory.warnings());
        return inMemory;
    }

    /** The experiment of one unit on these data. */
    PreparedExperiment prepare(String data, String loss, String streaming) throws IOException {
        Path file = folder.resolve("e.yaml");
        Files.writeString(file, """
                name: e
                data:
                %snetwork:
                  layers: [{type: dense, units: 1, activation: %s}]
                  loss: %s
                training: {optimizer: {type: sgd, learning_rate: 0.1}, epochs: 2, batch_size: full}
                """.formatted(
                        (data + streaming).indent(2), loss.startsWith("mean") ? "linear" : "sigmoid", loss));
        return new Experiments(Registry.load()).prepare(file, List.of());
    }
}
