package org.layerwise.experiment.internal.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.layerwise.core.Registry;
import org.layerwise.experiment.DataPlan;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.internal.binding.Writer;
import org.layerwise.experiment.internal.codecs.Codecs;
import org.layerwise.experiment.internal.yaml.YamlWriter;

/** The experiment with every default filled in; running it again gives the same run. */
public final class Resolved {
    private Resolved() {}

    /** {@code experiment.yaml}. Paths are absolute, since the file moves to the run folder. */
    public static String yaml(Experiment experiment, Path folder, Registry registry) {
        Path base = experiment.data().directory().map(folder::resolve).orElse(folder);
        Writer writer =
                new Writer(registry, Codecs.all(), path -> base.resolve(path).normalize());
        Experiment full = new Experiment(
                experiment.name(),
                experiment.seed(),
                experiment.random(),
                withoutDirectory(experiment.data()),
                NetworkPlans.resolved(experiment.network()),
                experiment.training(),
                experiment.gradientCheck(),
                experiment.report());
        Map<String, Object> written = writer.section(full);
        return YamlWriter.write(written);
    }

    /** The paths hold it already. */
    private static DataPlan withoutDirectory(DataPlan data) {
        return new DataPlan(
                Optional.empty(),
                data.train(),
                data.dev(),
                data.test(),
                data.source(),
                data.split(),
                data.transforms(),
                data.targetTransforms(),
                data.streaming());
    }
}
