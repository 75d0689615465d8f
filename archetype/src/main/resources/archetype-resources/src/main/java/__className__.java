package ${package};

import static org.layerwise.core.Options.require;

import org.layerwise.activations.ScalarActivation;

/**
 * Bends the identity upwards; put your own formula in its place.
 *
 * <pre>{@code
 * a  = z + amount (sqrt(z² + 1) − 1) / 2
 * dZ = dA (1 + amount z / (2 sqrt(z² + 1)))
 * }</pre>
 *
 * <p>Shapes: element-wise, any.
 * <p>Source: the bent identity of folklore, where amount is 1.
 *
 * @param amount how much it bends, in [0, 1]; default 1
 */
public record ${className}(double amount) implements ScalarActivation {
    /** With amount 1. */
    public ${className}() {
        this(1);
    }

    /** @throws org.layerwise.core.OptionException if amount is outside [0, 1] */
    public ${className} {
        require(amount >= 0 && amount <= 1, "amount", amount, "in [0, 1]");
    }

    @Override
    public double value(double z) {
        return z + amount * ((Math.hypot(z, 1) - 1) / 2);
    }

    @Override
    public double derivative(double z, double a) {
        return 1 + amount * z / (2 * Math.hypot(z, 1));
    }
}
