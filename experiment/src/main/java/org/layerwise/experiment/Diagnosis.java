package org.layerwise.experiment;

import static org.layerwise.core.Options.require;

/**
 * Bias and variance against human-level error, said at the end of the run.
 *
 * @param humanError the error that people make, in [0, 1]; default 0
 */
public record Diagnosis(double humanError) {
    public Diagnosis() {
        this(0);
    }

    /** @throws org.layerwise.core.OptionException if human_error is outside [0, 1] */
    public Diagnosis {
        require(humanError >= 0 && humanError <= 1, "human_error", humanError, "in [0, 1]");
    }
}
