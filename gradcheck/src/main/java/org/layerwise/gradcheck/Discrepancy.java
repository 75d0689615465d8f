package org.layerwise.gradcheck;

import java.util.Locale;

/**
 * One parameter and its derivative in both ways.
 *
 * @param parameter the matrix it belongs to, {@code dense_1.W}
 * @param row from 0
 * @param column from 0
 * @param gradient what backpropagation says
 * @param approximation what the differences say
 */
public record Discrepancy(String parameter, int row, int column, double gradient, double approximation) {
    /** How far the two are apart. */
    public double distance() {
        return Math.abs(gradient - approximation);
    }

    /** {@code dense_1.W[2][0]: gradient -0.25, approximation 0.25}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s[%d][%d]: gradient %.12g, approximation %.12g",
                parameter,
                row,
                column,
                gradient,
                approximation);
    }
}
