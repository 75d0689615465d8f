package org.layerwise.experiment.internal.run;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;

/** Transforms are made for features; here they work on regression targets, and back. */
public final class TargetTransforms {
    private TargetTransforms() {}

    /** Takes the statistics of the training part's targets. */
    static Transform.Fitted fit(Transform transform, Dataset training) {
        Transform.Fitted fitted = transform.fit(training.targetsAsFeatures());
        if (!(fitted instanceof Transform.Invertible)) {
            throw new DataException("this transform can't be undone; expected one such as standardize or scale");
        }
        return fitted;
    }

    /** The data set with its targets changed. */
    static Dataset apply(Transform.Fitted fitted, Dataset dataset) {
        Dataset targets = dataset.targetsAsFeatures();
        if (targets.isStreamed()) {
            return dataset.withTargets(targets.lazily(fitted::apply));
        }
        Dataset changed = fitted.apply(targets);
        double[][] values = new double[changed.features()][dataset.examples()];
        for (int t = 0; t < values.length; t++) {
            for (int i = 0; i < dataset.examples(); i++) {
                values[t][i] = changed.feature(i, t);
            }
        }
        return dataset.withTargets(changed.columns(), values);
    }

    /** What gives targets and predictions of shape (outputs, examples) back in their own units, if they were changed. */
    public static Optional<UnaryOperator<DenseMatrix>> inverse(List<Transform.Fitted> transforms, List<String> names) {
        if (transforms.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(values -> {
            DenseMatrix own = values.copy();
            for (int i = transforms.size() - 1; i >= 0; i--) {
                ((Transform.Invertible) transforms.get(i)).invert(names, own);
            }
            return own;
        });
    }
}
