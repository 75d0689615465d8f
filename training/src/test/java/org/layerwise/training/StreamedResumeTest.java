package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.NumericTargets;
import org.layerwise.network.Network;
import org.layerwise.optimizers.Adam;

/** A run on streamed examples saves the order of its blocks, not that of millions of examples, and goes on to the same bits. */
class StreamedResumeTest {
    private static final int COUNT = 1000;

    private static Examples streamed(int count) {
        RandomSource random = new Splittable().seeded(3);
        DenseMatrix x = new DenseMatrix(count, 2);
        DenseMatrix y = new DenseMatrix(count, 1);
        for (int i = 0; i < count; i++) {
            x.setEntry(i, 0, random.nextGaussian());
            x.setEntry(i, 1, random.nextGaussian());
            y.setEntry(i, 0, x.getEntry(i, 0) > 0 ? 1 : 0);
        }
        Dataset lazy = Dataset.of("points", x, y).lazily(some -> some);
        return Examples.streamed(lazy, NumericTargets.of(lazy)::encode);
    }

    private static double[] weights(boolean shuffled, Checkpointer checkpointer, Optional<TrainingState> from) {
        RandomSource random = new Splittable().seeded(5);
        Network network = Small.quiet(random);
        Shuffling shuffling = shuffled ? Shuffling.inBlocks(Shuffling.byEpoch(random)) : Shuffling.none();
        TrainerBuilder trainer = Trainer.builder(network, new Adam(0.05))
                .train(streamed(COUNT))
                .random(random)
                .shuffling(shuffling)
                .options(TrainingOptions.epochs(3).batchSize(64).build())
                .checkpointer(checkpointer);
        from.ifPresent(trainer::resumeFrom);
        trainer.build().train();
        return network.parameters().stream()
                .flatMapToDouble(p -> Arrays.stream(p.value().values()))
                .toArray();
    }

    private static TrainingState stateAt(long step, boolean shuffled) {
        TrainingState[] state = new TrainingState[1];
        weights(
                shuffled,
                new Checkpointer() {
                    @Override
                    public void stepFinished(StateSource source) {
                        if (source.step() == step) {
                            state[0] = source.capture();
                        }
                    }
                },
                Optional.empty());
        return state[0];
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnWithinAnEpochToTheSameBits(boolean shuffled) {
        TrainingState state = stateAt(21, shuffled);
        DenseMatrix order = Objects.requireNonNull(state.matrices().get("order"));
        assertThat(order.getColumnDimension()).isEqualTo(shuffled ? 67 : 0);
        double[] whole = weights(shuffled, new Checkpointer() {}, Optional.empty());
        assertThat(weights(shuffled, new Checkpointer() {}, Optional.of(state))).isEqualTo(whole);
    }

    @Test
    void refusesTheOrderOfOtherExamples() {
        Batches batches = new Batches(
                Small.quiet(new Splittable().seeded(1)),
                streamed(COUNT),
                64,
                Shuffling.inBlocks(Shuffling.byEpoch(new Splittable().seeded(1))));
        assertThatThrownBy(() -> batches.resume(new DenseMatrix(1, 67), 0))
                .isInstanceOf(ForeignStateException.class)
                .hasMessageEndingWith("its epoch's order lacks an example, or has one twice");
        assertThatThrownBy(() -> batches.resume(new DenseMatrix(1, 5), 0))
                .isInstanceOf(ForeignStateException.class)
                .hasMessageEndingWith("its epoch has 5 blocks of training examples, here there are 67");
    }
}
