package org.layerwise.dataio;

import java.util.ArrayList;
import java.util.List;
import org.layerwise.core.DenseMatrix;

/**
 * Transforms of regression targets, fitted on the training part: {@code target_transforms:}.
 *
 * @param steps in the order in which they are applied
 */
public record TargetTransforms(List<Transform.Fitted> steps) {
    public TargetTransforms {
        steps = List.copyOf(steps);
    }

    /**
     * Fits each transform on what the ones before it leave.
     *
     * @throws DataException if one can't be fitted or can't be undone
     */
    public static TargetTransforms fit(List<Transform> transforms, Dataset training) {
        List<Transform.Fitted> steps = new ArrayList<>();
        Dataset targets = training.targetsAsFeatures();
        for (Transform transform : transforms) {
            Transform.Fitted step = transform.fit(targets);
            if (!(step instanceof Transform.Invertible)) {
                throw new DataException("a target transform must be one that can be undone; "
                        + transform.getClass().getSimpleName() + " can't");
            }
            targets = step.apply(targets);
            steps.add(step);
        }
        return new TargetTransforms(steps);
    }

    /** The data set with its targets changed. */
    public Dataset apply(Dataset dataset) {
        Dataset targets = dataset.targetsAsFeatures();
        for (Transform.Fitted step : steps) {
            targets = step.apply(targets);
        }
        double[][] values = new double[targets.features()][dataset.examples()];
        for (int t = 0; t < values.length; t++) {
            for (int i = 0; i < dataset.examples(); i++) {
                values[t][i] = targets.feature(i, t);
            }
        }
        return dataset.withTargets(targets.columns(), values);
    }

    /**
     * Undoes the changes in place, so that values are in the target's own units.
     *
     * @param names the target columns, one for each row
     * @param values (outputs, examples): predictions or targets
     */
    public void invert(List<String> names, DenseMatrix values) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof Transform.Invertible step) {
                step.invert(names, values);
            }
        }
    }
}
