package org.layerwise.dataio.transforms;

import static org.layerwise.core.Options.require;

import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.OneOrMore;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;

/**
 * Replaces categorical columns by a fixed number of columns, for categories that are too many for one_hot.
 *
 * <pre>{@code
 * h = murmurHash3("column=category") as a signed number of 32 bits
 * x[|h| mod buckets] += sign(h)
 * }</pre>
 *
 * <p>Takes no statistics, so that a category which the training part has not is nothing special; a missing value adds
 * nothing. Different categories may meet in one bucket. The new columns come last and are named {@code hash1, hash2, …}.
 * <p>Source: Weinberger et al., "Feature hashing for large scale multitask learning", 2009; scikit-learn,
 * {@code FeatureHasher}. Differs from: scikit-learn, whose default is 2²⁰ buckets.
 *
 * @param buckets how many columns there are in their place, in [1, 65536]; default 32
 * @param columns columns to replace; default all categorical ones
 */
public record Hashing(
        @Alias("n_features") int buckets, @OneOrMore List<String> columns) implements Transform {
    public Hashing() {
        this(32, List.of());
    }

    /** @throws OptionException if buckets is out of range */
    public Hashing {
        columns = List.copyOf(columns);
        require(buckets >= 1 && buckets <= 65_536, "buckets", buckets, "in [1, 65536]");
    }

    @Override
    public Fitted fit(Dataset training) {
        List<String> names = columns.isEmpty()
                ? ColumnPick.names(training, columns, Column::isCategorical, "categorical")
                : ColumnPick.names(training, columns, c -> true, "");
        return new FittedHashing(buckets, names);
    }
}
