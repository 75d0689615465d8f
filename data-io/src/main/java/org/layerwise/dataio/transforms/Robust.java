package org.layerwise.dataio.transforms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.layerwise.core.OneOrMore;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;
import org.layerwise.dataio.internal.Constants;

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
        for (int column : ColumnPick.indices(training, names)) {
            double[] sorted = ColumnPick.someKnown(training, column);
            Arrays.sort(sorted);
            double distance = quantile(sorted, 0.75) - quantile(sorted, 0.25);
            medians.add(quantile(sorted, 0.5));
            distances.add(distance > 0 ? distance : 1);
        }
        return new FittedRobust(names, medians, distances);
    }

    @Override
    public List<String> notes(Dataset training) {
        return Constants.notes(training, columns, "0");
    }

    private static double quantile(double[] sorted, double q) {
        double place = q * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
