package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Tanh;
import org.layerwise.core.OptionException;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.network.Network;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.losses.BinaryCrossEntropy;
import org.layerwise.optimizers.Adam;
import org.layerwise.regularizers.L2;

class AccumulationTest {
    private record Run(Network network, TrainingResult result) {
        static Run of(int examples, TrainingOptions.Builder options) {
            RandomSource random = new Splittable().seeded(4);
            Network network = Network.builder(2)
                    .layer(new Dense(5, new Tanh()).withRegularizer(new L2(0.7)))
                    .layer(new Dense(1, new Sigmoid()))
                    .loss(new BinaryCrossEntropy())
                    .random(random)
                    .build();
            Examples points = Small.points(examples, 1);
            double[] weights = new double[examples];
            for (int i = 0; i < examples; i++) {
                weights[i] = 1 + i % 3;
            }
            TrainingResult result = Trainer.builder(network, new Adam(0.05))
                    .train(points.withWeights(weights))
                    .random(random)
                    .options(options.build())
                    .build()
                    .train();
            return new Run(network, result);
        }
    }

    /** 50 = 3 · 16 + 2: the last update has one part of 2; 44 = 2 · 16 + 12: it has parts of 8 and 4. */
    @ParameterizedTest
    @CsvSource({"50, 8, 2", "44, 8, 2", "48, 8, 2", "50, 5, 4", "7, 2, 9"})
    void equalsTheLargeBatch(int examples, int batch, int accumulated) {
        Run parts = Run.of(examples, TrainingOptions.epochs(5).batchSize(batch).accumulate(accumulated));
        Run large = Run.of(examples, TrainingOptions.epochs(5).batchSize(Math.min(examples, batch * accumulated)));
        if (batch * accumulated >= examples) {
            // the large batch is not shuffled, which changes nothing but the order of sums
            assertThat(parts.result().steps()).isEqualTo(5);
        }
        assertThat(parts.result().steps()).isEqualTo(large.result().steps());
        for (int i = 0; i < parts.network().parameters().size(); i++) {
            double[] expected = large.network().parameters().get(i).value().values();
            assertThat(parts.network().parameters().get(i).value().values()).containsExactly(expected, within(1e-11));
        }
        for (int e = 0; e < 5; e++) {
            EpochRecord expected = large.result().history().get(e);
            EpochRecord actual = parts.result().history().get(e);
            assertThat(actual.trainCost()).isCloseTo(expected.trainCost(), within(1e-12));
            assertThat(actual.lastBatchCost()).isCloseTo(expected.lastBatchCost(), within(1e-12));
            assertThat(actual.step()).isEqualTo(expected.step());
        }
    }

    @Test
    void partsAreCountedWithinAndOverEpochs() {
        RandomSource random = new Splittable().seeded(4);
        Batches batches = new Batches(Small.noisy(random), Small.points(50, 1), 8, 2, Shuffling.none());
        assertThat(batches.count()).isEqualTo(4);
        assertThat(List.of(batches.parts(0), batches.parts(3))).containsExactly(2, 1);
        assertThat(List.of(batches.examples(0), batches.examples(3))).containsExactly(16, 2);
        assertThat(batches.pass(0, 0, 0)).isZero();
        assertThat(batches.pass(0, 3, 0)).isEqualTo(6);
        assertThat(batches.pass(2, 1, 1)).isEqualTo(2 * 7 + 3);
    }

    @Test
    void allBatchesOfAnEpochMayMakeOneUpdate() {
        Batches batches = new Batches(Small.logistic(2), Small.points(50, 1), 8, Integer.MAX_VALUE, Shuffling.none());
        assertThat(batches.count()).isEqualTo(1);
        assertThat(batches.parts(0)).isEqualTo(7);
        assertThat(batches.examples(0)).isEqualTo(50);
    }

    @Test
    void needsMiniBatches() {
        assertThatThrownBy(() ->
                        TrainingOptions.epochs(1).fullBatch().accumulate(2).build())
                .isInstanceOf(OptionException.class)
                .hasMessage("accumulate must be 1 where the batch is all examples, got 2");
        assertThatThrownBy(() -> TrainingOptions.epochs(1).accumulate(0).build())
                .hasMessage("accumulate must be >= 1, got 0");
    }
}
