package org.layerwise.experiment.internal.run;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.layerwise.experiment.Experiment;
import org.layerwise.training.ListenerSpec;
import org.layerwise.training.RunContext;
import org.layerwise.training.TrainingListener;

/** Who follows a run beside {@code metrics.csv} and the log: the files of the run folder, and those that the file names. */
final class Followers {
    private Followers() {}

    /** They open their files when training begins. */
    static List<TrainingListener> of(Experiment experiment, Path folder, InstantSource clock) {
        RunContext run =
                new RunContext(folder, experiment.name(), experiment.training().logEvery(), clock);
        List<TrainingListener> all = new ArrayList<>(List.of(new MetricsJsonLines(run)));
        if (experiment.training().health()) {
            all.add(new HealthCsv(run));
        }
        for (ListenerSpec spec : experiment.training().listeners()) {
            all.add(spec.open(run));
        }
        return all;
    }
}
