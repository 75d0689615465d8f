package org.layerwise.core;

import static org.layerwise.core.Options.requireNonNegative;

/**
 * A matrix that training changes, and the gradient of the cost with respect to it.
 *
 * <p>Both matrices are buffers that live as long as the network: a layer fills {@code gradient}, an optimizer
 * changes {@code value} in place.
 *
 * @param name where it belongs, for messages and saved models: {@code dense_1.W}
 * @param value the parameter, {@code W} or {@code b}
 * @param gradient {@code dW} or {@code db}, of the same shape
 * @param rateFactor what the learning rate is multiplied by for this parameter, finite and at least 0; 0 means that
 *     training leaves it alone; default 1
 */
public record Parameter(String name, DenseMatrix value, DenseMatrix gradient, double rateFactor) {
    /** A parameter with the learning rate itself. */
    public Parameter(String name, DenseMatrix value, DenseMatrix gradient) {
        this(name, value, gradient, 1);
    }

    /**
     * @throws ShapeException if value and gradient have different shapes
     * @throws OptionException if the factor is out of range
     */
    public Parameter {
        if (value.getRowDimension() != gradient.getRowDimension()
                || value.getColumnDimension() != gradient.getColumnDimension()) {
            throw new ShapeException(name + " is " + value.shape() + " but its gradient is " + gradient.shape());
        }
        requireNonNegative("rate_factor", rateFactor);
    }

    /** The same parameter, sharing its matrices, with its factor multiplied by this one. */
    public Parameter scaledRate(double factor) {
        return factor == 1 ? this : new Parameter(name, value, gradient, rateFactor * factor);
    }

    /** Whether training changes it. */
    public boolean isTrained() {
        return rateFactor > 0;
    }

    /** A parameter with a gradient of zeros. */
    public static Parameter of(String name, DenseMatrix value) {
        return new Parameter(name, value, new DenseMatrix(value.getRowDimension(), value.getColumnDimension()));
    }
}
