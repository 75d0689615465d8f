package org.layerwise.app.report;

import java.util.List;

/**
 * What a model says over a plane of two features, and the examples in it.
 *
 * @param x the first feature's range
 * @param y the second feature's range
 * @param classes the class names
 * @param cells the class of each cell, row by row from the upper left, {@code side * side} of them
 * @param side cells in each direction
 * @param points the examples
 */
record Boundary(Axis x, Axis y, List<String> classes, List<Integer> cells, int side, List<Point> points) {
    /**
     * One example.
     *
     * @param x its first feature
     * @param y its second feature
     * @param label the index of its class
     */
    record Point(double x, double y, int label) {}
}
