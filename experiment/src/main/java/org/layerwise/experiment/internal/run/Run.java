package org.layerwise.experiment.internal.run;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.layerwise.core.Registry;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.ExperimentException;
import org.layerwise.experiment.RunResult;
import org.layerwise.experiment.internal.Bytes;
import org.layerwise.experiment.internal.yaml.YamlWriter;
import org.layerwise.gradcheck.GradientReport;
import org.layerwise.network.Network;
import org.layerwise.training.Checkpointer;
import org.layerwise.training.DivergedException;
import org.layerwise.training.ForeignStateException;
import org.layerwise.training.RunContext;
import org.layerwise.training.Trainer;
import org.layerwise.training.TrainingListener;
import org.layerwise.training.TrainingResult;
import org.layerwise.training.TrainingState;

/** One run, from the prepared experiment to the finished run folder. */
public final class Run {
    private final Path file;
    private final Experiment experiment;
    private final Preparation data;
    private final Registry registry;
    private final List<TrainingListener> followers;
    private final BooleanSupplier stopRequest;
    private final Clock clock = Clock.systemUTC();
    private Optional<Replay> replay = Optional.empty();
    private volatile Optional<Trainer> training = Optional.empty();
    private volatile boolean trained;
    private volatile Optional<Path> path = Optional.empty();

    /**
     * @param file the experiment file
     * @param followers closed at the end of training
     * @param stopRequest asked after each step whether to stop
     */
    public Run(
            Path file,
            Experiment experiment,
            Preparation data,
            Registry registry,
            List<TrainingListener> followers,
            BooleanSupplier stopRequest) {
        this.file = file;
        this.experiment = experiment;
        this.data = data;
        this.registry = registry;
        this.followers = List.copyOf(followers);
        this.stopRequest = stopRequest;
    }

    /** Trains an earlier run again: without checkpoints, and with its time. */
    Run replaying(Replay earlier) {
        replay = Optional.of(earlier);
        return this;
    }

    /** Trains and leaves a new folder below {@code out}. */
    public RunResult into(Path out) {
        Path home = Located.folderOf(file);
        try {
            Map<String, Object> circumstances = Manifest.of(experiment, data, registry, home);
            try (RunFolder folder = folder(out, Resolved.yaml(experiment, home, registry))) {
                List<String> warnings =
                        data.warnings().stream().map(w -> "warning: " + w).toList();
                return train(folder, RunRecord.begin(circumstances, clock.instant()), Optional.empty(), warnings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunFolder folder(Path out, String resolved) {
        try {
            return RunFolder.create(out, experiment.name(), resolved);
        } catch (IOException e) {
            throw new ExperimentException("no run folder can be made in " + out + " ("
                    + e.getClass().getSimpleName() + " " + e.getMessage() + "); expected a folder that can be written");
        }
    }

    /** Goes on in the folder of an earlier run. */
    public RunResult goOn(Resumption resumption) {
        RunFolder folder = resumption.folder();
        try {
            if (!resumption.overrides().isEmpty()) {
                Map<String, Object> sections = Resolved.sections(experiment, folder.path(), registry);
                Bytes.writeSafely(folder.place().experiment(), YamlWriter.write(sections));
            }
            Files.deleteIfExists(folder.place().weights()); // it is there only when the run is whole
            RunRecord record = resumption.record().isPresent()
                    ? resumption.record().get().resumed(Resumed.describe(resumption, clock.instant()))
                    : RunRecord.begin(Manifest.of(experiment, data, registry, folder.path()), clock.instant());
            resumption.putUnusableAside();
            return train(folder, record, resumption.state(), Resumed.lines(resumption));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the run from another thread; says whether its state was saved. */
    public boolean stopNow(Duration wait) {
        return training.map(trainer -> trainer.stopNow(wait)).orElse(trained);
    }

    /** The folder, as soon as there is one. */
    public Optional<Path> path() {
        return path;
    }

    private RunResult train(RunFolder folder, RunRecord record, Optional<TrainingState> from, List<String> toLog)
            throws IOException {
        path = Optional.of(folder.path());
        record.write(folder.place().manifest());
        RunLog log = new RunLog(folder.place().log(), clock);
        try {
            toLog.forEach(log::say);
            return train(folder, record, from, log);
        } catch (IOException e) {
            throw Unwritable.because(e, folder.path());
        } catch (RuntimeException e) {
            if (MemoryChecks.isExhausted(e)) {
                throw exhausted(e, folder);
            }
            throw Unwritable.asked(e, folder.path()).orElseThrow(() -> e);
        } catch (OutOfMemoryError e) {
            throw exhausted(e, folder);
        } finally {
            log.closeFile();
        }
    }

    private ExperimentException exhausted(Throwable cause, RunFolder folder) {
        ExperimentException message = new ExperimentException(folder.path() + ": training stopped, "
                + MemoryChecks.exhausted(experiment, data) + "; with that, resume goes on from the last checkpoint");
        message.initCause(cause);
        return message;
    }

    private RunResult train(RunFolder folder, RunRecord record, Optional<TrainingState> from, RunLog log)
            throws IOException {
        Injector run = injector(folder, from, log);
        Network network = run.getInstance(Network.class);
        Optional<GradientReport> proof =
                from.isPresent() ? Optional.empty() : GradientProof.of(experiment, data, network, log);
        Ending ending =
                proof.flatMap(GradientProof::failed).orElseGet(() -> train(run.getInstance(Trainer.class), network));
        LimitedPredictions limited = run.getInstance(LimitedPredictions.class);
        Map<String, Object> end =
                new RunEnd(experiment, data, registry, folder, log, clock).entries(ending, network, proof, limited);
        if (from.isEmpty()) {
            end.put(Manifest.PRODUCT, Manifest.product()); // whether a native library could be loaded is known only now
        }
        record.ended(end).write(folder.place().manifest());
        return new RunResult(folder.path(), ending.outcome(), ending.explanation(), ending.finalMetrics());
    }

    /** Puts the run together. */
    private Injector injector(RunFolder folder, Optional<TrainingState> from, RunLog log) throws IOException {
        RunContext context = new RunContext(
                folder.path(), experiment.name(), experiment.training().logEvery(), clock);
        MetricsCsv metrics = new MetricsCsv(context);
        List<TrainingListener> listeners = new ArrayList<>(List.of(metrics, log));
        listeners.addAll(Followers.of(experiment.training(), context));
        listeners.addAll(followers);
        Saving saving = new Saving(experiment, data, registry);
        RunModule.Surroundings surroundings = new RunModule.Surroundings(
                listeners,
                replay.<Checkpointer>map(r -> r).orElseGet(() -> saving.checkpointer(folder, metrics::flush)),
                saving.watched(),
                from,
                stopRequest,
                replay.<LongSupplier>map(r -> r).orElse(System::nanoTime));
        return Guice.createInjector(Stage.DEVELOPMENT, new CatalogueModule(registry))
                .createChildInjector(new RunModule(experiment, data, surroundings));
    }

    private Ending train(Trainer trainer, Network network) {
        training = Optional.of(trainer);
        try {
            TrainingResult result = trainer.train();
            return Ending.of(result, network);
        } catch (DivergedException e) {
            return Ending.failed(
                    RunResult.Outcome.DIVERGED,
                    e.getMessage() + OutsiderChecks.suspects(e, experiment, network.layers(), registry));
        } catch (ForeignStateException e) {
            throw new ExperimentException("the checkpoint does not fit: " + e.getMessage()
                    + "; expected options of training under which it was written");
        } finally {
            trained = true;
            training = Optional.empty(); // lets go of the network and its buffers: a report takes memory too
        }
    }
}
