package org.layerwise.gradcheck.internal;

import java.util.function.DoubleSupplier;
import org.layerwise.core.Parameter;

/** The cost as a function of one entry of one parameter: {@code f(h) = J(θ + h e_i)}. */
final class Probe {
    private static final double ROUNDING = 0x1.0p-52;

    private final DoubleSupplier cost;
    private final double atCentre;
    private final double[] values;
    private final int index;

    /** @param atCentre the cost where nothing is changed */
    Probe(DoubleSupplier cost, double atCentre, Parameter parameter, int index) {
        this.cost = cost;
        this.atCentre = atCentre;
        this.values = parameter.value().values();
        this.index = index;
    }

    /** {@code (f(h) − f(−h)) / 2h}. */
    double central(double h) {
        return (f(h) - f(-h)) / (2 * h);
    }

    /** Five-point difference, whose error is h⁴: {@code (8 (f(h) − f(−h)) − (f(2h) − f(−2h))) / 12h}. */
    double fivePoint(double h) {
        return (8 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h);
    }

    /** From one side, with error h²: {@code (−3 f(0) + 4 f(h) − f(2h)) / 2h}; a negative h is the left side. */
    double oneSided(double h) {
        return (-3 * atCentre + 4 * f(h) - f(2 * h)) / (2 * h);
    }

    /** What rounding of the cost can do to a difference of this step. */
    double noise(double h) {
        return 8 * ROUNDING * Math.max(Math.abs(atCentre), Double.MIN_NORMAL) / h;
    }

    private double f(double h) {
        double centre = values[index];
        values[index] = centre + h;
        double result = cost.getAsDouble();
        values[index] = centre;
        return result;
    }
}
