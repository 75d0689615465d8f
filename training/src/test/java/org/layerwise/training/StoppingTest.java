package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.network.Network;
import org.layerwise.training.metrics.Accuracy;
import org.layerwise.training.metrics.ConfusionMatrix;

class StoppingTest {
    private static final Examples FOUR = Examples.of(Small.row(-2, -1, 1, 2), Small.row(0, 0, 1, 1));
    /** What is right for training is wrong for these, so their cost grows with every epoch. */
    private static final Examples CONTRARY = Examples.of(Small.row(-1, 1), Small.row(1, 0));

    @Test
    void endsWhenTheMonitoredValueHasNotImprovedAndPutsTheBestWeightsBack() {
        Network network = Small.logistic(1);
        TrainingResult result = run(network, new EarlyStopping("dev_cost", 3));
        assertThat(result.reason()).isEqualTo(StopReason.EARLY_STOPPING);
        assertThat(result.epochs()).isEqualTo(4);
        assertThat(result.restoredEpoch()).isEqualTo(OptionalLong.of(0));
        Network once = Small.logistic(1);
        Trainer.builder(once, Small.descent(1))
                .train(FOUR)
                .options(TrainingOptions.epochs(1).fullBatch().build())
                .build()
                .train();
        assertThat(values(network)).isEqualTo(values(once));
        assertThat(result.evaluation(Part.DEV).orElseThrow().cost())
                .isEqualTo(result.history().get(0).metrics().get("dev_cost"));
    }

    @Test
    void keepsTheLastWeightsIfAskedTo() {
        Network network = Small.logistic(1);
        TrainingResult result = run(network, new EarlyStopping("dev_cost", 3, 0, false, 0));
        assertThat(result.epochs()).isEqualTo(4);
        assertThat(result.restoredEpoch()).isEmpty();
        assertThat(result.evaluation(Part.DEV).orElseThrow().cost())
                .isEqualTo(result.history().get(3).metrics().get("dev_cost"));
    }

    @Test
    void epochsBeforeStartFromDoNotCount() {
        TrainingResult result = run(Small.logistic(1), new EarlyStopping("dev_cost", 2, 0, true, 5));
        assertThat(result.epochs()).isEqualTo(8);
        assertThat(result.restoredEpoch()).isEqualTo(OptionalLong.of(5));
    }

    @Test
    void theBestWeightsArePutBackWhateverEndedTheRun() {
        TrainingResult result = run(Small.logistic(1), new EarlyStopping("dev_cost", 1000));
        assertThat(result.reason()).isEqualTo(StopReason.EPOCHS_DONE);
        assertThat(result.restoredEpoch()).isEqualTo(OptionalLong.of(0));
    }

    @Test
    void theLastEpochIsRecordedThoughItIsNotItsTurn() {
        TrainingResult result = Trainer.builder(Small.logistic(1), Small.descent(1))
                .train(FOUR)
                .dev(CONTRARY)
                .options(TrainingOptions.epochs(50)
                        .fullBatch()
                        .logEvery(10)
                        .metric("accuracy", new Accuracy())
                        .earlyStopping(new EarlyStopping("dev_cost", 3))
                        .build())
                .build()
                .train();
        assertThat(result.history()).extracting(EpochRecord::epoch).containsExactly(0L, 3L);
        assertThat(result.history().get(1).metrics())
                .containsOnlyKeys("train_end_cost", "train_accuracy", "dev_cost", "dev_accuracy");
    }

    @Test
    void theBestWeightsArePutBackAfterAnInterruptionToo() {
        Network network = Small.logistic(1);
        long[] steps = {0};
        TrainingResult result = Trainer.builder(network, Small.descent(1))
                .train(FOUR)
                .dev(CONTRARY)
                .stopRequest(() -> ++steps[0] == 5)
                .options(TrainingOptions.epochs(20)
                        .fullBatch()
                        .earlyStopping(new EarlyStopping("dev_cost", 10))
                        .build())
                .build()
                .train();
        assertThat(result.reason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(result.restoredEpoch()).isEqualTo(OptionalLong.of(0));
        Network once = Small.logistic(1);
        Trainer.builder(once, Small.descent(1))
                .train(FOUR)
                .options(TrainingOptions.epochs(1).fullBatch().build())
                .build()
                .train();
        assertThat(values(network)).isEqualTo(values(once));
    }

    @Test
    void aCostThatGrowsTooFarIsADivergence() {
        TrainerBuilder trainer = Trainer.builder(Small.logistic(1), Small.descent(1))
                .train(FOUR)
                .options(TrainingOptions.epochs(3)
                        .fullBatch()
                        .divergenceFactor(1.5)
                        .build());
        assertThat(trainer.build().train().reason()).isEqualTo(StopReason.EPOCHS_DONE);
        Growth growth = new Growth(10);
        growth.epochFinished(0, 1, 2);
        growth.epochFinished(1, 2, 20);
        growth.epochFinished(2, 3, Double.NaN);
        Growth resumed = new Growth(10);
        resumed.restore(growth.numbers());
        assertThatThrownBy(() -> resumed.epochFinished(3, 4, 20.5))
                .isInstanceOf(DivergedException.class)
                .hasMessage(
                        "training diverged: train_cost is 20.5, more than 10.0 times the first epoch's 2.0 in epoch 3,"
                                + " step 4; first seen in loss");
    }

    private static TrainingResult run(Network network, EarlyStopping rule) {
        return Trainer.builder(network, Small.descent(1))
                .train(FOUR)
                .dev(CONTRARY)
                .options(TrainingOptions.epochs(20)
                        .fullBatch()
                        .earlyStopping(rule)
                        .build())
                .build()
                .train();
    }

    private static List<Double> values(Network network) {
        return network.parameters().stream()
                .map(parameter -> parameter.value().getEntry(0, 0))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "LOWER,  0,   '5 4 4 4',       3", // equal is no improvement
        "LOWER,  0.5, '5 4.6 4.5 4.4', 2", // none of them by more than 0.5
        "LOWER,  0.5, '5 4.4 4.3 4.2', 3",
        "HIGHER, 0,   '1 2 2 1',       3",
        "HIGHER, 0,   '1 2 3 4',       -1",
        "LOWER,  0,   '5 NaN NaN 6',   2",
        "LOWER,  0,   'NaN NaN 1 0',   1",
        "LOWER,  0.5, '5 4.6 4.4 3.8', -1"
    })
    void patienceOfTwoIsExhausted(Better better, double minDelta, String values, int after) {
        EarlyStopping rule = new EarlyStopping("v", 2, minDelta, false, 0);
        Patience patience = new Patience(rule, better, new BestWeights(List.of()));
        int exhausted = -1;
        String[] all = values.split(" ");
        for (int e = 0; e < all.length && exhausted < 0; e++) {
            exhausted = patience.isExhaustedAfter(e, Map.of("v", Double.valueOf(all[e]))) ? e : -1;
        }
        assertThat(exhausted).isEqualTo(after);
    }

    @Test
    void theBestWeightsAreThoseOfTheBestValueThoughItImprovesByLessThanMinDelta() {
        DenseMatrix live = Small.row(0);
        Patience patience =
                new Patience(new EarlyStopping("v", 5, 1, true, 0), Better.LOWER, new BestWeights(List.of(live)));
        double[] values = {3, 2.5, 2.8};
        for (int e = 0; e < 3; e++) {
            live.setEntry(0, 0, e);
            patience.isExhaustedAfter(e, Map.of("v", values[e]));
        }
        assertThat(patience.restoreBest()).isTrue();
        assertThat(live.getEntry(0, 0)).isEqualTo(1);
        assertThat(patience.numbers()[0]).isEqualTo(2);
    }

    @Test
    void nothingIsPutBackWhereNoEpochCounted() {
        TrainingResult result = Trainer.builder(Small.logistic(1), Small.descent(1))
                .train(FOUR)
                .options(TrainingOptions.epochs(2)
                        .fullBatch()
                        .earlyStopping(new EarlyStopping("train_cost", 1, 0, true, 10))
                        .build())
                .build()
                .train();
        assertThat(result.restoredEpoch()).isEmpty();
    }

    @Test
    void endsInTheEpochInWhichAllTargetsAreReached() {
        TrainingOptions options = TrainingOptions.epochs(1000)
                .fullBatch()
                .logEvery(100)
                .metric("accuracy", new Accuracy())
                .stopWhen("train_accuracy", 1)
                .stopWhen("train_end_cost", 0.2)
                .build();
        TrainingResult result = Trainer.builder(Small.logistic(1), Small.descent(1))
                .train(FOUR)
                .options(options)
                .build()
                .train();
        assertThat(result.reason()).isEqualTo(StopReason.TARGET_REACHED);
        EpochRecord last = result.history().get(result.history().size() - 1);
        assertThat(last.trainCost()).isGreaterThan(0.2);
        assertThat(last.metrics().get("train_end_cost")).isLessThanOrEqualTo(0.2);
        assertThat(last.epoch()).isEqualTo(result.epochs() - 1).isPositive();
    }

    @Test
    void endsAfterTheStepInWhichTheTimeIsOver() {
        AtomicLong now = new AtomicLong();
        TrainingResult result = Trainer.builder(Small.logistic(1), Small.descent(1))
                .train(FOUR)
                .clock(now::get)
                .checkpointer(new Checkpointer() {
                    @Override
                    public void stepFinished(StateSource source) {
                        now.addAndGet(Duration.ofSeconds(1).toNanos());
                    }
                })
                .shuffling(Shuffling.none())
                .options(TrainingOptions.epochs(100)
                        .batchSize(1)
                        .maxTime(Duration.ofSeconds(6))
                        .build())
                .build()
                .train();
        assertThat(result.reason()).isEqualTo(StopReason.MAX_TIME);
        assertThat(result.steps()).isEqualTo(6);
        assertThat(result.seconds()).isEqualTo(6);
        assertThat(result.history()).extracting(EpochRecord::epoch).containsExactly(0L, 1L);
    }

    @Test
    void aRequestEndsTheRunAfterTheStep() {
        AtomicLong asked = new AtomicLong();
        TrainingResult result = Trainer.builder(Small.logistic(1), Small.descent(1))
                .train(FOUR)
                .shuffling(Shuffling.none())
                .stopRequest(() -> asked.incrementAndGet() == 6)
                .options(TrainingOptions.epochs(100).batchSize(1).build())
                .build()
                .train();
        assertThat(result.reason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(result.steps()).isEqualTo(6);
        assertThat(result.evaluations()).isEmpty();
    }

    @Test
    void monitorsAreNamedByPartAndDirection() {
        assertThat(Monitors.available(
                        List.of(Part.TRAIN, Part.DEV),
                        Map.of("accuracy", new Accuracy(), "confusion_matrix", new ConfusionMatrix())))
                .containsOnly(
                        Map.entry("train_cost", Better.LOWER),
                        Map.entry("train_end_cost", Better.LOWER),
                        Map.entry("last_batch_cost", Better.LOWER),
                        Map.entry("train_accuracy", Better.HIGHER),
                        Map.entry("dev_cost", Better.LOWER),
                        Map.entry("dev_accuracy", Better.HIGHER));
    }
}
