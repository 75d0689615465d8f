package org.layerwise.dataio.transforms;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireFinite;

import java.util.List;
import java.util.Optional;
import org.layerwise.core.OneOrMore;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;

/**
 * Divides numbers by a constant, or maps a known range to [0, 1]. Takes no statistics; {@link MinMax} does.
 *
 * <pre>{@code
 * x / divide_by      or      (x - min) / (max - min)
 * }</pre>
 *
 * @param divideBy the constant, finite and not 0; 255 for images of bytes
 * @param min what becomes 0; together with max, instead of divide_by
 * @param max what becomes 1, above min
 * @param columns numeric columns to change; default all
 */
public record Scale(
        Optional<Double> divideBy,
        Optional<Double> min,
        Optional<Double> max,
        @OneOrMore List<String> columns) implements Transform {
    /** Neither way is chosen yet: one must be. */
    public Scale() {
        this(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** Divides all numeric columns by a constant. */
    public Scale(double divideBy) {
        this(Optional.of(divideBy), Optional.empty(), Optional.empty(), List.of());
    }

    /** @throws OptionException if both ways are given, or an option is out of range */
    public Scale {
        columns = List.copyOf(columns);
        if (min.isPresent() != max.isPresent()) {
            throw new OptionException(min.isPresent() ? "min" : "max", "min and max must be given together");
        }
        divideBy.ifPresent(d -> require(Double.isFinite(d) && d != 0, "divide_by", d, "finite and not 0"));
        min.ifPresent(low -> {
            requireFinite("min", low);
            max.ifPresent(high -> require(Double.isFinite(high) && high > low, "max", high, "> min, which is " + low));
        });
        if (divideBy.isPresent() && min.isPresent()) {
            throw new OptionException("divide_by", "divide_by does not go together with min and max");
        }
    }

    @Override
    public Fitted fit(Dataset training) {
        if (divideBy.isEmpty() && min.isEmpty()) {
            throw DataException.ofOption("divide_by", "scale needs divide_by, or min and max");
        }
        List<String> names = ColumnPick.names(training, columns, c -> !c.isCategorical(), "numeric");
        boolean all = names.size() == training.columns().size();
        double offset = min.orElse(0.0);
        double divisor = max.map(high -> high - offset).or(() -> divideBy).orElseThrow();
        return new FittedScale(offset, divisor, all ? List.of() : names);
    }
}
