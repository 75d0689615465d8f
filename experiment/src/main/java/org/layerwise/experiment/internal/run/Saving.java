package org.layerwise.experiment.internal.run;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.layerwise.core.Registry;
import org.layerwise.experiment.Checkpoints;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.TrainingPlan;
import org.layerwise.experiment.internal.checkpoint.CheckpointStore;
import org.layerwise.experiment.internal.checkpoint.Checkpointing;
import org.layerwise.training.Better;
import org.layerwise.training.Checkpointer;
import org.layerwise.training.EarlyStopping;
import org.layerwise.training.Monitors;
import org.layerwise.training.Part;

/** What a run saves of itself, and by which value it knows its best epoch. */
final class Saving {
    private final Experiment experiment;
    private final Preparation data;
    private final Registry registry;

    Saving(Experiment experiment, Preparation data, Registry registry) {
        this.experiment = experiment;
        this.data = data;
        this.registry = registry;
    }

    Checkpointer checkpointer(RunFolder folder, Checkpointing.BeforeSaving before) {
        TrainingPlan plan = experiment.training();
        CheckpointStore store = new CheckpointStore(
                folder.place().checkpoints(),
                Changes.fingerprint(
                        Resolved.sections(experiment, folder.path(), registry),
                        data.train().features()));
        return new Checkpointing(
                store, plan.checkpoints(), plan.checkpointInterval(), monitored(), Manifest.version(), before);
    }

    /** What has to be measured after every epoch. */
    Set<String> watched() {
        Checkpoints checkpoints = experiment.training().checkpoints();
        return checkpoints.keepBest() ? Set.of(monitored().name()) : Set.of();
    }

    private Checkpointing.Monitored monitored() {
        TrainingPlan plan = experiment.training();
        Set<Part> parts = EnumSet.noneOf(Part.class);
        data.parts().keySet().forEach(name -> parts.add(Part.valueOf(name.toUpperCase(Locale.ROOT))));
        String name = plan.earlyStopping()
                .map(EarlyStopping::monitor)
                .orElse(parts.contains(Part.DEV) ? "dev_cost" : Monitors.TRAIN_COST);
        Better better = Monitors.available(parts, new MetricNames(registry).of(plan.metrics()))
                .getOrDefault(name, Better.LOWER);
        return new Checkpointing.Monitored(name, better);
    }
}
