package org.layerwise.training;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.layerwise.activations.Activation;
import org.layerwise.activations.HardSigmoid;
import org.layerwise.activations.HardTanh;
import org.layerwise.activations.Relu;
import org.layerwise.activations.Relu6;
import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Tanh;
import org.layerwise.core.DenseMatrix;

/** Counts dead units, or saturated outputs, over the examples of a part. */
final class UnitHealth {
    /** So near to an end of its range, as a share of it, the slope of an activation is less than a fifth of its largest. */
    private static final double NEAR = 0.05;

    private final boolean rectified;
    private final double low;
    private final double high;
    private final boolean[] alive;
    private long outputs;
    private long saturated;

    private UnitHealth(boolean rectified, double lowest, double highest, int units) {
        this.rectified = rectified;
        this.low = lowest + NEAR * (highest - lowest);
        this.high = highest - NEAR * (highest - lowest);
        this.alive = new boolean[rectified ? units : 0];
    }

    /** What watches this activation; empty for one that neither dies nor saturates at known ends. */
    static Optional<UnitHealth> of(Activation activation, int units) {
        if (activation instanceof Relu || activation instanceof Relu6) {
            return Optional.of(new UnitHealth(true, 0, 0, units));
        }
        if (activation instanceof Sigmoid || activation instanceof HardSigmoid) {
            return Optional.of(new UnitHealth(false, 0, 1, units));
        }
        boolean tanh = activation instanceof Tanh || activation instanceof HardTanh;
        return tanh ? Optional.of(new UnitHealth(false, -1, 1, units)) : Optional.empty();
    }

    void reset() {
        Arrays.fill(alive, false);
        outputs = 0;
        saturated = 0;
    }

    /** @param a (units, examples) */
    void add(DenseMatrix a) {
        if (rectified) {
            addRectified(a);
            return;
        }
        for (double value : a.values()) {
            saturated += value < low || value > high ? 1 : 0;
        }
        outputs += a.values().length;
    }

    private void addRectified(DenseMatrix a) {
        int examples = a.getColumnDimension();
        for (int unit = 0; unit < alive.length; unit++) {
            for (int i = unit * examples; i < (unit + 1) * examples && !alive[unit]; i++) {
                alive[unit] = a.values()[i] != 0;
            }
        }
    }

    /** The share of units that were 0 throughout. */
    static OptionalDouble dead(Optional<UnitHealth> units) {
        return units.filter(u -> u.rectified).map(UnitHealth::deadShare).orElse(OptionalDouble.empty());
    }

    /** The share of outputs near an end of the range. */
    static OptionalDouble saturated(Optional<UnitHealth> units) {
        return units.filter(u -> u.outputs > 0)
                .map(u -> OptionalDouble.of((double) u.saturated / u.outputs))
                .orElse(OptionalDouble.empty());
    }

    private OptionalDouble deadShare() {
        int dead = 0;
        for (boolean one : alive) {
            dead += one ? 0 : 1;
        }
        return alive.length == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) dead / alive.length);
    }
}
