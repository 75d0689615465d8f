package org.example;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.optimizers.Adam;
import org.layerwise.optimizers.Optimizer;

/** Finds the minimum of (x − 3)² with Adam; no network is needed. */
public final class UsesOptimizers {
    public static void main(String[] arguments) {
        Parameter x = Parameter.of("x", new DenseMatrix(1, 1));
        Optimizer adam = new Adam(0.1);
        Optimizer.Updater updater = adam.updaterFor(x);
        for (long step = 0; step < 500; step++) {
            x.gradient().setEntry(0, 0, 2 * (x.value().getEntry(0, 0) - 3));
            updater.update(step, adam.learningRate().at(step));
        }
        System.out.printf(java.util.Locale.ROOT, "x = %.3f%n", x.value().getEntry(0, 0));
    }
}
