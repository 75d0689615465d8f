package org.layerwise.gradcheck;

import java.util.Locale;

/**
 * One parameter at which the function has a corner, as ReLU has at 0: the derivative from the left and the one from the
 * right disagree however small the step, so that differences can neither confirm nor refute the gradient.
 *
 * @param parameter the matrix it belongs to, {@code dense_1.W}
 * @param row from 0
 * @param column from 0
 * @param gradient what backpropagation says
 * @param left the one-sided derivative from below
 * @param right the one-sided derivative from above
 */
public record Kink(String parameter, int row, int column, double gradient, double left, double right) {
    /** {@code dense_1.W[2][0]: kink, gradient 0, from the left 0, from the right 1}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s[%d][%d]: kink, gradient %.6g, from the left %.6g, from the right %.6g",
                parameter,
                row,
                column,
                gradient,
                left,
                right);
    }
}
