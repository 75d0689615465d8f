package org.layerwise.training.clipping;

import static org.layerwise.core.Options.requirePositive;

import java.util.List;
import org.layerwise.core.Parameter;
import org.layerwise.training.GradientClipping;

/**
 * Shortens the gradient of each parameter alone, each W and each b, to a largest norm.
 *
 * <pre>{@code
 * g = g · max / ‖g‖   where ‖g‖ > max
 * }</pre>
 *
 * @param max the largest Euclidean norm, &gt; 0; required
 */
public record ClipNorm(double max) implements GradientClipping {
    /** @throws org.layerwise.core.OptionException if max is not above 0 */
    public ClipNorm {
        requirePositive("max", max);
    }

    @Override
    public void clip(List<Parameter> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            Norms.limit(parameters, i, i + 1, max);
        }
    }
}
