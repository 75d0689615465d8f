package org.layerwise.experiment;

import static org.layerwise.core.Options.require;

/**
 * What the report of a run shows besides costs and metrics.
 *
 * @param decisionBoundary the classes over the plane of the features, where there are two; default true
 * @param mislabelled how many images at most that the model takes for something else, at least 0; default 25
 */
public record ReportPlan(boolean decisionBoundary, int mislabelled) {
    public ReportPlan() {
        this(true, 25);
    }

    /** @throws org.layerwise.core.OptionException if mislabelled is negative */
    public ReportPlan {
        require(mislabelled >= 0, "mislabelled", mislabelled, ">= 0");
    }
}
