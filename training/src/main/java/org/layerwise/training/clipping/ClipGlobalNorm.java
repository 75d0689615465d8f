package org.layerwise.training.clipping;

import static org.layerwise.core.Options.requirePositive;

import java.util.List;
import org.layerwise.core.Parameter;
import org.layerwise.training.GradientClipping;

/**
 * Shortens the gradient of all parameters, taken as one vector, to a largest norm; its direction stays.
 *
 * <pre>{@code
 * g = g · max / ‖g‖   where ‖g‖ > max
 * }</pre>
 *
 * <p>Source: Pascanu, Mikolov, Bengio, "On the difficulty of training recurrent neural networks", 2013.
 *
 * <p>Differs from: PyTorch, which adds 1e-6 to the norm.
 *
 * @param max the largest Euclidean norm, &gt; 0; required
 */
public record ClipGlobalNorm(double max) implements GradientClipping {
    /** @throws org.layerwise.core.OptionException if max is not above 0 */
    public ClipGlobalNorm {
        requirePositive("max", max);
    }

    @Override
    public void clip(List<Parameter> parameters) {
        Norms.limit(parameters, 0, parameters.size(), max);
    }
}
