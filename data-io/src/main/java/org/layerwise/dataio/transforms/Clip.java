package org.layerwise.dataio.transforms;

import static org.layerwise.core.Options.require;

import java.util.List;
import java.util.Optional;
import org.layerwise.core.OneOrMore;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;

/**
 * Replaces numbers beyond a bound by the bound. Takes no statistics; missing values stay missing.
 *
 * @param min the least value that stays; default none
 * @param max the greatest value that stays, not below min; default none
 * @param columns numeric columns to change; default all
 */
public record Clip(
        Optional<Double> min,
        Optional<Double> max,
        @OneOrMore List<String> columns) implements Transform {
    /** No bound is set yet: one must be. */
    public Clip() {
        this(Optional.empty(), Optional.empty(), List.of());
    }

    /** @throws OptionException if max is below min */
    public Clip {
        columns = List.copyOf(columns);
        min.ifPresent(low -> require(Double.isFinite(low), "min", low, "a finite number"));
        max.ifPresent(high ->
                require(Double.isFinite(high) && high >= min.orElse(high), "max", high, "finite and not below min"));
    }

    @Override
    public Fitted fit(Dataset training) {
        if (min.isEmpty() && max.isEmpty()) {
            throw DataException.ofOption("min", "clip needs min, max or both");
        }
        return new FittedClip(min, max, ColumnPick.names(training, columns, c -> !c.isCategorical(), "numeric"));
    }
}
