package org.layerwise.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.activations.Linear;
import org.layerwise.activations.Relu;
import org.layerwise.activations.Softmax;
import org.layerwise.activations.Tanh;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.FloatMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.Dropout;
import org.layerwise.network.layers.Residual;
import org.layerwise.network.losses.CategoricalCrossEntropy;
import org.layerwise.network.losses.MeanSquaredError;
import org.layerwise.regularizers.DropConnect;

class MixedPrecisionTest {
    private static final int EXAMPLES = 50;

    private static Network network(Precision precision, LayerSpec... specs) {
        NetworkBuilder builder = Network.builder(30).random(new Splittable().seeded(3));
        for (LayerSpec spec : specs) {
            builder.layer(spec);
        }
        return builder.layer(new Dense(4, new Softmax()))
                .loss(new CategoricalCrossEntropy())
                .precision(precision)
                .build();
    }

    private static Workspace filled(Network network) {
        RandomSource random = new Splittable().seeded(5);
        Workspace workspace = network.workspace(EXAMPLES);
        Arrays.setAll(workspace.input().values(), i -> random.nextGaussian());
        for (int j = 0; j < workspace.examples(); j++) {
            workspace.target().setEntry(random.nextInt(network.outputs()), j, 1);
        }
        return workspace;
    }

    @Test
    void stepsAreThoseOfDoublesUpToTheRoundingOfFloats() {
        List<LayerSpec[]> networks = List.of(
                new LayerSpec[] {new Dense(20, new Tanh()), new Dropout(0.8)},
                new LayerSpec[] {new Dense(20, new Relu()).withWeightNoise(new DropConnect(0.7))},
                new LayerSpec[] {
                    new Residual(List.of(new Dense(16, new Tanh()), new Dense(12, new Tanh()))).withProjection()
                });
        for (LayerSpec[] specs : networks) {
            Network doubles = network(Precision.DOUBLE, specs);
            Network mixed = network(Precision.MIXED, specs);
            double cost = doubles.costAndGradients(filled(doubles), 3);
            double near = mixed.costAndGradients(filled(mixed), 3);
            assertThat(Math.abs(cost - near)).isLessThan(1e-6).isNotZero();
            for (int i = 0; i < doubles.parameters().size(); i++) {
                assertNear(doubles.parameters().get(i), mixed.parameters().get(i));
            }
        }
    }

    private static void assertNear(Parameter expected, Parameter actual) {
        double[] e = expected.gradient().values();
        double[] a = actual.gradient().values();
        double largest = Arrays.stream(e).map(Math::abs).max().orElseThrow();
        double off = 0;
        for (int i = 0; i < e.length; i++) {
            off = Math.max(off, Math.abs(e[i] - a[i]));
        }
        assertThat(off).as(expected.name()).isLessThan(2e-6 * largest).isNotZero();
    }

    /** One layer, so that nothing else rounds: the gradient is the product of the rounded matrices, as a double. */
    @Test
    void productsAreThoseOfRoundedOperands() {
        Network network = Network.builder(30)
                .layer(new Dense(9, new Linear()))
                .loss(new MeanSquaredError())
                .random(new Splittable().seeded(3))
                .precision(Precision.MIXED)
                .build();
        Workspace workspace = filled(network);
        Parameter b = network.parameters().get(1);
        Arrays.setAll(b.value().values(), i -> 0.1 * i);
        DenseMatrix w = network.parameters().get(0).value();
        network.costAndGradients(workspace, 0);

        DenseMatrix z = new DenseMatrix(9, EXAMPLES);
        for (int i = 0; i < 9; i++) {
            Arrays.fill(z.values(), i * EXAMPLES, (i + 1) * EXAMPLES, 0.1 * i);
        }
        floats(w).multiply(floats(workspace.input()), 1, 1, z);
        assertThat(workspace.prediction()).isEqualTo(z);
        DenseMatrix dZ = new DenseMatrix(9, EXAMPLES);
        network.loss().gradient(z, workspace.target(), dZ);
        DenseMatrix dW = new DenseMatrix(9, 30);
        floats(dZ).multiplyByTransposed(floats(workspace.input()), 1.0 / EXAMPLES, 0, dW);
        assertThat(network.parameters().get(0).gradient()).isEqualTo(dW);
    }

    private static FloatMatrix floats(DenseMatrix matrix) {
        FloatMatrix copy = new FloatMatrix(matrix.getRowDimension(), matrix.getColumnDimension());
        copy.set(matrix);
        return copy;
    }

    @Test
    void inferenceAndGradientChecksAreInDoublePrecision() {
        LayerSpec hidden = new Dense(20, new Tanh());
        Network doubles = network(Precision.DOUBLE, hidden);
        Network mixed = network(Precision.MIXED, hidden);
        Workspace workspace = filled(mixed);
        mixed.costAndGradients(workspace, 0);
        assertThat(mixed.cost(workspace)).isEqualTo(doubles.cost(filled(doubles)));
        assertThat(mixed.costWithoutNoise(workspace)).isEqualTo(doubles.costWithoutNoise(filled(doubles)));
        assertThat(mixed.costAndGradientsWithoutNoise(workspace))
                .isEqualTo(doubles.costAndGradientsWithoutNoise(filled(doubles)));
        for (int i = 0; i < mixed.parameters().size(); i++) {
            assertThat(mixed.parameters().get(i).gradient())
                    .isEqualTo(doubles.parameters().get(i).gradient());
        }
        assertThat(mixed.inputGradient(workspace)).isEqualTo(inputGradient(doubles));
    }

    private static DenseMatrix inputGradient(Network network) {
        Workspace workspace = filled(network);
        network.costAndGradientsWithoutNoise(workspace);
        return network.inputGradient(workspace);
    }

    @Test
    void aKeptInputGivesTheSameBits() {
        Network kept = network(Precision.MIXED, new Dense(20, new Relu()));
        Network copied = network(Precision.MIXED, new Dense(20, new Relu()));
        Workspace once = filled(kept);
        once.keepInput();
        Workspace again = filled(copied);
        for (int step = 0; step < 2; step++) {
            assertThat(kept.costAndGradients(once, step)).isEqualTo(copied.costAndGradients(again, step));
            assertThat(kept.parameters().get(0).gradient())
                    .isEqualTo(copied.parameters().get(0).gradient());
        }
        Workspace other = filled(kept);
        Arrays.fill(other.input().values(), 1);
        Workspace same = filled(copied);
        Arrays.fill(same.input().values(), 1);
        assertThat(kept.costAndGradients(other, 2)).isEqualTo(copied.costAndGradients(same, 2));
    }

    @Test
    void whatFloatsCannotHoldMakesTheCostInfiniteOrNaN() {
        Network network = network(Precision.MIXED);
        Workspace workspace = filled(network);
        network.parameters().get(0).value().setEntry(0, 0, 1e39);
        assertThat(network.costAndGradients(workspace, 0)).isNotFinite();
        assertThat(network.cost(workspace)).isFinite();
    }
}
