package org.layerwise.gradcheck;

import java.util.function.ToDoubleFunction;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Options;

/** The gradient of a function by central differences, from its values alone. */
public final class NumericalGradient {
    private NumericalGradient() {}

    /**
     * The gradient of a function at a point.
     *
     * <pre>{@code gradient_i = (f(x + ε e_i) − f(x − ε e_i)) / 2ε}</pre>
     *
     * <p>Shapes: the gradient has the shape of the point. Its error is about {@code ε² f‴/6 + 1e-16 |f| / ε}: least
     * near ε = 1e-5 where f and its derivatives are near 1.
     *
     * @param function f; it is handed one matrix that changes from call to call, and must not keep or change it
     * @param at x; left as it is
     * @param epsilon ε, > 0; the course takes 1e-7
     * @throws org.layerwise.core.OptionException if epsilon is not above 0
     */
    public static DenseMatrix of(ToDoubleFunction<DenseMatrix> function, DenseMatrix at, double epsilon) {
        Options.requirePositive("epsilon", epsilon);
        DenseMatrix point = at.copy();
        DenseMatrix gradient = new DenseMatrix(at.getRowDimension(), at.getColumnDimension());
        double[] x = point.values();
        for (int i = 0; i < x.length; i++) {
            double centre = x[i];
            x[i] = centre + epsilon;
            double above = function.applyAsDouble(point);
            x[i] = centre - epsilon;
            double below = function.applyAsDouble(point);
            x[i] = centre;
            gradient.values()[i] = (above - below) / (2 * epsilon);
        }
        return gradient;
    }
}
