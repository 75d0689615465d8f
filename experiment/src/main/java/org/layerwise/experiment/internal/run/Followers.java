package org.layerwise.experiment.internal.run;

import java.util.ArrayList;
import java.util.List;
import org.layerwise.experiment.TrainingPlan;
import org.layerwise.training.ListenerSpec;
import org.layerwise.training.RunContext;
import org.layerwise.training.TrainingListener;

/** Who follows a run beside {@code metrics.csv} and the log: the files of the run folder, and those that the file names. */
final class Followers {
    private Followers() {}

    /** They open their files when training begins. */
    static List<TrainingListener> of(TrainingPlan plan, RunContext run) {
        List<TrainingListener> all = new ArrayList<>(List.of(new MetricsJsonLines(run)));
        if (plan.health()) {
            all.add(new HealthCsv(run));
        }
        for (ListenerSpec spec : plan.listeners()) {
            all.add(spec.open(run));
        }
        return all;
    }
}
