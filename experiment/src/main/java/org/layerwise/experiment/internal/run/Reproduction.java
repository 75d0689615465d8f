package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.layerwise.core.Registry;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.ExperimentException;
import org.layerwise.experiment.RunResult;
import org.layerwise.experiment.RunResult.Outcome;
import org.layerwise.experiment.Verification.Comparison;
import org.layerwise.experiment.internal.Json;
import org.layerwise.training.TrainingListener;

/**
 * A finished run that can be trained again.
 *
 * @param folder where it is
 * @param record what its {@code run.json} says
 */
public record Reproduction(RunFolder.Place folder, RunRecord record, Registry registry) {
    /**
     * Checks that it can be.
     *
     * @throws ExperimentException with what is wrong
     */
    public static Reproduction of(Path path, Registry registry) throws IOException {
        RunFolder.Place folder = RunFolder.at(path);
        RunRecord record = RunRecord.read(folder.manifest())
                .orElseThrow(() -> new ExperimentException(path + ": there is no run.json; expected a finished run"));
        Outcome outcome = record.outcome().orElse(Outcome.INTERRUPTED);
        if (outcome != Outcome.COMPLETED && outcome != Outcome.STOPPED) {
            throw new ExperimentException(path + ": the run is not finished, its status is '"
                    + record.text(RunRecord.STATUS) + "'; expected one that is completed or stopped by its rules");
        }
        for (Object resumed : record.resumptions()) {
            if (resumed instanceof Map<?, ?> entry && entry.containsKey("changed_the_mathematics")) {
                throw new ExperimentException(path + ": the run was resumed in epoch " + entry.get("epoch") + " with "
                        + entry.get("set") + ", so its experiment.yaml does not tell all of it; expected a run that"
                        + " kept its optimizer's options");
            }
        }
        Resumption.requirePlugins(record, registry);
        Resumption.refuse(DataFiles.changed(record), "");
        return new Reproduction(folder, record, registry);
    }

    /** What is not as it was when the run was trained. */
    public List<String> notes() {
        return Manifest.differences(record);
    }

    /** Trains again below {@code out} and compares; nothing where training was told to stop. */
    public List<Comparison> compare(
            Experiment experiment,
            Preparation data,
            Path out,
            List<TrainingListener> followers,
            BooleanSupplier stopRequest)
            throws IOException {
        boolean byTime = record.text("explanation").startsWith(Ending.TIME_IS_OVER);
        Replay replay = new Replay(byTime ? record.number("steps") : -1);
        RunResult result = new Run(folder.experiment(), experiment, data, registry, followers, stopRequest)
                .replaying(replay)
                .into(out);
        if (result.outcome() == Outcome.INTERRUPTED) {
            return List.of();
        }
        RunFolder.Place again = RunFolder.at(result.folder());
        List<Comparison> all = new ArrayList<>();
        all.add(weights(again));
        all.add(metrics(again));
        all.add(ending(RunRecord.read(again.manifest()).orElseThrow()));
        all.add(modelIsAsItWas());
        return all;
    }

    private String hash(String name) {
        return String.valueOf(record.map("sha256").get(name));
    }

    private Comparison weights(RunFolder.Place again) throws IOException {
        String was = hash(RunHashes.WEIGHTS);
        String is = RunHashes.weights(again.weights());
        return new Comparison("weights", was.equals(is), was.equals(is) ? is : "were " + was + ", are " + is);
    }

    private Comparison metrics(RunFolder.Place again) throws IOException {
        String was = hash(RunHashes.METRICS);
        String is = RunHashes.metrics(again.metrics());
        return new Comparison("metrics", was.equals(is), was.equals(is) ? is : firstDifference(again));
    }

    private String firstDifference(RunFolder.Place again) throws IOException {
        if (!Files.isRegularFile(folder.metrics())) {
            return "metrics.csv of the run is gone";
        }
        List<String> were = RunHashes.rows(folder.metrics());
        List<String> are = RunHashes.rows(again.metrics());
        for (int i = 0; i < Math.min(were.size(), are.size()); i++) {
            if (!were.get(i).equals(are.get(i))) {
                return "row " + i + " was " + were.get(i) + ", is " + are.get(i);
            }
        }
        return were.size() == are.size()
                ? "metrics.csv is not what the run wrote"
                : were.size() - 1 + " rows were there, " + (are.size() - 1) + " are";
    }

    private Comparison ending(RunRecord again) {
        List<String> different = new ArrayList<>();
        for (String key : List.of("final", "tables", "epochs", "steps", "restored_epoch")) {
            if (!Objects.equals(record.get(key), again.get(key))) {
                different.add(key + " was " + text(record, key) + ", is " + text(again, key));
            }
        }
        return new Comparison("final", different.isEmpty(), String.join("; ", different));
    }

    private static String text(RunRecord record, String key) {
        return record.get(key).map(Json::write).orElse("absent");
    }

    private Comparison modelIsAsItWas() throws IOException {
        if (!Files.isRegularFile(folder.weights())) {
            return new Comparison("model", false, folder.weights() + " is gone");
        }
        boolean same = RunHashes.weights(folder.weights()).equals(hash(RunHashes.WEIGHTS));
        return new Comparison("model", same, same ? "" : folder.weights() + " is not what the run wrote");
    }
}
