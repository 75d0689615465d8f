package org.layerwise.app.report;

import java.util.Arrays;

/**
 * A line of a chart.
 *
 * @param name as {@code metrics.csv} has it
 * @param x epochs, ascending
 * @param y values; what is not finite leaves a gap
 */
record Series(String name, double[] x, double[] y) {
    /** Whether two points or more can be drawn. */
    boolean isDrawable() {
        return Arrays.stream(y).filter(Double::isFinite).count() > 1;
    }
}
