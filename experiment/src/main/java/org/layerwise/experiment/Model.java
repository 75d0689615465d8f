package org.layerwise.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.layerwise.core.Registry;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.dataio.Streaming;
import org.layerwise.dataio.TargetTransforms;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.model.DamagedModelException;
import org.layerwise.experiment.internal.model.InputReaders;
import org.layerwise.experiment.internal.model.LoadedModel;
import org.layerwise.experiment.internal.model.Predictor;
import org.layerwise.experiment.internal.model.UsedPlugins;
import org.layerwise.experiment.internal.run.LimitedPredictions;
import org.layerwise.experiment.internal.run.Located;
import org.layerwise.experiment.internal.run.MetricNames;
import org.layerwise.experiment.internal.run.OutsiderChecks;
import org.layerwise.experiment.internal.run.Preparation;
import org.layerwise.training.Evaluator;

/** A trained network with all that belongs to it: class names, feature names, fitted transforms. */
public final class Model {
    private static final String EXPERIMENT = "experiment.yaml";

    private final Path run;
    private final Registry registry;
    private final LoadedModel model;

    private Model(Path run, Registry registry, LoadedModel model) {
        this.run = run;
        this.registry = registry;
        this.model = model;
    }

    /**
     * Loads what a run left.
     *
     * @param run the run folder
     * @throws ExperimentException if it is no finished run, or damaged
     */
    public static Model load(Path run, Registry registry) {
        return OutsiderChecks.blaming(registry, () -> read(run, registry));
    }

    private static Model read(Path run, Registry registry) {
        if (!Files.isRegularFile(run.resolve(EXPERIMENT))) {
            throw new ExperimentException(run + " is no run folder; expected one with " + EXPERIMENT);
        }
        List<String> folds = folds(run);
        if (!folds.isEmpty()) {
            throw new ExperimentException(run + " is the folder of a cross-validation, which has a model for each fold;"
                    + " expected a fold: " + String.join(", ", folds));
        }
        List<String> missing = UsedPlugins.missing(run, registry);
        if (!missing.isEmpty()) {
            throw new ExperimentException(run + " was made with the plugin " + String.join(", and with ", missing)
                    + ", which is not there now; expected its jar among the plugins");
        }
        try {
            return new Model(run, registry, LoadedModel.read(run.resolve("model"), registry));
        } catch (DamagedModelException e) {
            throw new ExperimentException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new ExperimentException(run + ": the model can't be read: " + e.getMessage());
        }
    }

    /** Its folders of folds, where it is one of a cross-validation. */
    private static List<String> folds(Path run) {
        try (Stream<Path> within = Files.list(run)) {
            return within.filter(folder -> Files.isRegularFile(folder.resolve(EXPERIMENT)))
                    .map(Path::toString)
                    .sorted()
                    .limit(5)
                    .toList();
        } catch (IOException e) {
            throw new ExperimentException(run + " can't be read: " + e.getMessage());
        }
    }

    /**
     * The names of the feature columns of the training data, in order. {@link #predict(Path)} needs all but those that a
     * transform leaves out before another looks at them.
     */
    public List<String> features() {
        return model.description().features();
    }

    /**
     * Predicts for the examples of a file that looks like the training data; it needs no target column. A table may be of
     * another kind than the training data; a model of images takes an image, or a folder of them, whatever file it was
     * trained with.
     *
     * @throws ExperimentException if columns are missing, by name, or the file can't be read
     */
    public Predictions predict(Path input) {
        return reading(
                input, ReadProgress.none(), read -> predict(read.examples()).of(read.names()));
    }

    /**
     * Predicts for the examples of a file of any length, some after the other: what does not fit in memory stays in its
     * file, and only the predictions of these are held.
     *
     * @param each takes the predictions of the next examples, in their order
     * @throws ExperimentException if columns are missing, by name, or the file can't be read
     */
    public void predict(Path input, Consumer<Predictions> each) {
        predict(input, ReadProgress.none(), each);
    }

    /**
     * As {@link #predict(Path, Consumer)}, saying how far it has come.
     *
     * @param progress is told of reading and of predicting
     * @param each takes the predictions of the next examples, in their order
     * @throws ExperimentException if columns are missing, by name, or the file can't be read
     */
    public void predict(Path input, ReadProgress progress, Consumer<Predictions> each) {
        reading(input, progress, read -> {
            List<String> names = read.names();
            int examples = read.examples().examples();
            String what = "predicting " + input.getFileName();
            OutsiderChecks.blaming(registry, () -> {
                new Predictor(model).predict(read.examples(), (from, some) -> {
                    int to = from + some.values().getColumnDimension();
                    progress.at(what, to, examples, ReadProgress.Unit.ROWS);
                    each.accept(some.of(names.isEmpty() ? names : names.subList(from, to)));
                });
                return read;
            });
            return read;
        });
    }

    private <T> T reading(Path input, ReadProgress progress, Function<InputReaders.Input, T> use) {
        Problems problems = new Problems();
        Experiment experiment = experiment(problems);
        Path file = input.toAbsolutePath();
        ReadContext context = new ReadContext(Located.folderOf(file), experiment.random(), Streaming.AUTO, progress);
        try {
            return use.apply(new InputReaders(registry, model.description(), context, file).read(experiment.data()));
        } catch (DataException | DamagedModelException e) {
            StringBuilder message = new StringBuilder(String.valueOf(e.getMessage()));
            for (Throwable other : e.getSuppressed()) {
                message.append('\n').append(other.getMessage());
            }
            throw new ExperimentException(message.toString());
        } catch (NoSuchFileException e) {
            throw new ExperimentException(input + ": there is no such file; expected examples to predict for");
        } catch (IOException e) {
            throw new ExperimentException(input + ": the file can't be read: " + e.getMessage());
        }
    }

    /**
     * Predicts for examples in memory, with the features as the training files had them.
     *
     * @throws DataException if columns are missing, by name, or values are not finite
     */
    public Predictions predict(Dataset examples) {
        return OutsiderChecks.blaming(registry, () -> new Predictor(model).predict(examples));
    }

    /**
     * Cost and metrics of each part of the run's data, as in {@code run.json}.
     *
     * @throws ExperimentException if the data can't be read any more
     */
    public Map<String, Map<String, Double>> evaluate() {
        return evaluate(warning -> {});
    }

    /**
     * The same.
     *
     * @param warnings is told what spoils the result
     * @throws ExperimentException if the data can't be read any more
     */
    public Map<String, Map<String, Double>> evaluate(Consumer<String> warnings) {
        PreparedExperiment prepared = new Experiments(registry).reopen(run.resolve(EXPERIMENT));
        Preparation data = prepared.data();
        LimitedPredictions limited = new LimitedPredictions(
                new TargetTransforms(data.targetTransforms()), data.encoding().names());
        Evaluator evaluator = new Evaluator(
                model.network(),
                data.task(model.network().loss()),
                new MetricNames(registry).of(prepared.experiment().training().metrics()),
                limited.ownUnits());
        Map<String, Map<String, Double>> all = new LinkedHashMap<>();
        data.parts()
                .forEach((name, part) -> all.put(
                        name,
                        OutsiderChecks.blaming(
                                registry,
                                () -> evaluator.evaluate(data.examples(name)).scalars())));
        limited.warning().ifPresent(warnings);
        return all;
    }

    private Experiment experiment(Problems problems) {
        Located located = Located.read(run.resolve(EXPERIMENT), List.of(), registry, problems);
        problems.throwIfAny();
        return located.experiment().orElseThrow();
    }
}
