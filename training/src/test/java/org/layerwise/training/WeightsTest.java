package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.layerwise.core.ShapeException;
import org.layerwise.network.Network;
import org.layerwise.training.clipping.ClipGlobalNorm;

class WeightsTest {
    private static final Examples FOUR = Examples.of(Small.row(-2, -1, 1, 2), Small.row(1, 1, 1, 0));

    @Test
    void balancedClassesHaveTheSameWeightInAll() {
        assertThat(new ClassWeights.Balanced().of(Task.binary(), new long[] {1, 3}))
                .containsExactly(new double[] {2, 2.0 / 3}, within(1e-15));
        assertThat(new ClassWeights.Balanced().of(Task.multiclass(3), new long[] {2, 0, 1}))
                .containsExactly(new double[] {0.5, 0, 1}, within(1e-15));
    }

    @Test
    void givenWeightsAreByName() {
        assertThat(new ClassWeights.Given(Map.of("1", 3.0)).of(Task.binary(), new long[] {1, 1}))
                .containsExactly(1, 3);
        assertThatThrownBy(() -> new ClassWeights.Given(Map.of("cat", 3.0)).of(Task.binary(), new long[] {1, 1}))
                .hasMessage("class_weights names no class: cat; classes are 0, 1");
        assertThatThrownBy(() -> new ClassWeights.Given(Map.of("1", -1.0)))
                .hasMessage("class_weights must be >= 0, got -1.0");
    }

    @Test
    void classWeightsWeighTheTrainingCostButNotWhatIsMeasured() {
        TrainingResult result = train(
                FOUR,
                TrainingOptions.epochs(1).fullBatch().classWeights(new ClassWeights.Given(Map.of("0", 5.0, "1", 1.0))),
                Small.logistic(1),
                0);
        assertThat(result.history().get(0).trainCost()).isCloseTo(2 * Math.log(2), within(1e-15));
        assertThat(result.evaluation(Part.TRAIN).orElseThrow().cost()).isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void aWeightOfTwoIsTheSameAsTheExampleTwice() {
        Examples weighted = FOUR.withWeights(new double[] {2, 1, 1, 0});
        Examples repeated = Examples.of(Small.row(-2, -2, -1, 1), Small.row(1, 1, 1, 1));
        Network a = Small.logistic(1);
        Network b = Small.logistic(1);
        train(weighted, TrainingOptions.epochs(5).fullBatch(), a, 1);
        train(repeated, TrainingOptions.epochs(5).fullBatch(), b, 1);
        for (int i = 0; i < 2; i++) {
            assertThat(a.parameters().get(i).value().getEntry(0, 0))
                    .isCloseTo(b.parameters().get(i).value().getEntry(0, 0), within(1e-14));
        }
    }

    @Test
    void weightsOfExamplesAndClassesAreMultiplied() {
        Examples weighted = FOUR.withWeights(new double[] {1, 2, 3, 4});
        TrainingResult result = train(
                weighted,
                TrainingOptions.epochs(1).batchSize(3).classWeights(new ClassWeights.Given(Map.of("0", 10.0))),
                Small.logistic(1),
                0);
        assertThat(result.history().get(0).trainCost()).isCloseTo(46 * Math.log(2) / 4, within(1e-14));
        assertThat(result.history().get(0).lastBatchCost()).isCloseTo(40 * Math.log(2), within(1e-14));
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> FOUR.withWeights(new double[] {1})).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> FOUR.withWeights(new double[] {1, 1, 1, -1}))
                .hasMessage("weights must be finite and >= 0, got -1.0");
    }

    @Test
    void clippingLimitsTheStep() {
        Network network = Small.logistic(1);
        train(FOUR, TrainingOptions.epochs(1).fullBatch().gradientClipping(new ClipGlobalNorm(0.125)), network, 1);
        double w = network.parameters().get(0).value().getEntry(0, 0);
        double b = network.parameters().get(1).value().getEntry(0, 0);
        assertThat(Math.hypot(w, b)).isCloseTo(0.125, within(1e-15));
    }

    private static TrainingResult train(
            Examples examples, TrainingOptions.Builder options, Network network, double rate) {
        return Trainer.builder(network, Small.descent(rate))
                .train(examples)
                .shuffling(Shuffling.none())
                .options(options.build())
                .build()
                .train();
    }
}
