package org.layerwise.training.clipping;

import static org.layerwise.core.Options.requirePositive;

import java.util.List;
import org.layerwise.core.Parameter;
import org.layerwise.training.GradientClipping;

/**
 * Cuts every entry of every gradient to a range.
 *
 * <pre>{@code
 * g = min(max(g, −max), max)
 * }</pre>
 *
 * <p>The direction of the step changes; {@link ClipGlobalNorm} keeps it.
 *
 * @param max the largest magnitude, &gt; 0; required
 */
public record ClipValue(double max) implements GradientClipping {
    /** @throws org.layerwise.core.OptionException if max is not above 0 */
    public ClipValue {
        requirePositive("max", max);
    }

    @Override
    public void clip(List<Parameter> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            double[] gradient = parameters.get(i).gradient().values();
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] = Math.min(Math.max(gradient[j], -max), max);
            }
        }
    }
}
