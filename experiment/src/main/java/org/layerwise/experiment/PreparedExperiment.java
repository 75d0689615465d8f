package org.layerwise.experiment;

import java.nio.file.Path;

/** An experiment that passed every check that can be made before the first epoch; ready to run. */
public final class PreparedExperiment {
    private final Path file;
    private final String name;

    PreparedExperiment(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /** The experiment file. */
    public Path file() {
        return file;
    }

    /** The experiment's name. */
    public String name() {
        return name;
    }

    /** What will be trained, a few lines for people: examples by part, layers, parameters, memory. */
    public String summary() {
        return name;
    }
}
