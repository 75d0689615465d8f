package org.layerwise.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.layerwise.network.Near.assertNear;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.activations.Relu;
import org.layerwise.activations.Tanh;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;
import org.layerwise.core.Parameter;
import org.layerwise.core.RandomSource;
import org.layerwise.core.ShapeException;
import org.layerwise.core.Splittable;
import org.layerwise.network.layers.Activity;
import org.layerwise.network.layers.BatchNorm;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.Dropout;
import org.layerwise.network.layers.Residual;
import org.layerwise.network.losses.MeanSquaredError;
import org.layerwise.regularizers.L2;
import org.layerwise.regularizers.MaxNorm;

class ResidualTest {
    private static final Residual BLOCK = new Residual(List.of(
            new Dense(6, new Relu()).withRegularizer(new L2(0.3)).withConstraint(new MaxNorm(2)),
            new BatchNorm(),
            new Dropout(0.7),
            new Dense(3, new Tanh()).withLearningRateFactor(0.5)));

    private static Network network(LayerSpec... specs) {
        NetworkBuilder builder = Network.builder(3).loss(new MeanSquaredError()).random(new Splittable().seeded(3));
        for (LayerSpec spec : specs) {
            builder.layer(spec);
        }
        return builder.build();
    }

    private static Workspace filled(Network network, int examples) {
        RandomSource random = new Splittable().seeded(5);
        Workspace workspace = network.workspace(examples);
        fill(workspace.input(), random);
        fill(workspace.target(), random);
        return workspace;
    }

    private static void fill(DenseMatrix matrix, RandomSource random) {
        Arrays.setAll(matrix.values(), i -> random.nextGaussian());
    }

    @Test
    void namesWhatIsWithin() {
        Network network = network(new Dense(3), BLOCK.withProjection());
        assertThat(network.parameters())
                .extracting(Parameter::name)
                .containsExactly(
                        "dense_1.W",
                        "dense_1.b",
                        "residual_2.dense_1.W",
                        "residual_2.dense_1.b",
                        "residual_2.batch_norm_2.gamma",
                        "residual_2.batch_norm_2.beta",
                        "residual_2.dense_4.W",
                        "residual_2.dense_4.b",
                        "residual_2.projection.W");
        assertThat(network.state())
                .extracting(LayerState::name)
                .containsExactly("residual_2.batch_norm_2.running_mean", "residual_2.batch_norm_2.running_variance");
        assertThat(network.penalties()).hasSize(1);
        assertThat(network.parameters())
                .extracting(Parameter::rateFactor)
                .containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 1.0);
    }

    @Test
    void infersWhatTrainingWithoutNoiseComputes() {
        Network network = network(new Residual(List.of(new Dense(6, new Tanh()), new Dense(3))));
        Workspace workspace = filled(network, 5);
        network.costWithoutNoise(workspace);
        DenseMatrix trained = workspace.prediction().copy();
        assertThat(network.predict(workspace.input())).isEqualTo(trained);
        network.costAndGradients(workspace, 0);
        assertThat(workspace.prediction()).isEqualTo(trained);
    }

    @Test
    void differentBatchSizesDoNotMix() {
        Network network = network(BLOCK);
        Workspace five = filled(network, 5);
        Workspace two = filled(network, 2);
        network.costAndGradientsWithoutNoise(five);
        double[] gradient = network.parameters().get(0).gradient().values().clone();
        network.costAndGradientsWithoutNoise(two);
        network.costAndGradientsWithoutNoise(five);
        assertThat(network.parameters().get(0).gradient().values()).isEqualTo(gradient);
    }

    @Test
    void noisesWithinDifferAndComeAgainWithTheStep() {
        Network network = network(new Residual(List.of(new Dropout(0.5))), new Residual(List.of(new Dropout(0.5))));
        Workspace workspace = filled(network, 50);
        network.costAndGradients(workspace, 3);
        DenseMatrix once = workspace.prediction().copy();
        network.costAndGradients(workspace, 4);
        assertThat(workspace.prediction()).isNotEqualTo(once);
        network.costAndGradients(workspace, 3);
        assertThat(workspace.prediction()).isEqualTo(once);
        Network two = network(new Residual(List.of(new Dropout(0.5), new Dropout(0.5))));
        Workspace other = filled(two, 400);
        Arrays.fill(other.input().values(), 1);
        two.costAndGradients(other, 0);
        // 1 + 4 where both keep, which equal masks would do in a half of the places
        double kept = Arrays.stream(other.prediction().values())
                .filter(value -> value == 5)
                .count();
        assertThat(kept / 1200).isBetween(0.2, 0.3);
    }

    @Test
    void aFrozenBlockStaysAsItIs() {
        Residual calm = new Residual(List.of(new Dense(6, new Tanh()), new BatchNorm(), new Dense(3)));
        Network network = network(calm.frozen(), new Dense(1));
        Workspace workspace = filled(network, 5);
        network.costAndGradients(workspace, 0);
        assertThat(network.parameters().subList(0, 6)).noneMatch(Parameter::isTrained);
        assertThat(network.state().get(0).value().values()).containsOnly(0);
        assertNear("dX", network.inputGradient(workspace).values()[0], centralOfInput(network, workspace), 1e-8);
    }

    private static double centralOfInput(Network network, Workspace workspace) {
        double[] x = workspace.input().values();
        double at = x[0];
        x[0] = at + 1e-5;
        double above = network.costAndGradients(workspace, 0);
        x[0] = at - 1e-5;
        double below = network.costAndGradients(workspace, 0);
        x[0] = at;
        return (above - below) / 2e-5;
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> network(new Residual(List.of(new Dense(7)))))
                .isInstanceOf(ShapeException.class)
                .hasMessage("residual: its layers make 7 units of 3; expected 3, or projection: true");
        assertThat(network(new Residual(List.of(new Dense(7))).withProjection()).outputs())
                .isEqualTo(7);
        assertThatThrownBy(() -> new Residual(List.of()))
                .isInstanceOf(OptionException.class)
                .hasMessage("layers must be at least one layer, got none");
        assertThatThrownBy(() -> new Residual(List.of(new Activity(new L2(1)))))
                .hasMessageContaining("without such, which is possible outside only");
        assertThatThrownBy(() -> new Residual(List.of(new Dense(3).withActivityRegularizer(new L2(1)))))
                .isInstanceOf(OptionException.class);
    }
}
