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
        return YamlWriter.write(sections(experiment, folder, registry));
    }

    /** The sections of {@code experiment.yaml} by name. */
    static Map<String, Object> sections(Experiment experiment, Path folder, Registry registry) {
        Path base = experiment.data().directory().map(folder::resolve).orElse(folder);
        Writer writer =
                new Writer(registry, Codecs.all(), path -> base.resolve(path).normalize());
        Experiment full = Records.with(
                Records.with(experiment, "data", withoutDirectory(experiment.data())),
                "network",
                NetworkPlans.resolved(experiment.network()));
        return writer.section(full);
    }

    /** The paths hold it already. */
    private static DataPlan withoutDirectory(DataPlan data) {
        return Records.with(data, "directory", Optional.empty());
    }
}
