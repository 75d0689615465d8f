package org.layerwise.app.report;

import java.util.List;

/**
 * A line of a chart.
 *
 * @param name as {@code metrics.csv} has it
 * @param x epochs, ascending
 * @param y values; what is not finite leaves a gap
 */
record Series(String name, List<Double> x, List<Double> y) {
    /** Whether two points or more can be drawn. */
    boolean isDrawable() {
        return y.stream().filter(Double::isFinite).count() > 1;
    }
}
