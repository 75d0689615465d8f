package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.layerwise.core.Registry;
import org.layerwise.experiment.CrossValidation;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.ExperimentException;
import org.layerwise.experiment.RunResult;
import org.layerwise.experiment.internal.Bytes;
import org.layerwise.experiment.internal.Json;

/** The folder that holds the runs of all folds, and what came out over them in {@code run.json}. */
public final class CrossValidationFolder {
    private final Path path;
    private final Experiment experiment;

    private CrossValidationFolder(Path path, Experiment experiment) {
        this.path = path;
        this.experiment = experiment;
    }

    /** @throws ExperimentException if it can't be made */
    public static CrossValidationFolder create(Path out, Path file, Experiment experiment, Registry registry) {
        String resolved = Resolved.yaml(experiment, Located.folderOf(file), registry);
        try (RunFolder folder = RunFolder.create(out, experiment.name(), resolved)) {
            return new CrossValidationFolder(folder.path(), experiment);
        } catch (IOException e) {
            throw new ExperimentException("no run folder can be made in " + out + " (" + e.getMessage()
                    + "); expected a folder that can be written");
        }
    }

    public Path path() {
        return path;
    }

    /** Writes {@code run.json}. */
    public void write(CrossValidation.Result result, List<String> warnings) throws IOException {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("name", experiment.name());
        record.put("layerwise", Manifest.version());
        record.put("seed", experiment.seed());
        int folds = experiment.crossValidation().orElseThrow().folds();
        record.put("folds", folds);
        experiment.crossValidation().orElseThrow().seed().ifPresent(seed -> record.put("folds_seed", seed));
        if (!warnings.isEmpty()) {
            record.put("warnings", warnings);
        }
        List<Object> runs = new ArrayList<>();
        result.runs().forEach(run -> runs.add(describe(run)));
        record.put("runs", runs);
        boolean whole = result.runs().size() == folds;
        record.put("status", whole ? "completed" : "unfinished");
        record.put("final", spreads(result.means(), CrossValidation.Spread::mean));
        record.put("standard_deviation", spreads(result.means(), CrossValidation.Spread::standardDeviation));
        Bytes.writeSafely(path.resolve("run.json"), Json.writePretty(record));
    }

    private static Map<String, Object> describe(RunResult run) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("folder", String.valueOf(run.folder().getFileName()));
        described.put("status", run.outcome().name().toLowerCase(Locale.ROOT));
        described.put("final", run.finalMetrics());
        return described;
    }

    private static Map<String, Map<String, Double>> spreads(
            Map<String, Map<String, CrossValidation.Spread>> means, ToDoubleFunction<CrossValidation.Spread> number) {
        Map<String, Map<String, Double>> all = new LinkedHashMap<>();
        means.forEach((part, metrics) -> {
            Map<String, Double> numbers = new LinkedHashMap<>();
            metrics.forEach((name, spread) -> numbers.put(name, number.applyAsDouble(spread)));
            all.put(part, numbers);
        });
        return all;
    }
}
