package org.layerwise.experiment;

import java.nio.file.Path;
import java.util.List;
import org.layerwise.core.Registry;

/** The way from an experiment file to an experiment that can run. */
@SuppressWarnings("DoNotCallSuggester") // until the insides follow
public final class Experiments {
    private final Registry registry;

    /** @param registry the components that files may name */
    public Experiments(Registry registry) {
        this.registry = registry;
    }

    /** The components that files may name. */
    public Registry registry() {
        return registry;
    }

    /**
     * Reads a file and does all that can be done before the first epoch: opens the data and checks files, columns,
     * names, classes, shapes, the output against the loss, and what is monitored.
     *
     * @param file the experiment file
     * @param overrides {@code path.to.key=value}, in order; values are YAML, checked like the file
     * @throws ExperimentException with all mistakes of the file and the overrides
     */
    public PreparedExperiment prepare(Path file, List<String> overrides) {
        throw new UnsupportedOperationException("not yet: " + file + overrides);
    }
}
