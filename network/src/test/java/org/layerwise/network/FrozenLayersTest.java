package org.layerwise.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.activations.Tanh;
import org.layerwise.core.OptionException;
import org.layerwise.core.Parameter;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.network.layers.BatchNorm;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.LayerNorm;
import org.layerwise.network.losses.MeanSquaredError;
import org.layerwise.regularizers.L2;
import org.layerwise.regularizers.MaxNorm;

class FrozenLayersTest {
    private static final Dense FIRST = new Dense(4, new Tanh()).withRegularizer(new L2(0.5));
    private static final Dense SECOND = new Dense(3, new Tanh());

    private static Network network(LayerSpec... specs) {
        NetworkBuilder builder = Network.builder(2).loss(new MeanSquaredError()).random(new Splittable().seeded(3));
        for (LayerSpec spec : specs) {
            builder.layer(spec);
        }
        return builder.layer(new Dense(1)).build();
    }

    private static Workspace filled(Network network) {
        RandomSource random = new Splittable().seeded(5);
        Workspace workspace = network.workspace(6);
        for (int i = 0; i < 12; i++) {
            workspace.input().values()[i] = random.nextGaussian();
        }
        for (int i = 0; i < 6; i++) {
            workspace.target().values()[i] = random.nextGaussian();
        }
        return workspace;
    }

    @Test
    void factorsGoToTheParameters() {
        Network network = network(FIRST.withLearningRateFactor(0.1), SECOND.frozen());
        assertThat(network.parameters())
                .extracting(Parameter::rateFactor)
                .containsExactly(0.1, 0.1, 0.0, 0.0, 1.0, 1.0);
    }

    @Test
    void theOthersHaveTheGradientsThatTheyWouldHave() {
        Network free = network(FIRST, SECOND);
        Workspace freeSpace = filled(free);
        double cost = free.costAndGradients(freeSpace, 0);
        Network middle = network(FIRST, SECOND.frozen());
        Workspace space = filled(middle);
        for (int step = 0; step < 3; step++) {
            assertThat(middle.costAndGradients(space, step)).isEqualTo(cost);
        }
        assertThat(gradients(middle, 0, 1, 4, 5)).isEqualTo(gradients(free, 0, 1, 4, 5));
        assertThat(gradients(middle, 2, 3)).allSatisfy(g -> assertThat(g).containsOnly(0.0));
    }

    @Test
    void nothingBelowTheFirstTrainedLayerIsComputedNorPenalized() {
        Network top = network(FIRST.frozen(), SECOND.frozen());
        Workspace space = filled(top);
        top.costAndGradients(space, 0);
        top.costAndGradients(space, 1);
        assertThat(gradients(top, 0, 1, 2, 3)).allSatisfy(g -> assertThat(g).containsOnly(0.0));
        Network free = network(FIRST, SECOND);
        Workspace freeSpace = filled(free);
        free.costAndGradients(freeSpace, 0);
        assertThat(gradients(top, 4, 5)).isEqualTo(gradients(free, 4, 5));
        assertThat(top.inputGradient(space)).isEqualTo(free.inputGradient(freeSpace));
    }

    @Test
    void aGradientCheckSeesAllParameters() {
        Network frozen = network(FIRST.frozen(), SECOND.frozen());
        Network free = network(FIRST, SECOND);
        frozen.costAndGradientsWithoutNoise(filled(frozen));
        free.costAndGradientsWithoutNoise(filled(free));
        assertThat(gradients(frozen, 0, 1, 2, 3, 4, 5)).isEqualTo(gradients(free, 0, 1, 2, 3, 4, 5));
    }

    @Test
    void aConstraintLeavesAFrozenLayerAlone() {
        Network network = network(FIRST.withConstraint(new MaxNorm(1e-3)).frozen());
        double[] before = network.parameters().get(0).value().values().clone();
        network.constrain();
        assertThat(network.parameters().get(0).value().values()).isEqualTo(before);
    }

    @Test
    void frozenBatchNormalizationStandsOnItsRunningStatistics() {
        Network network = network(FIRST, new BatchNorm(0.9, 0.1, true, true, false, 1));
        network.state().get(0).value().setEntry(1, 0, 0.3);
        network.state().get(1).value().setEntry(2, 0, 4);
        Workspace space = filled(network);
        network.costAndGradients(space, 0);
        double[] trained = space.prediction().values().clone();
        network.forward(space);
        assertThat(space.prediction().values()).isEqualTo(trained);
        assertThat(network.state().get(0).value().getEntry(1, 0)).isEqualTo(0.3);
        assertThat(network.state().get(1).value().getEntry(2, 0)).isEqualTo(4);
        network.costAndGradientsWithoutNoise(space);
        Parameter w = network.parameters().get(0);
        double[] gradient = w.gradient().values().clone();
        for (int i = 0; i < gradient.length; i++) {
            assertThat(gradient[i]).isCloseTo(central(network, space, w, i), within(1e-8));
        }
    }

    private static double central(Network network, Workspace space, Parameter parameter, int i) {
        double[] values = parameter.value().values();
        double at = values[i];
        values[i] = at + 1e-5;
        double above = network.costWithoutNoise(space);
        values[i] = at - 1e-5;
        double below = network.costWithoutNoise(space);
        values[i] = at;
        return (above - below) / 2e-5;
    }

    @Test
    void aFactorBelowZeroIsRefused() {
        assertThatThrownBy(() -> FIRST.withLearningRateFactor(-1))
                .isInstanceOf(OptionException.class)
                .hasMessage("learning_rate_factor must be >= 0, got -1.0");
        assertThatThrownBy(() -> new LayerNorm(0.1, true, true, true, Double.NaN))
                .isInstanceOf(OptionException.class);
    }

    private static List<List<Double>> gradients(Network network, int... parameters) {
        List<List<Double>> chosen = new ArrayList<>();
        for (int parameter : parameters) {
            chosen.add(
                    Arrays.stream(network.parameters().get(parameter).gradient().values())
                            .boxed()
                            .toList());
        }
        return chosen;
    }
}
