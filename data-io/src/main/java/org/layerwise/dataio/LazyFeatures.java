package org.layerwise.dataio;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Features that are computed from those of another data set when they are wanted, some examples at a time. */
final class LazyFeatures implements FeatureStore {
    private static final int MOST_ROWS = 512;
    private static final int MOST_VALUES = 1 << 18;

    private final Dataset before;
    private final UnaryOperator<Dataset> change;
    private final int columns;
    /** The rows that are computed together: few where they are long, so that memory stays bounded. */
    private final int atOnce;

    private volatile Chunk last = new Chunk(-1, FeatureStore.none());

    LazyFeatures(Dataset before, UnaryOperator<Dataset> change, int columns) {
        this.before = before;
        this.change = change;
        this.columns = columns;
        this.atOnce = Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / Math.max(1, Math.max(columns, before.features()))));
    }

    private record Chunk(int number, FeatureStore values) {}

    @Override
    public int rows() {
        return before.examples();
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public boolean isInMemory() {
        return false;
    }

    @Override
    public double get(int row, int column) {
        return chunk(row / atOnce).get(row % atOnce, column);
    }

    @Override
    public void scatter(int row, int from, int to, double[] destination, int offset, int stride) {
        chunk(row / atOnce).scatter(row % atOnce, from, to, destination, offset, stride);
    }

    private FeatureStore chunk(int number) {
        Chunk known = last;
        if (known.number != number) {
            int from = number * atOnce;
            int end = Math.min(rows(), from + atOnce);
            known = new Chunk(number, pick(IntStream.range(from, end).toArray()));
            last = known;
        }
        return known.values;
    }

    @Override
    public FeatureStore pick(int[] chosen) {
        return change.apply(before.inMemory(chosen)).ownFeatures();
    }
}
