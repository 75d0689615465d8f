package org.layerwise.experiment.internal.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.layerwise.experiment.internal.Json;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.RunContext;
import org.layerwise.training.TrainingListener;
import org.layerwise.training.TrainingStarted;
import tools.jackson.core.JacksonException;

/** Writes {@code metrics.jsonl}: what {@code metrics.csv} has, a JSON object for each logged epoch, flushed as it comes. */
final class MetricsJsonLines implements TrainingListener {
    private final RunContext run;
    private final EpochFile file;

    MetricsJsonLines(RunContext run) {
        this.run = run;
        this.file = new EpochFile(run.folder().resolve("metrics.jsonl"));
    }

    @Override
    public void started(TrainingStarted started) {
        file.begin("", line -> run.keeps(epochOf(line), started));
    }

    /** The epoch of a line; one that is never kept where the line is damaged. */
    private static long epochOf(String line) {
        try {
            return Json.read(line) instanceof Map<?, ?> map && map.get("epoch") instanceof Long epoch
                    ? epoch
                    : Long.MAX_VALUE;
        } catch (JacksonException e) {
            return Long.MAX_VALUE; // cut off while it was written
        }
    }

    @Override
    public void epochFinished(EpochRecord epoch) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("epoch", epoch.epoch());
        line.put("step", epoch.step());
        line.put("train_cost", epoch.trainCost());
        line.put("last_batch_cost", epoch.lastBatchCost());
        line.put("learning_rate", epoch.learningRate());
        line.put("seconds", epoch.seconds());
        line.putAll(epoch.metrics());
        file.write(Json.write(line));
    }

    @Override
    public void close() {
        file.close();
    }
}
