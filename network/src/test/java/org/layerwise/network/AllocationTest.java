package org.layerwise.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.activations.Relu;
import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Softmax;
import org.layerwise.activations.Tanh;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.Dropout;
import org.layerwise.network.layers.Residual;
import org.layerwise.network.losses.BinaryCrossEntropy;
import org.layerwise.network.losses.CategoricalCrossEntropy;
import org.layerwise.regularizers.GaussianNoise;
import org.layerwise.regularizers.L2;

class AllocationTest {
    private static final int STEPS = 200;
    /** The virtual machine itself allocates a few bytes now and then, a leaking step would in every repetition. */
    private static final int REPETITIONS = 5;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aWarmStepOfABinaryNetworkAllocatesNothing() {
        assertAllocatesNothing(Network.builder(5)
                .layer(new Dense(4, new Tanh()).withRegularizer(new L2(0.5)))
                .layer(new Dropout(0.8))
                .layer(new Dense(3, new Relu()))
                .layer(new Dense(1, new Sigmoid()))
                .loss(new BinaryCrossEntropy())
                .random(new Splittable().seeded(1))
                .build());
    }

    @Test
    void aWarmStepOfAClassifierAllocatesNothing() {
        assertAllocatesNothing(Network.builder(5)
                .layer(new Dense(7, new Relu()))
                .layer(new Dense(3, new Softmax()))
                .loss(new CategoricalCrossEntropy())
                .random(new Splittable().seeded(1))
                .build());
    }

    @Test
    void aWarmStepInMixedPrecisionAllocatesNothing() {
        assertAllocatesNothing(Network.builder(5)
                .layer(new Dense(7, new Relu()).withWeightNoise(new GaussianNoise(0.1)))
                .layer(new Dense(3, new Softmax()))
                .loss(new CategoricalCrossEntropy())
                .random(new Splittable().seeded(1))
                .precision(Precision.MIXED)
                .build());
    }

    /** Inference through a residual block does allocate, so that several threads may infer. */
    @Test
    void aWarmStepThroughAResidualBlockAllocatesNothing() {
        Network network = Network.builder(5)
                .layer(new Residual(List.of(new Dense(6, new Tanh()), new Dropout(0.8), new Dense(4))).withProjection())
                .layer(new Dense(1, new Sigmoid()))
                .loss(new BinaryCrossEntropy())
                .random(new Splittable().seeded(1))
                .build();
        Workspace full = filled(network, 64);
        long least = Long.MAX_VALUE;
        for (int repetition = 0; repetition <= 2 * REPETITIONS && least > 0; repetition++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int step = 0; step < 2 * STEPS; step++) {
                network.costAndGradients(full, step);
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).as("bytes in %d steps", 2 * STEPS).isZero();
    }

    private static void assertAllocatesNothing(Network network) {
        Workspace full = filled(network, 64);
        Workspace last = filled(network, 44);
        last.useWeights();
        double sum = run(network, full, last, 0);
        long least = Long.MAX_VALUE;
        for (int repetition = 1; repetition <= REPETITIONS; repetition++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            sum += run(network, full, last, (long) STEPS * repetition);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(sum).isFinite();
        assertThat(least).as("bytes in %d steps", 2 * STEPS).isZero();
    }

    private static double run(Network network, Workspace full, Workspace last, long first) {
        double sum = 0;
        for (long step = first; step < first + STEPS; step++) {
            sum += network.costAndGradients(full, step);
            sum += network.costAndGradients(last, step);
            sum += network.cost(full);
        }
        return sum;
    }

    private static Workspace filled(Network network, int examples) {
        Workspace workspace = network.workspace(examples);
        RandomSource random = new Splittable().seeded(9);
        double[] x = workspace.input().values();
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextGaussian();
        }
        for (int j = 0; j < examples; j++) {
            workspace.target().setEntry(random.nextInt(network.outputs()), j, 1);
        }
        return workspace;
    }
}
