package org.layerwise.gradcheck.internal;

import org.layerwise.core.Parameter;
import org.layerwise.gradcheck.Discrepancy;
import org.layerwise.gradcheck.Kink;

/** One component of the gradient and what has been found out about it. */
final class Component {
    private static final double[] STEPS = {1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7};
    private static final double KINK_STEP = 1e-6;

    final double gradient;
    private final Parameter parameter;
    private final int index;
    double approximation;
    boolean kink;
    private double left;
    private double right;

    Component(Parameter parameter, int index) {
        this.parameter = parameter;
        this.index = index;
        this.gradient = parameter.gradient().values()[index];
    }

    Parameter parameter() {
        return parameter;
    }

    int index() {
        return index;
    }

    /** NaN counts as the largest distance there is. */
    double distance() {
        double distance = Math.abs(approximation - gradient);
        return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
    }

    /**
     * Measures again with steps that rounding hurts less. A step is trusted as far as its difference agrees with that
     * of the next smaller one; a kink shows as left and right derivatives that stay apart when the step shrinks.
     *
     * @param scale the size of a typical component
     */
    void refine(Probe probe, double scale) {
        double unit = Math.max(1, Math.abs(parameter.value().values()[index]));
        double quick = probe.fivePoint(1e-4 * unit);
        if (Math.abs(quick - gradient) <= 1e-9 * (scale + Math.abs(gradient))) {
            approximation = quick;
            return;
        }
        approximation = best(probe, unit);
        left = probe.oneSided(-KINK_STEP * unit);
        right = probe.oneSided(KINK_STEP * unit);
        double gap = Math.abs(right - left);
        double wider = Math.abs(probe.oneSided(10 * KINK_STEP * unit) - probe.oneSided(-10 * KINK_STEP * unit));
        kink = gap > 0.5 * wider && gap > 1e-6 * scale + 16 * probe.noise(KINK_STEP * unit);
    }

    Discrepancy discrepancy() {
        int columns = parameter.value().getColumnDimension();
        return new Discrepancy(parameter.name(), index / columns, index % columns, gradient, approximation);
    }

    Kink asKink() {
        int columns = parameter.value().getColumnDimension();
        return new Kink(parameter.name(), index / columns, index % columns, gradient, left, right);
    }

    private double best(Probe probe, double unit) {
        double best = approximation;
        double least = Double.POSITIVE_INFINITY;
        double larger = probe.fivePoint(STEPS[0] * unit);
        for (int k = 1; k < STEPS.length; k++) {
            double smaller = probe.fivePoint(STEPS[k] * unit);
            double error = Math.abs(larger - smaller) + probe.noise(STEPS[k] * unit);
            if (error < least) {
                least = error;
                best = smaller;
            }
            larger = smaller;
        }
        return best;
    }
}
