package org.layerwise.dataio.transforms;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireFinite;

import java.util.ArrayList;
import java.util.List;
import org.layerwise.core.OneOrMore;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;
import org.layerwise.dataio.internal.ColumnStatistics;
import org.layerwise.dataio.internal.Constants;

/**
 * Maps each numeric column's range in the training part to {@code [low, high]}.
 *
 * <pre>{@code
 * low + (high - low) (x - min) / (max - min)
 * }</pre>
 *
 * <p>Missing values stay missing; other parts may leave the range. A constant column becomes low. A column without a known
 * value is an error.
 * <p>Source: scikit-learn, {@code MinMaxScaler}.
 *
 * @param low what the least value becomes; default 0
 * @param high what the greatest value becomes, above low; default 1
 * @param columns numeric columns to change; default all
 */
public record MinMax(double low, double high, @OneOrMore List<String> columns) implements Transform {
    public MinMax() {
        this(0, 1, List.of());
    }

    /** @throws OptionException if high is not above low */
    public MinMax {
        columns = List.copyOf(columns);
        requireFinite("low", low);
        requireFinite("high", high);
        require(high > low, "high", high, "> low, which is " + low);
    }

    @Override
    public Fitted fit(Dataset training) {
        List<String> names = ColumnPick.names(training, columns, c -> !c.isCategorical(), "numeric");
        List<Double> offsets = new ArrayList<>();
        List<Double> divisors = new ArrayList<>();
        for (ColumnStatistics column : ColumnStatistics.of(training, ColumnPick.indices(training, names))) {
            double least = column.least();
            double range = column.greatest() - least;
            double divisor = range > 0 ? range / (high - low) : 1;
            offsets.add(least - low * divisor);
            divisors.add(divisor);
        }
        return new FittedMinMax(names, offsets, divisors);
    }

    @Override
    public List<String> notes(Dataset training) {
        return Constants.notes(training, columns, String.valueOf(low));
    }
}
