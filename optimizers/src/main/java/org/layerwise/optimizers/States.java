package org.layerwise.optimizers;

import java.util.List;
import org.layerwise.core.AdaptiveMoments;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ElementWise;
import org.layerwise.core.Parameter;

/** What updaters have in common: matrices of the parameter's shape, and numbers that depend on the step alone. */
final class States {
    private States() {}

    static DenseMatrix zerosLike(Parameter parameter) {
        DenseMatrix value = parameter.value();
        return new DenseMatrix(value.getRowDimension(), value.getColumnDimension());
    }

    /** The loop that moves a parameter and its averages m and v. */
    static ElementWise update(Parameter parameter, DenseMatrix m, DenseMatrix v, AdaptiveMoments.Rule rule) {
        double[] w = parameter.value().values();
        double[] g = parameter.gradient().values();
        return new ElementWise(w.length, new AdaptiveMoments(w, g, m.values(), v.values(), rule));
    }

    /**
     * {@code 1 − decay^(step + 1)}: what an average that began at 0 has gathered so far. As {@code decay^n} is at most
     * {@code e^(−n (1 − decay))}, it soon is so small that nothing of it remains beside 1.
     */
    static double gathered(double decay, long step) {
        return (1 - decay) * (step + 1) > 40 ? 1 : 1 - Powers.power(decay, step + 1);
    }

    /** −1, 0 or 1, without a branch and for subnormal numbers too, whence the two factors. */
    static double sign(double value) {
        return Math.max(-1.0, Math.min(1.0, value * 0x1p1023 * 0x1p1023));
    }

    /** An updater with state. */
    record Of(List<DenseMatrix> state, Optimizer.Updater rule) implements Optimizer.Updater {
        @Override
        public void update(long step, double learningRate) {
            rule.update(step, learningRate);
        }
    }
}
