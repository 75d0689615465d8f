package org.layerwise.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.layerwise.core.PluginException;
import org.layerwise.dataio.DataException;
import org.layerwise.experiment.internal.Bytes;
import org.layerwise.experiment.internal.sweep.SweepTable;

/**
 * Trains the runs of a sweep, several at a time. Each is prepared, seeded and trained for itself, so that its result
 * does not depend on the others; one that fails does not end them.
 */
public final class SweepRunner {
    private static final int MOST = 100_000;

    private final Path out;
    private Consumer<TrialResult> follower = trial -> {};
    private BooleanSupplier stopRequest = () -> false;

    /** @param out the parent of the sweep's folder; made when absent */
    public SweepRunner(Path out) {
        this.out = out;
    }

    /** Is told of each run as it ends, one at a time. */
    public SweepRunner follower(Consumer<TrialResult> follower) {
        this.follower = follower;
        return this;
    }

    /** Asked now and then whether to stop: runs under way end as interrupted, the others are not begun. */
    public SweepRunner stopRequest(BooleanSupplier request) {
        stopRequest = request;
        return this;
    }

    /**
     * Runs all; {@code sweep.csv} in the sweep's folder is written anew after each run.
     *
     * @throws ExperimentException if no folder can be made
     * @throws UncheckedIOException if it can't be written any more
     */
    public SweepResult run(PreparedSweep sweep) {
        Path folder = folder(sweep);
        Ended ended = new Ended(folder, sweep);
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(sweep.parallel(), sweep.trials().size()), task -> new Thread(task, "layerwise-sweep"));
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < sweep.trials().size(); i++) {
                int index = i;
                all.add(threads.submit(() -> ended.add(index, trial(sweep, index, folder))));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("a sweep was interrupted", e);
        } finally {
            threads.shutdownNow();
        }
        return ended.result();
    }

    private Path folder(PreparedSweep sweep) {
        try {
            Files.createDirectories(out);
            for (int i = 1; i < MOST; i++) {
                Path folder = out.resolve(i == 1 ? sweep.name() : sweep.name() + "-" + i);
                try {
                    Files.createDirectory(folder);
                    Bytes.writeSafely(folder.resolve("sweep.yaml"), Files.readString(sweep.file()));
                    return folder;
                } catch (FileAlreadyExistsException e) {
                    // taken: the next number
                }
            }
            throw new IOException(out + " holds " + MOST + " folders called " + sweep.name());
        } catch (IOException e) {
            throw new ExperimentException("no folder can be made in " + out + " ("
                    + e.getClass().getSimpleName() + " " + e.getMessage() + "); expected a folder that can be written");
        }
    }

    private TrialResult trial(PreparedSweep sweep, int index, Path folder) {
        Map<String, String> values = sweep.trials().get(index);
        if (stopRequest.getAsBoolean()) {
            return new TrialResult(index + 1, values, "not_run", "the sweep was stopped", Optional.empty(), Map.of());
        }
        try {
            RunResult result =
                    new ExperimentRunner(folder).stopRequest(stopRequest).run(sweep.trial(index));
            return new TrialResult(
                    index + 1,
                    values,
                    result.outcome().name().toLowerCase(Locale.ROOT),
                    result.explanation(),
                    Optional.of(result.folder()),
                    flat(result.finalMetrics()));
        } catch (ExperimentException | PluginException | DataException e) {
            return failed(index, values, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            return failed(index, values, "out of memory");
        }
    }

    private static TrialResult failed(int index, Map<String, String> values, String why) {
        return new TrialResult(index + 1, values, "failed", why, Optional.empty(), Map.of());
    }

    private static Map<String, Double> flat(Map<String, Map<String, Double>> byPart) {
        Map<String, Double> flat = new LinkedHashMap<>();
        byPart.forEach((part, metrics) -> metrics.forEach((name, value) ->
                flat.put(part.equals("train") && name.equals("cost") ? "train_end_cost" : part + "_" + name, value)));
        return flat;
    }

    /** The runs that have ended; used by several threads. */
    private final class Ended {
        private final Path folder;
        private final PreparedSweep sweep;
        private final Map<Integer, TrialResult> trials = new LinkedHashMap<>();

        Ended(Path folder, PreparedSweep sweep) {
            this.folder = folder;
            this.sweep = sweep;
        }

        synchronized void add(int index, TrialResult trial) {
            trials.put(index, trial);
            try {
                Bytes.writeSafely(folder.resolve("sweep.csv"), SweepTable.csv(sweep.paths(), result()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            follower.accept(trial);
        }

        synchronized SweepResult result() {
            List<TrialResult> inOrder = trials.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .toList();
            return new SweepResult(folder, sweep.monitor(), sweep.better(), inOrder);
        }
    }
}
