package org.layerwise.dataio.transforms;

import java.util.ArrayList;
import java.util.List;
import org.layerwise.core.OneOrMore;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;
import org.layerwise.dataio.internal.Constants;
import org.layerwise.dataio.internal.OrderStatistics;
import org.layerwise.dataio.internal.OrderStatistics.Found;

/**
 * Centres each numeric column on its median and divides by its quartiles' distance, so that outliers count little.
 *
 * <pre>{@code
 * (x - median) / (q75 - q25)
 * }</pre>
 *
 * <p>Quartiles between two values are interpolated linearly. Missing values stay missing. Where the quartiles coincide the
 * divisor is 1. A column without a known value is an error.
 * <p>Source: scikit-learn, {@code RobustScaler}.
 *
 * @param columns numeric columns to change; default all
 */
public record Robust(@OneOrMore List<String> columns) implements Transform {
    private static final double[] QUARTILES = {0.25, 0.5, 0.75};

    public Robust() {
        this(List.of());
    }

    public Robust {
        columns = List.copyOf(columns);
    }

    @Override
    public Fitted fit(Dataset training) {
        List<String> names = ColumnPick.names(training, columns, c -> !c.isCategorical(), "numeric");
        List<Double> medians = new ArrayList<>();
        List<Double> distances = new ArrayList<>();
        for (Found column : OrderStatistics.of(training, ColumnPick.indices(training, names), Robust::ranks)) {
            double distance = quantile(column, 2) - quantile(column, 0);
            medians.add(quantile(column, 1));
            distances.add(distance > 0 ? distance : 1);
        }
        return new FittedRobust(names, medians, distances);
    }

    @Override
    public List<String> notes(Dataset training) {
        return Constants.notes(training, columns, "0");
    }

    /** The values on both sides of each quartile. */
    private static long[] ranks(long known) {
        long[] ranks = new long[2 * QUARTILES.length];
        for (int q = 0; q < QUARTILES.length; q++) {
            ranks[2 * q] = (long) place(q, known);
            ranks[2 * q + 1] = Math.min(ranks[2 * q] + 1, known - 1);
        }
        return ranks;
    }

    private static double place(int q, long known) {
        return QUARTILES[q] * (known - 1);
    }

    private static double quantile(Found column, int q) {
        double below = column.values()[2 * q];
        double above = column.values()[2 * q + 1];
        double place = place(q, column.known());
        return below + (place - (long) place) * (above - below);
    }
}
