package org.layerwise.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.layerwise.core.Registry;
import org.layerwise.experiment.internal.run.OutsiderChecks;
import org.layerwise.experiment.internal.run.Reproduction;
import org.layerwise.training.TrainingListener;

/**
 * Trains a finished run again from what its folder says, in a folder that is deleted afterwards, and compares what comes
 * out, to the bit: the final weights, the rows of {@code metrics.csv} but their seconds, the final metrics.
 */
public final class Verification {
    private final Reproduction reproduction;
    private final PreparedExperiment prepared;

    private Verification(Reproduction reproduction, PreparedExperiment prepared) {
        this.reproduction = reproduction;
        this.prepared = prepared;
    }

    /**
     * One thing that was compared.
     *
     * @param what {@code weights}, {@code metrics}, {@code final}, {@code model}
     * @param equal whether it came out as it was
     * @param detail the hash, or where the difference begins
     */
    public record Comparison(String what, boolean equal, String detail) {}

    /**
     * Checks that the run can be trained again: it is finished, its plugins are here, its data are what they were.
     *
     * @param folder the run folder
     * @throws ExperimentException with what is wrong
     */
    public static Verification of(Path folder, Registry registry) {
        try {
            Reproduction reproduction = Reproduction.of(folder, registry);
            PreparedExperiment prepared =
                    new Experiments(registry).prepare(folder.resolve("experiment.yaml"), List.of());
            return new Verification(reproduction, prepared);
        } catch (IOException e) {
            throw new ExperimentException(
                    folder + ": the run can't be read: " + e.getMessage() + "; expected a folder that can be read");
        }
    }

    /** What will be trained. */
    public PreparedExperiment prepared() {
        return prepared;
    }

    /** In what this process differs from the one that trained the run, where it may change the last bits. */
    public List<String> notes() {
        return reproduction.notes();
    }

    /**
     * Trains and compares.
     *
     * @param followers closed at the end
     * @param stopRequest asked after each step whether to stop
     * @return empty if it was told to stop
     */
    public List<Comparison> compare(List<TrainingListener> followers, BooleanSupplier stopRequest) {
        return OutsiderChecks.blaming(prepared.registry(), () -> {
            try {
                Path temporary = Files.createTempDirectory("layerwise-verify-");
                try {
                    return reproduction.compare(
                            prepared.experiment(), prepared.data(), temporary, followers, stopRequest);
                } finally {
                    delete(temporary);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
