package org.layerwise.training;

import java.util.List;
import org.layerwise.activations.Sigmoid;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.Splittable;
import org.layerwise.initializers.Zeros;
import org.layerwise.network.Network;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.losses.BinaryCrossEntropy;
import org.layerwise.optimizers.LearningRateSchedule;
import org.layerwise.optimizers.Optimizer;

/** Small networks and rules that tests share. */
final class Small {
    private Small() {}

    /** Logistic regression from zeros. */
    static Network logistic(int features) {
        return Network.builder(features)
                .layer(new Dense(1, new Sigmoid()).withInitializer(new Zeros()))
                .loss(new BinaryCrossEntropy())
                .random(new Splittable().seeded(1))
                .build();
    }

    /** Plain gradient descent. */
    static Optimizer descent(double rate) {
        return new Descent(step -> rate);
    }

    /** Plain gradient descent by a schedule. */
    record Descent(LearningRateSchedule learningRate) implements Optimizer {
        @Override
        public Updater updaterFor(Parameter parameter) {
            double[] w = parameter.value().values();
            double[] g = parameter.gradient().values();
            return (step, rate) -> {
                for (int i = 0; i < w.length; i++) {
                    w[i] -= rate * g[i];
                }
            };
        }
    }

    static DenseMatrix row(double... values) {
        return DenseMatrix.of(new double[][] {values});
    }

    static List<Double> list(double... values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }
}
