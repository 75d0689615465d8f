package org.layerwise.training;

import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Tanh;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.initializers.Zeros;
import org.layerwise.network.Network;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.Dropout;
import org.layerwise.network.losses.BinaryCrossEntropy;
import org.layerwise.optimizers.LearningRateSchedule;
import org.layerwise.optimizers.Optimizer;

/** Small networks, examples and rules that tests share. */
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

    /** Two features, five hidden units with dropout, one output. */
    static Network noisy(RandomSource random) {
        return Network.builder(2)
                .layer(new Dense(5, new Tanh()))
                .layer(new Dropout(0.8))
                .layer(new Dense(1, new Sigmoid()))
                .loss(new BinaryCrossEntropy())
                .random(random)
                .build();
    }

    /** The same without dropout. */
    static Network quiet(RandomSource random) {
        return Network.builder(2)
                .layer(new Dense(5, new Tanh()))
                .layer(new Dense(1, new Sigmoid()))
                .loss(new BinaryCrossEntropy())
                .random(random)
                .build();
    }

    /** Points in the plane; those above the diagonal are of the second class. */
    static Examples points(int count, long seed) {
        RandomSource random = new Splittable().seeded(seed);
        DenseMatrix x = new DenseMatrix(2, count);
        DenseMatrix y = new DenseMatrix(1, count);
        for (int j = 0; j < count; j++) {
            x.setEntry(0, j, random.nextGaussian());
            x.setEntry(1, j, random.nextGaussian());
            y.setEntry(0, j, x.getEntry(1, j) > x.getEntry(0, j) ? 1 : 0);
        }
        return Examples.of(x, y);
    }

    /** Plain gradient descent. */
    static Optimizer descent(double rate) {
        return new Descent(step -> rate);
    }

    /** Plain gradient descent by a schedule. */
    static Optimizer descent(LearningRateSchedule schedule) {
        return new Descent(schedule);
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
}
