package org.layerwise.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.ranges.OptionRange;

/** Options take the ends of their ranges and refuse what lies just beyond. */
class OptionsTest {
    static Stream<OptionRange> ranges() {
        return Stream.of(
                        OptionRange.of(
                                new Adam(1), "beta1 in [0, 1)", "beta2 in [0, 1)", "epsilon >= 0", "weight_decay >= 0"),
                        OptionRange.of(
                                new AdamW(1),
                                "beta1 in [0, 1)",
                                "beta2 in [0, 1)",
                                "epsilon >= 0",
                                "weight_decay >= 0"),
                        OptionRange.of(new Adamax(1), "beta1 in [0, 1)", "beta2 in [0, 1)", "epsilon > 0"),
                        OptionRange.of(
                                new Nadam(1),
                                "beta1 in [0, 1)",
                                "beta2 in [0, 1)",
                                "epsilon >= 0",
                                "momentum_decay >= 0"),
                        OptionRange.of(new Amsgrad(1), "beta1 in [0, 1)", "beta2 in [0, 1)", "epsilon >= 0"),
                        OptionRange.of(new AdaBelief(1), "beta1 in [0, 1)", "beta2 in [0, 1)", "epsilon >= 0"),
                        OptionRange.of(new Lion(1), "beta1 in [0, 1)", "beta2 in [0, 1)", "weight_decay >= 0"),
                        OptionRange.of(new Radam(1), "beta1 in [0, 1)", "beta2 in [0.6, 1)", "epsilon >= 0"),
                        OptionRange.of(new Momentum(1), "beta in [0, 1)"),
                        OptionRange.of(new Rmsprop(1), "rho in [0, 1)", "epsilon >= 0", "momentum in [0, 1)"),
                        OptionRange.of(new Sgd(1), "momentum in [0, 1)", "weight_decay >= 0"),
                        OptionRange.of(new Adadelta(), "rho in [0, 1)", "epsilon > 0"),
                        OptionRange.of(new Adagrad(1), "initial_accumulator >= 0", "epsilon >= 0"),
                        OptionRange.of(
                                new Rprop(new ConstantRate(1), 0.5, 1.2, 1e-6, 50),
                                "eta_minus in (0, 1)",
                                "eta_plus > 1"),
                        OptionRange.of(
                                new Rprop(new ConstantRate(1), 0.5, 1.2, 1e-6, Double.MAX_VALUE), "step_min > 0"),
                        OptionRange.of(new Lbfgs(), "history >= 1", "max_evaluations >= 1", "tolerance >= 0"),
                        OptionRange.of(new ConstantRate(1), "learning_rate > 0"),
                        OptionRange.of(
                                new InverseTime(1, 1),
                                "initial_learning_rate > 0",
                                "decay_rate >= 0",
                                "decay_steps > 0",
                                "delay >= 0"),
                        OptionRange.of(new InverseSqrt(1), "initial_learning_rate > 0"),
                        OptionRange.of(
                                new ExponentialDecay(1, 0.5),
                                "initial_learning_rate > 0",
                                "decay_rate in (0, 1]",
                                "decay_steps > 0"),
                        OptionRange.of(
                                new StepDecay(1, 10), "initial_learning_rate > 0", "step_size >= 1", "gamma in (0, 1]"),
                        OptionRange.of(new MultiStep(1, List.of(3L)), "initial_learning_rate > 0", "gamma in (0, 1]"),
                        OptionRange.of(
                                new Polynomial(1, 10),
                                "initial_learning_rate > 0",
                                "decay_steps >= 1",
                                "end_learning_rate >= 0",
                                "power > 0"),
                        OptionRange.of(
                                new Cosine(1, 10), "initial_learning_rate > 0", "decay_steps >= 1", "minimum >= 0"),
                        OptionRange.of(
                                new CosineRestarts(1, 10),
                                "initial_learning_rate > 0",
                                "first_decay_steps >= 1",
                                "t_mul >= 1",
                                "m_mul in (0, 1]",
                                "minimum >= 0"),
                        OptionRange.of(new Warmup(new ConstantRate(1), 5), "warmup_steps >= 1"),
                        OptionRange.of(
                                new OneCycle(1, 10),
                                "max_learning_rate > 0",
                                "div_factor >= 1",
                                "final_div_factor >= 1"),
                        OptionRange.of(
                                new Cyclic(Double.MIN_VALUE, Double.MAX_VALUE), "step_size_up >= 1", "gamma in (0, 1]"))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void takesTheEndsAndRefusesWhatLiesBeyond(OptionRange range) throws ReflectiveOperationException {
        range.verify();
    }

    @Test
    void optionsThatDependOnOthersSaySo() {
        assertThat(new Rprop(new ConstantRate(1), 0.5, 1.2, 3, 3).stepMax()).isEqualTo(3);
        assertThatThrownBy(() -> new Rprop(new ConstantRate(1), 0.5, 1.2, 3, 2))
                .hasMessage("step_max must be >= step_min (3.0), got 2.0");
        assertThatThrownBy(() -> new Rprop(new ConstantRate(1), 0.5, 1.2, 3, Double.POSITIVE_INFINITY))
                .hasMessage("step_max must be >= step_min (3.0), got Infinity");
        assertThatThrownBy(() -> new Sgd(new ConstantRate(1), 0, true, 0))
                .hasMessage("nesterov must be false without momentum, got true");
        assertThatThrownBy(() -> new OneCycle(1, 1)).hasMessage("total_steps must be >= 2, got 1");
        assertThat(new OneCycle(1, 4).totalSteps()).isEqualTo(4);
        assertThatThrownBy(() -> new OneCycle(1, 3)).hasMessageStartingWith("pct_start must be at least one of the 3");
        assertThat(rising(Math.nextDown(1.0)).totalSteps()).isEqualTo(10);
        assertThatThrownBy(() -> rising(0)).hasMessage("pct_start must be in (0, 1), got 0.0");
        assertThatThrownBy(() -> rising(1)).hasMessage("pct_start must be in (0, 1), got 1.0");
    }

    private static OneCycle rising(double share) {
        return new OneCycle(1, 10, share, 25, 1e4, LearningRateSchedule.Per.STEP);
    }

    @Test
    void cyclesRefuseBoundsThatDescendAndStepsBelowOne() {
        assertThat(new Cyclic(1, 1).baseLearningRate()).isEqualTo(1);
        assertThatThrownBy(() -> new Cyclic(2, 1)).hasMessageStartingWith("max_learning_rate must be >= ");
        assertThatThrownBy(() -> new Cyclic(0, 1)).hasMessage("base_learning_rate must be > 0, got 0.0");
        assertThatThrownBy(() -> new Cyclic(1, Double.POSITIVE_INFINITY))
                .hasMessage("max_learning_rate must be > 0, got Infinity");
        assertThat(down(1).stepSizeDown()).contains(1L);
        assertThatThrownBy(() -> down(0)).hasMessage("step_size_down must be >= 1, got 0");
    }

    private static Cyclic down(long steps) {
        return new Cyclic(1, 2, 5, Optional.of(steps), Cyclic.Mode.TRIANGULAR, 1, LearningRateSchedule.Per.STEP);
    }

    @Test
    void listsOfTimesAscendAndRatesArePositive() {
        assertThatThrownBy(() -> new MultiStep(1, List.of(3L, 3L)))
                .hasMessageStartingWith("milestones must be ascending");
        assertThatThrownBy(() -> new MultiStep(1, List.of(-1L))).hasMessageStartingWith("milestones must be ascending");
        assertThat(new MultiStep(1, List.of(0L)).at(0)).isEqualTo(0.1);
        assertThatThrownBy(() -> new Piecewise(List.of(3L, 2L), List.of(1.0, 1.0, 1.0)))
                .hasMessageStartingWith("boundaries must be ascending");
        assertThatThrownBy(() -> new Piecewise(List.of(3L), List.of(1.0, 0.0)))
                .hasMessageStartingWith("values must be all");
        assertThatThrownBy(() -> new Piecewise(List.of(3L), List.of(1.0, Double.POSITIVE_INFINITY)))
                .hasMessageStartingWith("values must be all");
        assertThatThrownBy(() -> new Piecewise(List.of(3L), List.of(1.0)))
                .hasMessageStartingWith("values must be one more than the boundaries (2)");
    }

    @Test
    void rulesThatHaveNoUncorrectedPlaceForEpsilonRefuseIt() {
        assertThatThrownBy(() -> new Adagrad(new ConstantRate(1), 0, 0, EpsilonPlacement.UNCORRECTED))
                .hasMessage("epsilon_placement must be outside_root or inside_root, got uncorrected");
        assertThatThrownBy(() -> new Rmsprop(new ConstantRate(1), 0.9, 0, 0, false, EpsilonPlacement.UNCORRECTED))
                .hasMessage("epsilon_placement must be outside_root or inside_root, got uncorrected");
    }

    @Test
    void schedulesCountStepsUnlessTheySayOtherwise() {
        LearningRateSchedule plain = time -> 1;
        assertThat(plain.per()).isEqualTo(LearningRateSchedule.Per.STEP);
        LearningRateSchedule byEpoch = new Cosine(1, 10, 0, LearningRateSchedule.Per.EPOCH);
        assertThat(new Warmup(byEpoch, 2).per()).isEqualTo(LearningRateSchedule.Per.EPOCH);
    }
}
