package org.layerwise.dataio.transforms;

import java.util.ArrayList;
import java.util.List;
import org.layerwise.core.OneOrMore;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;
import org.layerwise.dataio.internal.ColumnStatistics;
import org.layerwise.dataio.internal.Constants;

/**
 * Gives each numeric column mean 0 and standard deviation 1.
 *
 * <pre>{@code
 * (x - μ) / σ,   μ = 1/n Σ x,   σ² = 1/n Σ (x - μ)²
 * }</pre>
 *
 * <p>μ and σ are those of the training part's known values; missing ones stay missing. A constant column becomes 0. A
 * column without a known value is an error. Categorical columns are left as they are.
 * <p>Source: scikit-learn, {@code StandardScaler}. Differs from pandas' {@code std}, which divides by n - 1.
 *
 * @param columns numeric columns to change; default all
 */
public record Standardize(@OneOrMore List<String> columns) implements Transform {
    public Standardize() {
        this(List.of());
    }

    public Standardize {
        columns = List.copyOf(columns);
    }

    @Override
    public Fitted fit(Dataset training) {
        List<String> names = ColumnPick.names(training, columns, c -> !c.isCategorical(), "numeric");
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (ColumnStatistics column : ColumnStatistics.of(training, ColumnPick.indices(training, names))) {
            boolean constant = column.least() == column.greatest();
            means.add(constant ? column.least() : column.mean());
            deviations.add(constant ? 1 : Math.sqrt(column.variance()));
        }
        return new FittedStandardize(names, means, deviations);
    }

    @Override
    public List<String> notes(Dataset training) {
        return Constants.notes(training, columns, "0");
    }
}
