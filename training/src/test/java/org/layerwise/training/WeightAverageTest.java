package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.OptionException;
import org.layerwise.network.Network;
import org.layerwise.optimizers.Adam;
import org.layerwise.optimizers.ConstantRate;
import org.layerwise.optimizers.EpsilonPlacement;
import org.layerwise.optimizers.ReduceOnPlateau;

class WeightAverageTest {
    private static final Examples FOUR = Examples.of(Small.row(-2, -1, 1, 2), Small.row(0, 0, 1, 1));
    private static final Examples CONTRARY = Examples.of(Small.row(-1, 1), Small.row(1, 0));

    /** The weight after each update, which averaging must not change. */
    private static List<Double> path(int epochs) {
        List<Double> weights = new ArrayList<>();
        Network network = Small.logistic(1);
        Trainer.builder(network, Small.descent(1))
                .train(FOUR)
                .options(TrainingOptions.epochs(epochs).fullBatch().build())
                .checkpointer(new Checkpointer() {
                    @Override
                    public void stepFinished(StateSource source) {
                        weights.add(network.parameters().get(0).value().getEntry(0, 0));
                    }
                })
                .build()
                .train();
        return weights;
    }

    private record Averaged(Network network, TrainingResult result, List<TrainingState> states) {
        static Averaged of(WeightAverage rule, TrainingOptions.Builder options) {
            Network network = Small.logistic(1);
            List<TrainingState> states = new ArrayList<>();
            TrainingResult result = Trainer.builder(network, Small.descent(1))
                    .train(FOUR)
                    .dev(CONTRARY)
                    .options(options.fullBatch().weightAverage(rule).build())
                    .checkpointer(new Checkpointer() {
                        @Override
                        public void epochFinished(StateSource source) {
                            states.add(source.capture());
                        }
                    })
                    .build()
                    .train();
            return new Averaged(network, result, states);
        }

        double weight() {
            return network.parameters().get(0).value().getEntry(0, 0);
        }

        double state(int epoch, String name) {
            return Objects.requireNonNull(states.get(epoch).matrices().get(name))
                    .getEntry(0, 0);
        }
    }

    static List<WeightAverage> rules() {
        return List.of(
                new WeightAverage(0.9),
                new WeightAverage(WeightAverage.Type.EXPONENTIAL, 0.9, 0, true),
                new WeightAverage(WeightAverage.Type.EXPONENTIAL, 0.5, 3, false),
                new WeightAverage(WeightAverage.Type.EQUAL, 0.999, 2, false));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theModelHoldsTheAverageAndTrainingDoesNotFeelIt(WeightAverage rule) {
        List<Double> path = path(8);
        Averaged run = Averaged.of(rule, TrainingOptions.epochs(8));
        double expected = path.get(rule.startEpoch());
        for (int e = rule.startEpoch() + 1; e < 8; e++) {
            int n = e - rule.startEpoch();
            double kept = rule.type() == WeightAverage.Type.EQUAL
                    ? (double) n / (n + 1)
                    : rule.warmUp() ? Math.min(rule.decay(), (1.0 + n) / (10 + n)) : rule.decay();
            expected = kept * expected + (1 - kept) * path.get(e);
        }
        assertThat(run.weight()).isCloseTo(expected, within(1e-14));
        for (int e = 0; e < 8; e++) {
            assertThat(run.state(e, "parameter/dense_1.W")).isEqualTo(path.get(e));
        }
        assertThat(run.state(7, "weight_average/dense_1.W")).isEqualTo(run.weight());
    }

    @Test
    void equalWeightsGiveTheMean() {
        List<Double> path = path(6);
        Averaged run =
                Averaged.of(new WeightAverage(WeightAverage.Type.EQUAL, 0.999, 0, false), TrainingOptions.epochs(6));
        assertThat(run.weight())
                .isCloseTo(path.stream().mapToDouble(w -> w).average().orElseThrow(), within(1e-14));
    }

    @Test
    void costsAreThoseOfTheAverage() {
        Averaged run = Averaged.of(new WeightAverage(0.5), TrainingOptions.epochs(5));
        double last =
                Objects.requireNonNull(run.result().history().get(4).metrics().get("dev_cost"));
        assertThat(run.result().evaluation(Part.DEV).orElseThrow().cost()).isEqualTo(last);
        Averaged until = Averaged.of(new WeightAverage(0), TrainingOptions.epochs(5));
        assertThat(until.weight()).as("a decay of 0 keeps nothing").isEqualTo(path(5).get(4));
    }

    @Test
    void beforeItsStartThereIsNoAverage() {
        Averaged run =
                Averaged.of(new WeightAverage(WeightAverage.Type.EQUAL, 0.999, 10, false), TrainingOptions.epochs(5));
        assertThat(run.weight()).isEqualTo(path(5).get(4));
    }

    @Test
    void theBestWeightsAreTheBestAverage() {
        Averaged run = Averaged.of(
                new WeightAverage(0.5), TrainingOptions.epochs(20).earlyStopping(new EarlyStopping("dev_cost", 3)));
        assertThat(run.result().restoredEpoch()).hasValue(0);
        assertThat(run.result().epochs()).isEqualTo(4);
        assertThat(run.weight()).isEqualTo(path(1).get(0));
        Averaged other = Averaged.of(
                new WeightAverage(0.5),
                TrainingOptions.epochs(7).earlyStopping(new EarlyStopping("train_end_cost", 3)));
        assertThat(other.result().restoredEpoch()).hasValue(6);
        assertThat(other.weight()).isEqualTo(other.state(6, "weight_average/dense_1.W"));
    }

    @Test
    void aPlateauLowersTheRate() {
        TrainingResult result = Trainer.builder(
                        Small.logistic(1),
                        new Adam(
                                new ReduceOnPlateau(new ConstantRate(0.5), "dev_cost", 0.5, 2, 0, 0, 0),
                                0.9,
                                0.999,
                                1e-8,
                                EpsilonPlacement.OUTSIDE_ROOT,
                                0))
                .train(FOUR)
                .dev(CONTRARY)
                .options(TrainingOptions.epochs(7).fullBatch().logEvery(1).build())
                .build()
                .train();
        assertThat(result.history())
                .extracting(EpochRecord::learningRate)
                .containsExactly(0.5, 0.5, 0.5, 0.25, 0.25, 0.125, 0.125);
    }

    @Test
    void whatAPlateauMonitorsMustExist() {
        TrainerBuilder trainer = Trainer.builder(
                        Small.logistic(1), Small.descent(new ReduceOnPlateau(new ConstantRate(0.5))))
                .train(FOUR)
                .options(TrainingOptions.epochs(1).fullBatch().build());
        assertThatThrownBy(trainer::build).hasMessageStartingWith("there is no value 'dev_cost' to monitor");
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> new WeightAverage(1))
                .isInstanceOf(OptionException.class)
                .hasMessage("decay must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> new WeightAverage(WeightAverage.Type.EQUAL, 0.5, -1, false))
                .hasMessage("start_epoch must be >= 0, got -1");
    }
}
