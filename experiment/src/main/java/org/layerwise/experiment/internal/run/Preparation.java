package org.layerwise.experiment.internal.run;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.TargetEncoding;
import org.layerwise.dataio.Transform;

/**
 * Data ready for training.
 *
 * @param raw the parts as they were read
 * @param parts the parts after the transforms
 * @param transforms the fitted transforms of the features
 * @param targetTransforms the fitted transforms of the targets
 * @param encoding how targets become Y
 * @param targets Y of each part
 */
public record Preparation(
        Map<String, Dataset> raw,
        Map<String, Dataset> parts,
        List<Transform.Fitted> transforms,
        List<Transform.Fitted> targetTransforms,
        TargetEncoding encoding,
        Map<String, DenseMatrix> targets) {
    /** The feature columns as the files have them. */
    public List<Column> columns() {
        return train(raw).columns();
    }

    /** The training part after the transforms. */
    public Dataset train() {
        return train(parts);
    }

    private static Dataset train(Map<String, Dataset> parts) {
        return Objects.requireNonNull(parts.get(Parts.TRAIN));
    }
}
