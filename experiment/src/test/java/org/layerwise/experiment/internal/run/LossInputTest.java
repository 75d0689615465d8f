package org.layerwise.experiment.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerwise.activations.Relu;
import org.layerwise.activations.ScalarActivation;
import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Softmax;
import org.layerwise.network.losses.BinaryCrossEntropy;
import org.layerwise.network.losses.CategoricalCrossEntropy;
import org.layerwise.network.losses.MeanSquaredError;

class LossInputTest {
    /** Between 0 and 1, and known to no loss. */
    private record Half() implements ScalarActivation {
        @Override
        public double value(double z) {
            return 0.5;
        }

        @Override
        public double derivative(double z, double a) {
            return 0;
        }
    }

    @Test
    void aLossTakesTheActivationThatItIsComputedWith() {
        assertThat(LossInput.problem(new BinaryCrossEntropy(), Optional.of(new Sigmoid())))
                .isEmpty();
        assertThat(LossInput.problem(new CategoricalCrossEntropy(), Optional.of(new Softmax())))
                .isEmpty();
    }

    @Test
    void aLossOfProbabilitiesTakesAnyOthers() {
        assertThat(LossInput.problem(new BinaryCrossEntropy(), Optional.of(new Half())))
                .isEmpty();
        assertThat(LossInput.problem(new BinaryCrossEntropy(), Optional.of(new Relu())))
                .hasValueSatisfying(problem -> assertThat(problem).contains("such as sigmoid"));
        assertThat(LossInput.problem(new BinaryCrossEntropy(), Optional.empty()))
                .isPresent();
    }

    @Test
    void aLossOfDistributionsRefusesProbabilitiesThatDoNotAddUpToOne() {
        assertThat(LossInput.problem(new CategoricalCrossEntropy(), Optional.of(new Half())))
                .hasValueSatisfying(problem -> assertThat(problem).contains("expected the activation softmax"));
    }

    @Test
    void aLossOfNumbersTakesAnything() {
        assertThat(LossInput.problem(new MeanSquaredError(), Optional.of(new Relu())))
                .isEmpty();
        assertThat(LossInput.problem(new MeanSquaredError(), Optional.empty())).isEmpty();
    }
}
