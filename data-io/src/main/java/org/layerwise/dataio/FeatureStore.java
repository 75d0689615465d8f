package org.layerwise.dataio;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.internal.DoubleStore;

/**
 * The feature values of a data set, each example contiguous: rows are examples, columns are features.
 *
 * <p>Immutable. Images stay bytes in theirs; tables are doubles, see {@link #of}.
 */
public interface FeatureStore {
    /** The examples that are stored. */
    int rows();

    /** The features of each example. */
    int columns();

    /**
     * Whether the values are at hand; {@code false} where they are read from a file, or computed, whenever they are
     * asked for, so that they should be taken row by row, in order where that is possible.
     */
    default boolean isInMemory() {
        return true;
    }

    /** The bytes that one value takes, in memory or in its file. */
    default int bytesPerValue() {
        return Double.BYTES;
    }

    /** What holds the values: stores with the same one share their memory. */
    default Object holder() {
        return this;
    }

    /** One value; NaN where it is missing. */
    double get(int row, int column);

    /**
     * Writes part of a row into a destination where the values of one example lie {@code stride} apart: feature
     * {@code c} goes to {@code destination[offset + (c - from) * stride]}.
     *
     * @param from first column
     * @param to column after the last
     */
    void scatter(int row, int from, int to, double[] destination, int offset, int stride);

    /**
     * These rows, with the same function applied to every value.
     *
     * @param chosen indices of rows, in the order wanted
     */
    default FeatureStore map(int[] chosen, DoubleUnaryOperator function) {
        DenseMatrix mapped = new DenseMatrix(chosen.length, columns());
        double[] values = mapped.values();
        for (int i = 0; i < chosen.length; i++) {
            scatter(chosen[i], 0, columns(), values, i * columns(), 1);
        }
        Arrays.setAll(values, i -> function.applyAsDouble(values[i]));
        return of(mapped);
    }

    /**
     * These rows, in memory.
     *
     * @param chosen indices of rows, in the order wanted
     */
    default FeatureStore pick(int[] chosen) {
        return map(chosen, DoubleUnaryOperator.identity());
    }

    /** A store without rows. */
    static FeatureStore none() {
        return of(new DenseMatrix(0, 0));
    }

    /** A store over this matrix of (examples, features), without copying: whoever gives it away no longer writes to it. */
    static FeatureStore of(DenseMatrix examples) {
        return new DoubleStore(examples);
    }
}
