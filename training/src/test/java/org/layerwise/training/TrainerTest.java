package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ShapeException;
import org.layerwise.core.Splittable;
import org.layerwise.initializers.Zeros;
import org.layerwise.network.Network;
import org.layerwise.network.layers.Dense;
import org.layerwise.optimizers.LearningRateSchedule;
import org.layerwise.training.metrics.Accuracy;
import org.layerwise.training.metrics.ConfusionMatrix;
import org.layerwise.training.metrics.MeanSquaredError;
import org.layerwise.training.metrics.R2;

class TrainerTest {
    private static final Examples FOUR = Examples.of(Small.row(-2, -1, 1, 2), Small.row(0, 0, 1, 1));

    @Test
    void aNetworkIsTrainedInAFewLines() {
        Network network = Small.logistic(1);
        TrainingResult result = Trainer.builder(network, Small.descent(1))
                .train(FOUR)
                .options(TrainingOptions.epochs(50)
                        .fullBatch()
                        .metric("accuracy", new Accuracy())
                        .build())
                .build()
                .train();
        assertThat(result.reason()).isEqualTo(StopReason.EPOCHS_DONE);
        assertThat(result.epochs()).isEqualTo(50);
        assertThat(result.evaluation(Part.TRAIN).orElseThrow().scalars()).containsEntry("accuracy", 1.0);
        assertThat(network.predict(Small.row(2)).getEntry(0, 0)).isGreaterThan(0.9);
    }

    @Test
    void aFullBatchRecordHoldsTheCostBeforeItsUpdateAndTheMetricsAfterIt() {
        TrainingResult result = Trainer.builder(Small.logistic(1), Small.descent(0.5))
                .train(FOUR)
                .options(TrainingOptions.epochs(3)
                        .fullBatch()
                        .metric("accuracy", new Accuracy())
                        .build())
                .build()
                .train();
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

    @Test
    void trainCostIsAveragedOverExamplesNotOverBatches() {
        Examples five = Examples.of(Small.row(-2, -1, 1, 2, 3), Small.row(0, 0, 1, 1, 0));
        // With a rate of 0 every batch sees the same parameters.
        Network network = Small.logistic(1);
        network.parameters().get(0).value().setEntry(0, 0, 1);
        double cost =
                new Evaluator(network, Task.binary(), Map.of()).evaluate(five).cost();
        TrainingResult result = Trainer.builder(network, Small.descent(0))
                .train(five)
                .shuffling(Shuffling.none())
                .options(TrainingOptions.epochs(1).batchSize(2).build())
                .build()
                .train();
        assertThat(result.history().get(0).trainCost()).isCloseTo(cost, within(1e-15));
        assertThat(result.history().get(0).lastBatchCost()).isCloseTo(Math.log1p(Math.exp(3)), within(1e-15));
        assertThat(result.steps()).isEqualTo(3);
    }

    @Test
    void everyLogEveryEpochAndTheLastOneAreRecorded() {
        TrainingResult result = Trainer.builder(Small.logistic(1), Small.descent(1))
                .train(FOUR)
                .options(TrainingOptions.epochs(12).fullBatch().logEvery(5).build())
                .build()
                .train();
        assertThat(result.history()).extracting(EpochRecord::epoch).containsExactly(0L, 5L, 10L, 11L);
    }

    @Test
    void devIsInTheRecordsAndTestInTheResultAlone() {
        TrainingResult result = Trainer.builder(Small.logistic(1), Small.descent(1))
                .train(FOUR)
                .dev(Examples.of(Small.row(5), Small.row(1)))
                .test(Examples.of(Small.row(5, 6), Small.row(1, 0)))
                .options(TrainingOptions.epochs(1)
                        .fullBatch()
                        .metric("accuracy", new Accuracy())
                        .metric("confusion_matrix", new ConfusionMatrix())
                        .build())
                .build()
                .train();
        assertThat(result.history().get(0).metrics())
                .containsOnlyKeys("train_end_cost", "train_accuracy", "dev_cost", "dev_accuracy");
        Evaluation test = result.evaluation(Part.TEST).orElseThrow();
        assertThat(test.scalars()).containsOnlyKeys("cost", "accuracy").containsEntry("accuracy", 0.5);
        assertThat(test.metrics().get("confusion_matrix"))
                .isEqualTo(new MetricValue.Table(
                        List.of("0", "1"), List.of("0", "1"), List.of(List.of(0.0, 1.0), List.of(0.0, 1.0))));
    }

    @Test
    void theRateIsThatOfTheStepOrOfTheEpoch() {
        List<Long> times = new ArrayList<>();
        LearningRateSchedule perEpoch = new LearningRateSchedule() {
            @Override
            public double at(long time) {
                times.add(time);
                return 1.0 / (1 + time);
            }

            @Override
            public Per per() {
                return Per.EPOCH;
            }
        };
        TrainingOptions options = TrainingOptions.epochs(2).batchSize(2).build();
        TrainingResult byEpoch = Trainer.builder(Small.logistic(1), new Small.Descent(perEpoch))
                .train(FOUR)
                .shuffling(Shuffling.none())
                .options(options)
                .build()
                .train();
        assertThat(times).containsOnly(0L, 1L);
        assertThat(byEpoch.history()).extracting(EpochRecord::learningRate).containsExactly(1.0, 0.5);
        TrainingResult byStep = Trainer.builder(Small.logistic(1), new Small.Descent(step -> 1.0 / (1 + step)))
                .train(FOUR)
                .shuffling(Shuffling.none())
                .options(options)
                .build()
                .train();
        assertThat(byStep.history()).extracting(EpochRecord::learningRate).containsExactly(1.0, 1.0 / 3);
    }

    @Test
    void theSameRunGivesTheSameBits() {
        assertThat(miniBatchRun(7)).isEqualTo(miniBatchRun(7)).isNotEqualTo(miniBatchRun(8));
    }

    private static List<EpochRecord> miniBatchRun(long seed) {
        var random = new Splittable().seeded(seed);
        return Trainer.builder(Small.noisy(random), Small.descent(0.1))
                .train(Small.points(50, 1))
                .random(random)
                .options(TrainingOptions.epochs(3).batchSize(16).build())
                .build()
                .train()
                .history();
    }

    @Test
    void metricsAreTakenInTheTargetsOwnUnits() {
        DenseMatrix y = Small.row(-1, 0, 1);
        Network network = Network.builder(1)
                .layer(new Dense(1).withInitializer(new Zeros()))
                .loss(new org.layerwise.network.losses.MeanSquaredError())
                .random(new Splittable().seeded(1))
                .build();
        TrainingResult result = Trainer.builder(network, Small.descent(0))
                .train(Examples.of(Small.row(1, 2, 3), y))
                .ownUnits(values -> DenseMatrix.copyOf(values.scalarMultiply(10).scalarAdd(100)))
                .options(TrainingOptions.epochs(1)
                        .fullBatch()
                        .metric("mean_squared_error", new MeanSquaredError())
                        .metric("r2", new R2())
                        .build())
                .build()
                .train();
        Map<String, Double> train = result.evaluation(Part.TRAIN).orElseThrow().scalars();
        assertThat(train.get("cost")).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(train.get("mean_squared_error")).isCloseTo(200.0 / 3, within(1e-12));
        assertThat(train.get("r2")).isCloseTo(0, within(1e-15));
    }

    @Test
    void evaluationDoesNotDependOnWhetherExamplesFillTheChunks() {
        Examples many = Small.points(1100, 3);
        Network network = Small.noisy(new Splittable().seeded(1));
        Evaluation evaluation =
                new Evaluator(network, Task.binary(), Map.of("accuracy", new Accuracy())).evaluate(many);
        var whole = network.workspace(1100);
        many.gather(many.inOrder(), 0, whole);
        assertThat(evaluation.cost()).isCloseTo(network.cost(whole), within(1e-14));
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeTraining() {
        TrainingOptions options = TrainingOptions.epochs(1).fullBatch().build();
        Examples wide = Examples.of(new DenseMatrix(3, 2), new DenseMatrix(1, 2));
        Examples tall = Examples.of(new DenseMatrix(1, 2), new DenseMatrix(2, 2));
        assertThatThrownBy(() -> trainer(wide, options))
                .isInstanceOf(ShapeException.class)
                .hasMessage("the network takes 1 features but the train part has 3");
        assertThatThrownBy(() -> trainer(tall, options))
                .isInstanceOf(ShapeException.class)
                .hasMessage("the network has 1 outputs but Y of the train part is 2x2");
        assertThatThrownBy(() -> trainer(FOUR, TrainingOptions.epochs(1).build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("shuffled mini-batches need random numbers");
        assertThatThrownBy(() -> trainer(
                        FOUR,
                        TrainingOptions.epochs(1)
                                .fullBatch()
                                .maxTime(Duration.ofSeconds(1))
                                .build()))
                .hasMessage("max_time needs a clock: call clock(…)");
        assertThatThrownBy(() -> trainer(
                        FOUR,
                        TrainingOptions.epochs(1)
                                .fullBatch()
                                .earlyStopping(new EarlyStopping("dev_cost"))
                                .build()))
                .hasMessage("there is no value 'dev_cost' to monitor; there are last_batch_cost, train_cost,"
                        + " train_end_cost");
        assertThatThrownBy(() -> Trainer.builder(Small.logistic(1), Small.descent(1))
                        .options(options)
                        .build())
                .hasMessage("a trainer needs training examples: call train(…)");
    }

    private static Trainer trainer(Examples train, TrainingOptions options) {
        return Trainer.builder(Small.logistic(1), Small.descent(1))
                .train(train)
                .options(options)
                .build();
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> TrainingOptions.epochs(0).build()).hasMessage("epochs must be >= 1, got 0");
        assertThatThrownBy(() -> TrainingOptions.epochs(1).batchSize(0).build())
                .hasMessage("batch_size must be >= 1 or full, got 0");
        assertThatThrownBy(() -> TrainingOptions.epochs(1).logEvery(0).build())
                .hasMessage("log_every must be >= 1, got 0");
        assertThatThrownBy(() -> new EarlyStopping("dev_cost", 0)).hasMessage("patience must be >= 1, got 0");
        assertThatThrownBy(() -> new EarlyStopping("dev_cost", 1, -1, true, 0))
                .hasMessage("min_delta must be >= 0, got -1.0");
    }

    @Test
    void aTrainerTrainsOnce() {
        Trainer trainer = trainer(FOUR, TrainingOptions.epochs(1).fullBatch().build());
        trainer.train();
        assertThatThrownBy(trainer::train).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void examplesRefuseWhatIsNotFinite() {
        assertThatThrownBy(() -> Examples.of(Small.row(1, Double.NaN), Small.row(0, 1)))
                .hasMessage("X holds NaN in row 0, example 1");
        assertThatThrownBy(() -> Examples.of(Small.row(1, 2), Small.row(0)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Y is 1x1 but X has 2 examples");
    }
}
