package org.layerwise.experiment;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requirePositive;

/**
 * A comparison of the gradients with central differences before training: noise off, the penalty included. A relative
 * difference above 1e-3 ends the run as failed; {@code run.json} says under {@code gradient_check} what was found.
 *
 * @param epsilon the step of the differences; default 1e-7
 * @param examples how many examples of the training part take part; default 5
 */
public record GradientCheckPlan(double epsilon, int examples) {
    public GradientCheckPlan() {
        this(1e-7, 5);
    }

    /** @throws org.layerwise.core.OptionException if either is not positive */
    public GradientCheckPlan {
        requirePositive("epsilon", epsilon);
        require(examples >= 1, "examples", examples, ">= 1");
    }
}
