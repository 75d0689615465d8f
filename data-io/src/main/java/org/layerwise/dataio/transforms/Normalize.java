package org.layerwise.dataio.transforms;

import java.util.List;
import org.layerwise.core.OneOrMore;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;

/**
 * Gives each example the norm 1.
 *
 * <pre>{@code
 * x / ‖x‖
 * }</pre>
 *
 * <p>An example of zeros stays as it is. Takes no statistics.
 * <p>Source: scikit-learn, {@code Normalizer}. Differs from Keras' {@code Normalization}, which is {@link Standardize}.
 *
 * @param norm {@code l1}, {@code l2} or {@code max}; default l2
 * @param columns numeric columns that make up the example; default all
 */
public record Normalize(Norm norm, @OneOrMore List<String> columns) implements Transform {
    /** The length of an example. */
    public enum Norm {
        /** Σ |x| */
        L1,
        /** √Σ x² */
        L2,
        /** max |x| */
        MAX
    }

    public Normalize() {
        this(Norm.L2, List.of());
    }

    public Normalize {
        columns = List.copyOf(columns);
    }

    @Override
    public Fitted fit(Dataset training) {
        return new FittedNormalize(norm, ColumnPick.names(training, columns, c -> !c.isCategorical(), "numeric"));
    }
}
