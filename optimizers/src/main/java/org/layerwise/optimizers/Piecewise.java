package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;

import java.util.List;
import org.layerwise.core.Alias;

/**
 * One learning rate for each stretch of time.
 *
 * <pre>{@code α(t) = values[k],  k = the number of boundaries < t}</pre>
 *
 * <p>Source: Keras, {@code PiecewiseConstantDecay}: at a boundary the earlier value still holds.
 *
 * @param boundaries last steps or epochs of all stretches but the last one, ascending, at least 0
 * @param values the rates, above 0; one more than boundaries
 * @param per what is counted, {@code step} or {@code epoch}; default step
 */
public record Piecewise(
        List<Long> boundaries, @Alias("learning_rates") List<Double> values, Per per) implements LearningRateSchedule {
    /** Counting steps. */
    public Piecewise(List<Long> boundaries, List<Double> values) {
        this(boundaries, values, Per.STEP);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range or the lists do not fit each other */
    public Piecewise {
        boundaries = List.copyOf(boundaries);
        values = List.copyOf(values);
        require(Times.ascend(boundaries), "boundaries", boundaries, "ascending and >= 0");
        require(values.stream().allMatch(rate -> rate > 0 && Double.isFinite(rate)), "values", values, "all > 0");
        int wanted = boundaries.size() + 1;
        require(values.size() == wanted, "values", values, "one more than the boundaries (" + wanted + ")");
    }

    @Override
    public double at(long time) {
        return values.get(Times.upTo(boundaries, time - 1));
    }
}
