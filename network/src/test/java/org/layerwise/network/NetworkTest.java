package org.layerwise.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.layerwise.activations.Activation;
import org.layerwise.activations.Linear;
import org.layerwise.activations.Relu;
import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Softmax;
import org.layerwise.activations.Tanh;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Numpy;
import org.layerwise.core.Parameter;
import org.layerwise.core.RandomSource;
import org.layerwise.core.ShapeException;
import org.layerwise.core.Splittable;
import org.layerwise.initializers.Ones;
import org.layerwise.initializers.XavierUniform;
import org.layerwise.initializers.Zeros;
import org.layerwise.network.layers.ActivationSpec;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.Dropout;
import org.layerwise.network.losses.BinaryCrossEntropy;
import org.layerwise.network.losses.CategoricalCrossEntropy;
import org.layerwise.network.losses.Focal;
import org.layerwise.network.losses.KlDivergence;
import org.layerwise.network.losses.MeanSquaredError;
import org.layerwise.regularizers.L2;

class NetworkTest {
    private static NetworkBuilder flower() {
        return Network.builder(2)
                .layer(new Dense(4, new Tanh()))
                .layer(new Dense(1, new Sigmoid()))
                .loss(new BinaryCrossEntropy())
                .random(new Splittable().seeded(1));
    }

    private static void fill(Network network, Workspace workspace) {
        RandomSource random = new Splittable().seeded(5);
        for (int i = 0; i < workspace.input().values().length; i++) {
            workspace.input().values()[i] = random.nextGaussian();
        }
        for (int i = 0; i < workspace.target().values().length; i++) {
            workspace.target().values()[i] = random.nextInt(2);
        }
        assertThat(workspace.target().getRowDimension()).isEqualTo(network.outputs());
    }

    @Test
    void anActivationOfItsOwnLeavesTheOutputOfTheLayerBeforeIt() {
        Network network = Network.builder(3)
                .layer("linear", new Dense(4))
                .layer("activation", new ActivationSpec(new Relu()))
                .layer(new Dense(1, new Sigmoid()))
                .loss(new BinaryCrossEntropy())
                .random(new Splittable().seeded(1))
                .build();
        Workspace workspace = network.workspace(50);
        fill(network, workspace);
        network.costAndGradients(workspace, 0);
        double[] z = workspace.outputOf("linear_1").orElseThrow().values();
        double[] a = workspace.outputOf("activation_2").orElseThrow().values();
        assertThat(Arrays.stream(z).min().orElseThrow()).isNegative();
        for (int i = 0; i < z.length; i++) {
            assertThat(a[i]).isEqualTo(Math.max(0, z[i]));
        }
    }

    @Test
    void aTrainingStepLeavesThePredictionThatInferenceGives() {
        Network network = flower().build();
        Workspace workspace = network.workspace(13);
        fill(network, workspace);
        network.costAndGradients(workspace, 0);
        double[] trained = workspace.prediction().values().clone();
        network.forward(workspace);
        assertThat(workspace.prediction().values()).containsExactly(trained);
    }

    @Test
    void namesItsPartsByTypeAndPlace() {
        Network network = Network.builder(3)
                .layer(new Dense(4, new Relu()))
                .layer(new Dropout(0.8))
                .layer("activation", new ActivationSpec(new Tanh()))
                .layer(new Dense(1).withoutBias())
                .loss(new MeanSquaredError())
                .random(new Splittable().seeded(1))
                .build();

        assertThat(network.layers())
                .extracting(NetworkLayer::name)
                .containsExactly("dense_1", "dropout_2", "activation_3", "dense_4");
        assertThat(network.parameters())
                .extracting(Parameter::name)
                .containsExactly("dense_1.W", "dense_1.b", "dense_4.W");
        assertThat(network.layers()).extracting(NetworkLayer::outputs).containsExactly(4, 4, 4, 1);
        assertThat(network.inputs()).isEqualTo(3);
        assertThat(network.outputs()).isEqualTo(1);
    }

    @Test
    void fillsWhatALayerLeavesOpen() {
        LayerDefaults defaults =
                new LayerDefaults(Optional.of(new Relu()), Optional.of(new Ones()), Optional.of(new L2(0.5)));
        Network network = Network.builder(2)
                .defaults(defaults)
                .layer(new Dense(3))
                .layer(new Dense(1, new Sigmoid()).withInitializer(new Zeros()))
                .loss(new BinaryCrossEntropy())
                .random(new Splittable().seeded(1))
                .build();

        Dense first = (Dense) network.layers().get(0).spec();
        assertThat(first.activation()).contains(new Relu());
        assertThat(network.parameters().get(0).value().values()).containsOnly(1);
        assertThat(network.parameters().get(2).value().values()).containsOnly(0);
        assertThat(network.penalties())
                .extracting(p -> p.parameter().name())
                .as("biases are not regularized unless asked")
                .containsExactly("dense_1.W", "dense_2.W");
    }

    @Test
    void writesOutEveryDefaultOfADenseLayer() {
        Dense resolved = new Dense(3).withDefaults(new LayerDefaults());

        assertThat(resolved.activation()).contains(new Linear());
        assertThat(resolved.initializer()).contains(new XavierUniform());
        assertThat(resolved.biasInitializer()).contains(new Zeros());
        assertThat(resolved.regularizer()).isEmpty();
    }

    @Test
    void drawsTheSameWeightsForALayerWhateverFollowsIt() {
        Network shallow = flower().build();
        Network deep = flower().layer(new Dense(3)).build();

        assertThat(deep.parameters().get(2).value())
                .isEqualTo(shallow.parameters().get(2).value());
    }

    @Test
    void drawsLayerByLayerFromASingleStream() {
        RandomSource expected = new Numpy().seeded(3);
        Network network = flower().random(new Numpy().seeded(3)).build();

        double[] first = network.parameters().get(0).value().values();
        double[] second = network.parameters().get(2).value().values();
        double limit = Math.sqrt(6.0 / (2 + 4));
        for (double value : first) {
            assertThat(value).isEqualTo(-limit + (limit - -limit) * expected.nextDouble());
        }
        double next = Math.sqrt(6.0 / (4 + 1));
        assertThat(second[0]).isEqualTo(-next + (next - -next) * expected.nextDouble());
    }

    @Test
    void predictsAsItsWorkspaceDoes() {
        Network network = flower().build();
        Workspace workspace = network.workspace(7);
        fill(network, workspace);
        network.forward(workspace);

        assertThat(network.predict(workspace.input())).isEqualTo(workspace.prediction());
    }

    @Test
    void weighsExamples() {
        Network network = flower().build();
        Workspace three = network.workspace(3);
        fill(network, three);
        Workspace four = network.workspace(4);
        for (int j = 0; j < 4; j++) {
            int from = Math.min(j, 2);
            four.input().setColumnVector(j, three.input().getColumnVector(from));
            four.target().setColumnVector(j, three.target().getColumnVector(from));
        }
        double repeated = network.costAndGradients(four, 0) * 4;
        double[] gradient = network.parameters().get(0).gradient().values().clone();

        three.useWeights().setEntry(0, 2, 2);
        double weighted = network.costAndGradients(three, 0) * 3;

        assertThat(weighted).isCloseTo(repeated, Offset.offset(1e-13));
        for (int i = 0; i < gradient.length; i++) {
            double mine = network.parameters().get(0).gradient().values()[i] * 3;
            assertThat(mine).isCloseTo(gradient[i] * 4, Offset.offset(1e-13));
        }
    }

    @Test
    void findsTheLayerWhereNumbersCeaseToBeFinite() {
        Network network = Network.builder(2)
                .layer(new Dense(3, new Relu()))
                .layer(new Dense(3))
                .layer(new Dense(1))
                .loss(new MeanSquaredError())
                .random(new Splittable().seeded(1))
                .build();
        Workspace workspace = network.workspace(4);
        fill(network, workspace);
        network.forward(workspace);
        assertThat(network.firstNotFinite(workspace)).isEmpty();

        network.parameters().get(2).value().setEntry(0, 0, Double.NaN);
        network.forward(workspace);
        assertThat(network.firstNotFinite(workspace)).contains("dense_2");

        workspace.input().setEntry(0, 0, Double.POSITIVE_INFINITY);
        assertThat(network.firstNotFinite(workspace)).contains("input");
    }

    @Test
    void saysWhichShapesDoNotFit() {
        Network network = flower().build();

        assertThatThrownBy(() -> network.predict(new DenseMatrix(3, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("dense[1]: W is 4x2 but its input has 3 features");
    }

    @Test
    void refusesTheWorkspaceOfAnotherNetwork() {
        Workspace other = flower().build().workspace(2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> flower().build().forward(other))
                .withMessage("the workspace belongs to another network");
    }

    @Test
    void refusesToBeBuiltInPart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Network.builder(2)
                        .layer(new Dense(1))
                        .random(new Splittable().seeded(1))
                        .build())
                .withMessageContaining("loss");
        assertThatIllegalStateException()
                .isThrownBy(() -> Network.builder(2)
                        .layer(new Dense(1))
                        .loss(new MeanSquaredError())
                        .build())
                .withMessageContaining("random");
        assertThatIllegalStateException()
                .isThrownBy(() -> Network.builder(2)
                        .loss(new MeanSquaredError())
                        .random(new Splittable().seeded(1))
                        .build())
                .withMessageContaining("layer");
    }

    @Test
    void noFiniteZGivesNaNOrInfinity() {
        for (double huge : new double[] {0, 1, -1, 37, -745, 800, 1e4, -1e16, 1e308, -1e308, Double.MAX_VALUE}) {
            for (double other : new double[] {-huge, huge, 0, 1}) {
                assertFinite(new BinaryCrossEntropy(), new Sigmoid(), huge, other);
                assertFinite(new BinaryCrossEntropy(0.1), new Sigmoid(), huge, other);
                assertFinite(new CategoricalCrossEntropy(), new Softmax(), huge, other);
                assertFinite(new CategoricalCrossEntropy(0.1), new Softmax(), huge, other);
                assertFinite(new KlDivergence(), new Softmax(), huge, other);
                assertFinite(new Focal(), new Sigmoid(), huge, other);
            }
        }
    }

    /** Z is put in through the biases; one example each for class 0 and class 1, and then both at once. */
    private static void assertFinite(Loss loss, Activation g, double z0, double z1) {
        Network network = Network.builder(1)
                .layer(new Dense(2, g).withInitializer(new Zeros()))
                .loss(loss)
                .random(new Splittable().seeded(1))
                .build();
        DenseMatrix b = network.parameters().get(1).value();
        b.setEntry(0, 0, z0);
        b.setEntry(1, 0, z1);
        Workspace workspace = network.workspace(4);
        for (int j = 0; j < 4; j++) {
            workspace.input().setEntry(0, j, 1);
            workspace.target().setEntry(j % 2, j, 1);
        }
        double cost = network.costAndGradients(workspace, 0);

        assertThat(cost).as("%s of %s and %s", loss, z0, z1).isFinite();
        assertThat(network.cost(workspace)).isFinite();
        for (Parameter parameter : network.parameters()) {
            for (double value : parameter.gradient().values()) {
                assertThat(value)
                        .as("%s of %s and %s", parameter.name(), z0, z1)
                        .isFinite();
            }
        }
    }

    @Test
    void anInfiniteZIsNotTakenForALargeOne() {
        Network network = Network.builder(1)
                .layer(new Dense(1, new Sigmoid()))
                .loss(new BinaryCrossEntropy())
                .random(new Splittable().seeded(1))
                .build();
        network.parameters().get(1).value().setEntry(0, 0, Double.POSITIVE_INFINITY);
        Workspace workspace = network.workspace(1);

        assertThat(network.cost(workspace)).isNaN();
    }
}
