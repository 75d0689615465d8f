package org.layerwise.dataio.transforms;

import static org.layerwise.core.Options.requireFinite;

import java.util.List;
import org.layerwise.core.OneOrMore;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;

/**
 * Takes the natural logarithm of numbers that range over orders of magnitude.
 *
 * <pre>{@code
 * ln(x + offset)
 * }</pre>
 *
 * <p>Takes no statistics; missing values stay missing. A value of which there is no logarithm is an error. As a transform of
 * targets: outputs of a network above 300 are taken as 300, 2e130; how many were is said.
 *
 * @param offset added before, so that 0 has a logarithm; default 1
 * @param columns numeric columns to change; default all
 */
public record Log(double offset, @OneOrMore List<String> columns) implements Transform {
    public Log() {
        this(1, List.of());
    }

    /** @throws OptionException if offset is not finite */
    public Log {
        columns = List.copyOf(columns);
        requireFinite("offset", offset);
    }

    @Override
    public Fitted fit(Dataset training) {
        return new FittedLog(offset, ColumnPick.names(training, columns, c -> !c.isCategorical(), "numeric"));
    }
}
