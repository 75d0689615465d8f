package org.layerwise.core;

/**
 * A matrix that training changes, and the gradient of the cost with respect to it.
 *
 * <p>Both matrices are buffers that live as long as the network: a layer fills {@code gradient}, an optimizer
 * changes {@code value} in place.
 *
 * @param name where it belongs, for messages and saved models: {@code dense_1.W}
 * @param value the parameter, {@code W} or {@code b}
 * @param gradient {@code dW} or {@code db}, of the same shape
 */
public record Parameter(String name, DenseMatrix value, DenseMatrix gradient) {
    /** @throws ShapeException if value and gradient have different shapes */
    public Parameter {
        if (value.getRowDimension() != gradient.getRowDimension()
                || value.getColumnDimension() != gradient.getColumnDimension()) {
            throw new ShapeException(name + " is " + value.shape() + " but its gradient is " + gradient.shape());
        }
    }

    /** A parameter with a gradient of zeros. */
    public static Parameter of(String name, DenseMatrix value) {
        return new Parameter(name, value, new DenseMatrix(value.getRowDimension(), value.getColumnDimension()));
    }
}
