package org.layerwise.experiment;

import static org.layerwise.core.Options.require;

/**
 * A look at bias and variance at the end of a run: {@code diagnosis: {human_error: 0.01}}.
 *
 * @param humanError the share of examples that people, or the best there is, get wrong: what error can't be avoided, in
 *     [0, 1]; default 0
 */
public record DiagnosisPlan(double humanError) {
    public DiagnosisPlan() {
        this(0);
    }

    /** @throws org.layerwise.core.OptionException if it is outside [0, 1] */
    public DiagnosisPlan {
        require(humanError >= 0 && humanError <= 1, "human_error", humanError, "in [0, 1]");
    }
}
