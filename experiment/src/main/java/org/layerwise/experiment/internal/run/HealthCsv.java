package org.layerwise.experiment.internal.run;

import java.util.OptionalDouble;
import org.layerwise.experiment.internal.Numbers;
import org.layerwise.training.HealthRecord;
import org.layerwise.training.LayerHealth;
import org.layerwise.training.RunContext;
import org.layerwise.training.TrainingListener;
import org.layerwise.training.TrainingStarted;

/** Writes {@code health.csv}: a row for each layer and logged epoch, flushed as it comes; empty where nothing applies. */
final class HealthCsv implements TrainingListener {
    static final String NAME = "health.csv";
    static final String HEADING = "epoch,step,layer,parameters,weights,gradients,updates,activations,dead,saturated";

    private final RunContext run;
    private final EpochFile file;

    HealthCsv(RunContext run) {
        this.run = run;
        this.file = new EpochFile(run.folder().resolve(NAME));
    }

    @Override
    public void started(TrainingStarted started) {
        file.begin(HEADING, row -> run.keeps(EpochFile.epochOf(row), started));
    }

    @Override
    public void healthMeasured(HealthRecord health) {
        for (LayerHealth layer : health.layers()) {
            file.write(String.join(
                    ",",
                    Long.toString(health.epoch()),
                    Long.toString(health.step()),
                    layer.layer(),
                    Long.toString(layer.parameters()),
                    Numbers.shortest(layer.weights()),
                    Numbers.shortest(layer.gradients()),
                    Numbers.shortest(layer.updates()),
                    Numbers.shortest(layer.activations()),
                    optional(layer.dead()),
                    optional(layer.saturated())));
        }
    }

    private static String optional(OptionalDouble value) {
        return value.isPresent() ? Numbers.shortest(value.getAsDouble()) : "";
    }

    @Override
    public void close() {
        file.close();
    }
}
