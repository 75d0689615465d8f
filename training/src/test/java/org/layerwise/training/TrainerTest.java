package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.network.Network;
import org.layerwise.training.metrics.Accuracy;

class TrainerTest {
    @Test
    void aNetworkIsTrainedInAFewLines() {
        DenseMatrix x = DenseMatrix.of(new double[][] {{-2, -1, 1, 2}});
        DenseMatrix y = DenseMatrix.of(new double[][] {{0, 0, 1, 1}});
        Network network = Small.logistic(1);
        TrainingResult result = Trainer.builder(network, Small.descent(1))
                .train(Examples.of(x, y))
                .options(TrainingOptions.epochs(50)
                        .fullBatch()
                        .metric("accuracy", new Accuracy())
                        .build())
                .build()
                .train();
        assertThat(result.reason()).isEqualTo(StopReason.EPOCHS_DONE);
        assertThat(result.evaluation(Part.TRAIN).orElseThrow().scalars()).containsEntry("accuracy", 1.0);
        assertThat(network.predict(x).getEntry(0, 3)).isGreaterThan(0.9);
    }

    @Test
    void aFullBatchRowHoldsTheCostBeforeItsUpdateAndTheMetricsAfterIt() {
        DenseMatrix x = DenseMatrix.of(new double[][] {{-2, -1, 1, 2}});
        DenseMatrix y = DenseMatrix.of(new double[][] {{0, 0, 1, 1}});
        TrainingResult result = Trainer.builder(Small.logistic(1), Small.descent(0.5))
                .train(Examples.of(x, y))
                .options(TrainingOptions.epochs(3)
                        .fullBatch()
                        .metric("accuracy", new Accuracy())
                        .build())
                .build()
                .train();
        assertThat(result.history()).hasSize(3);
        EpochRecord first = result.history().get(0);
        assertThat(first.trainCost()).isCloseTo(Math.log(2), within(1e-15)).isEqualTo(first.lastBatchCost());
        assertThat(first.metrics()).containsOnlyKeys("train_end_cost", "train_accuracy");
        for (int e = 1; e < 3; e++) {
            EpochRecord record = result.history().get(e);
            assertThat(record.epoch()).isEqualTo(e);
            assertThat(record.step()).isEqualTo(e);
            assertThat(record.trainCost())
                    .isEqualTo(result.history().get(e - 1).metrics().get("train_end_cost"));
        }
    }
}
