package org.layerwise.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.layerwise.core.Registry;

/** The names that experiment files know. */
class OptimizersPluginTest {
    @Test
    void registersEachComponentUnderItsName() {
        Registry registry = Registry.load();
        assertThat(registry.all(Optimizer.class))
                .containsOnlyKeys(
                        "sgd",
                        "momentum",
                        "rmsprop",
                        "adam",
                        "adamw",
                        "amsgrad",
                        "adamax",
                        "nadam",
                        "radam",
                        "adabelief",
                        "lion",
                        "adagrad",
                        "adadelta",
                        "rprop",
                        "lbfgs");
        assertThat(registry.all(LearningRateSchedule.class))
                .containsOnlyKeys(
                        "constant",
                        "inverse_time",
                        "inverse_sqrt",
                        "step",
                        "multi_step",
                        "piecewise",
                        "exponential",
                        "polynomial",
                        "cosine",
                        "cosine_restarts",
                        "warmup",
                        "reduce_on_plateau",
                        "one_cycle",
                        "cyclic");
    }
}
