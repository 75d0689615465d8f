package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.network.Network;
import org.layerwise.network.Workspace;
import org.layerwise.optimizers.Optimizer;
import org.layerwise.training.clipping.ClipGlobalNorm;

class AllocationTest {
    private static final int STEPS = 2000;

    static Stream<Optimizer> optimizers() {
        return Optimizers.all().values().stream();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aWarmStepAllocatesNothing(Optimizer optimizer) {
        RandomSource random = new Splittable().seeded(1);
        Network network = Small.noisy(random);
        Batches batches = new Batches(network, Small.points(50, 1), 16, Shuffling.none());
        AveragedWeights averages = new AveragedWeights(new WeightAverage(), network.parameters());
        Stepper stepper = new Stepper(network, optimizer, Optional.of(new ClipGlobalNorm(1)));
        FiniteCheck finite = new FiniteCheck(network, stepper.parameters(), OnNonFinite.FAIL, new Listeners(List.of()));
        EpochProgress at = new EpochProgress();
        BatchGradients gradients = new BatchGradients(batches, stepper, Optional.empty(), finite, at);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20 && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < STEPS; i++) {
                at.batch = (int) (at.step % batches.count());
                Workspace workspace = gradients.compute();
                stepper.update(workspace, gradients.cost(), at.step, 1e-6);
                averages.updated(at.step);
                at.step++;
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).as("bytes in %d steps", STEPS).isZero();
    }
}
