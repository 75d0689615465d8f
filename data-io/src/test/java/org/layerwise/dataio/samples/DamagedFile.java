package org.layerwise.dataio.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;

/** A file that is written again and again with another content, and what its reader makes of each. */
final class DamagedFile {
    private static final int LONGEST_MESSAGE = 1000;

    private final Sample sample;
    private final Path folder;
    private final List<Object> sound;
    private final List<String> wrong = new ArrayList<>();

    DamagedFile(Sample sample, Path folder) throws IOException {
        this.sample = sample;
        this.folder = folder;
        sample.writeCompanions(folder);
        this.sound = values(read(sample.bytes(), "as it is").orElseThrow());
    }

    /** What the reader makes of a content: a data set, or its refusal; anything else that is thrown fails the test. */
    private Optional<Dataset> read(byte[] content, String damage) throws IOException {
        sample.write(folder, content);
        try {
            return Optional.of(sample.readFrom(folder));
        } catch (DataException e) {
            assertThat(e.getMessage())
                    .as("%s %s", sample, damage)
                    .isNotBlank()
                    .hasSizeLessThan(LONGEST_MESSAGE)
                    .contains(Path.of(sample.place()).getFileName().toString())
                    .doesNotContain("\n", "null", "Exception", "java.");
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(sample + " " + damage + ": " + e, e);
        }
    }

    void requireRefused(byte[] content, String damage) throws IOException {
        read(content, damage).ifPresent(data -> {
            throw new AssertionError(sample + " " + damage + " is read: " + data.examples() + "x" + data.features());
        });
    }

    /** Notes it where this is read as something else than the sound file is. */
    void compare(byte[] content, String damage) throws IOException {
        if (read(content, damage).filter(data -> !values(data).equals(sound)).isPresent()) {
            wrong.add(damage);
        }
    }

    void requireNoneWrong(boolean canTell) {
        if (canTell) {
            assertThat(wrong).as("%s is read, and differs", sample).isEmpty();
        }
    }

    private static List<Object> values(Dataset data) {
        List<Object> values = new ArrayList<>(List.of(data.examples(), data.columns(), data.targets(), data.shape()));
        double[] row = new double[data.features()];
        for (int i = 0; i < data.examples(); i++) {
            data.copyFeatures(i, row);
            Arrays.stream(row).forEach(values::add);
            for (int t = 0; t < data.targets().size(); t++) {
                values.add(data.target(i, t));
            }
        }
        return values;
    }
}
