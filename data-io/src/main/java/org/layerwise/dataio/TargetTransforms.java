package org.layerwise.dataio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
        TargetTransforms all = new TargetTransforms(List.of());
        Dataset dataset = training;
        for (Transform transform : transforms) {
            Transform.Fitted step = fit(transform, dataset);
            dataset = apply(step, dataset);
            List<Transform.Fitted> longer = new ArrayList<>(all.steps);
            longer.add(step);
            all = new TargetTransforms(longer);
        }
        return all;
    }

    /**
     * One transform, fitted on the targets of the training part.
     *
     * @throws DataException if it can't be fitted or can't be undone
     */
    public static Transform.Fitted fit(Transform transform, Dataset training) {
        Transform.Fitted step = transform.fit(training.targetsAsFeatures());
        if (!(step instanceof Transform.Invertible)) {
            throw new DataException("a target transform must be one that can be undone, such as standardize or scale; "
                    + transform.getClass().getSimpleName() + " can't");
        }
        return step;
    }

    /** The data set with its targets changed. */
    public Dataset apply(Dataset dataset) {
        Dataset changed = dataset;
        for (Transform.Fitted step : steps) {
            changed = apply(step, changed);
        }
        return changed;
    }

    /** The data set with its targets changed by one fitted transform. */
    public static Dataset apply(Transform.Fitted step, Dataset dataset) {
        Dataset before = dataset.targetsAsFeatures();
        if (before.isStreamed()) {
            return dataset.withTargets(before.lazily(step::apply));
        }
        Dataset targets = step.apply(before);
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

    /**
     * Values in the target's own units.
     *
     * @param values (outputs, examples)
     * @param limited how many of them had to be limited, since nothing gives them or nothing near the training targets
     */
    public record Undone(DenseMatrix values, int limited) {}

    /**
     * Undoes the changes.
     *
     * @param names the target columns, one for each row
     * @param values (outputs, examples): predictions or targets; left as they are
     */
    public Undone undo(List<String> names, DenseMatrix values) {
        DenseMatrix own = values.copy();
        int limited = 0;
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof Transform.Invertible step) {
                limited += step.limited(names, own);
                step.invert(names, own);
            }
        }
        return new Undone(own, limited);
    }

    /**
     * What gives targets and predictions of shape (outputs, examples) back in their own units; empty if nothing changed
     * them.
     *
     * @param names the target columns, one for each row
     */
    public Optional<UnaryOperator<DenseMatrix>> inverse(List<String> names) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(values -> undo(names, values).values());
    }
}
