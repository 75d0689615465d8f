package org.layerwise.experiment.internal.run;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.layerwise.core.Registry;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.ExperimentException;
import org.layerwise.experiment.RunResult;
import org.layerwise.experiment.internal.Bytes;
import org.layerwise.experiment.internal.Json;
import org.layerwise.experiment.internal.model.SavedModel;
import org.layerwise.network.Network;
import org.layerwise.training.DivergedException;
import org.layerwise.training.Trainer;
import org.layerwise.training.TrainingListener;
import org.layerwise.training.TrainingResult;

/** One run, from the prepared experiment to the finished run folder. */
public final class Run {
    private final Path file;
    private final Experiment experiment;
    private final Preparation data;
    private final Registry registry;
    private final Clock clock = Clock.systemUTC();

    /** @param file the experiment file */
    public Run(Path file, Experiment experiment, Preparation data, Registry registry) {
        this.file = file;
        this.experiment = experiment;
        this.data = data;
        this.registry = registry;
    }

    /** Trains and leaves a new folder below {@code out}. */
    public RunResult into(Path out, List<TrainingListener> followers, BooleanSupplier stopRequest) {
        Path home = Located.folderOf(file);
        try {
            Map<String, Object> manifest = Manifest.of(experiment, data, registry, home);
            Path folder = folder(out, Resolved.yaml(experiment, home, registry));
            RunLog log = new RunLog(folder.resolve("log.txt"), clock);
            try {
                return train(folder, log, manifest, followers, stopRequest);
            } finally {
                log.closeFile();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(Path out, String resolved) {
        try {
            return RunFolder.create(out, experiment.name(), resolved);
        } catch (IOException e) {
            throw new ExperimentException("no run folder can be made in " + out + " ("
                    + e.getClass().getSimpleName() + " " + e.getMessage() + "); expected a folder that can be written");
        }
    }

    private RunResult train(
            Path folder,
            RunLog log,
            Map<String, Object> manifest,
            List<TrainingListener> followers,
            BooleanSupplier stopRequest)
            throws IOException {
        Instant started = clock.instant();
        record(folder, manifest, started, Map.of("status", "running"));
        List<TrainingListener> listeners = new ArrayList<>(List.of(new MetricsCsv(folder.resolve("metrics.csv")), log));
        listeners.addAll(Followers.of(experiment, folder, clock));
        listeners.addAll(followers);
        Injector run = Guice.createInjector(Stage.DEVELOPMENT, new CatalogueModule(registry))
                .createChildInjector(new RunModule(experiment, data, listeners, stopRequest));
        Network network = run.getInstance(Network.class);
        Ending ending = GradientProof.of(experiment, data, network, log)
                .orElseGet(() -> train(run.getInstance(Trainer.class), network));
        if (ending.outcome() == RunResult.Outcome.COMPLETED || ending.outcome() == RunResult.Outcome.STOPPED) {
            SavedModel.write(folder.resolve("model"), network, experiment, data, registry);
        }
        log.say(ending.outcome() + (ending.explanation().isEmpty() ? "" : ": " + ending.explanation()));
        Map<String, Object> end = new LinkedHashMap<>();
        end.put("finished", clock.instant().toString());
        end.putAll(ending.record());
        record(folder, manifest, started, end);
        return new RunResult(folder, ending.outcome(), ending.explanation(), ending.finalMetrics());
    }

    private static void record(Path folder, Map<String, Object> manifest, Instant started, Map<String, Object> state)
            throws IOException {
        Map<String, Object> record = new LinkedHashMap<>(manifest);
        record.put("started", started.toString());
        record.putAll(state);
        Bytes.writeSafely(folder.resolve("run.json"), Json.writePretty(record));
    }

    private Ending train(Trainer trainer, Network network) {
        try {
            TrainingResult result = trainer.train();
            return Ending.of(result, network);
        } catch (DivergedException e) {
            return Ending.failed(
                    RunResult.Outcome.DIVERGED,
                    e.getMessage() + OutsiderChecks.suspects(e, experiment, network.layers(), registry));
        }
    }
}
