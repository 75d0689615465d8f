package org.layerwise.network.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.layerwise.network.Near.assertNear;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Softmax;
import org.layerwise.core.DenseMatrix;
import org.layerwise.network.Golden;
import org.layerwise.network.Loss;
import tools.jackson.databind.JsonNode;

class GoldenLossesTest {
    static Stream<Arguments> elementwise() {
        return Stream.of(
                Arguments.of("binary_cross_entropy_probabilities", new BinaryCrossEntropy(), 0),
                Arguments.of("mse", new MeanSquaredError(), 0),
                Arguments.of("mae", new MeanAbsoluteError(), 0),
                Arguments.of("huber_delta1", new Huber(), 0),
                Arguments.of("huber_delta0.5", new Huber(0.5), 0),
                Arguments.of("smooth_l1_beta0.5", new SmoothL1(0.5), 0),
                Arguments.of("log_cosh", new LogCosh(), 0),
                Arguments.of("hinge", new Hinge(), -1),
                Arguments.of("squared_hinge", new SquaredHinge(), -1));
    }

    /** @param low what the file writes for class 0, or 0 where its targets are ours */
    @ParameterizedTest
    @MethodSource("elementwise")
    void agreesElementByElement(String name, Loss loss, int low) {
        for (JsonNode golden : losses(name)) {
            DenseMatrix p = Golden.matrix(golden.get("pred"));
            DenseMatrix y = Golden.matrix(golden.get("target"));
            if (low == -1) {
                double[] targets = y.values();
                IntStream.range(0, targets.length).forEach(i -> targets[i] = (targets[i] + 1) / 2);
            }
            assertAgrees(golden, loss, p, y);
        }
    }

    @Test
    void distributionsAgreeExampleByExample() {
        for (JsonNode golden : losses("categorical_cross_entropy_probabilities")) {
            assertAgrees(golden, new CategoricalCrossEntropy(), columns(golden, "pred"), columns(golden, "target"));
        }
        for (JsonNode golden : losses("kl_divergence_probabilities")) {
            assertAgrees(golden, new KlDivergence(), columns(golden, "pred"), columns(golden, "target"));
        }
    }

    @Test
    void binaryCrossEntropyFromZAgrees() {
        for (JsonNode golden : losses("binary_cross_entropy_logits")) {
            DenseMatrix z = Golden.matrix(golden.get("pred"));
            DenseMatrix a = new DenseMatrix(1, z.getColumnDimension());
            new Sigmoid().apply(z, a);
            Loss.Fused fused = new BinaryCrossEntropy().fusedWith(new Sigmoid()).orElseThrow();
            assertFusedAgrees(golden, fused, z, a, Golden.matrix(golden.get("target")), 0);
        }
    }

    @Test
    void categoricalCrossEntropyFromZAgrees() {
        for (JsonNode golden : losses("softmax_cross_entropy_logits")) {
            DenseMatrix z = columns(golden, "pred");
            DenseMatrix a = new DenseMatrix(z.getRowDimension(), z.getColumnDimension());
            new Softmax().apply(z, a);
            Loss.Fused fused =
                    new CategoricalCrossEntropy().fusedWith(new Softmax()).orElseThrow();
            assertFusedAgrees(golden, fused, z, a, columns(golden, "target"), 1e-16);
        }
    }

    private static void assertAgrees(JsonNode golden, Loss loss, DenseMatrix p, DenseMatrix y) {
        DenseMatrix losses = new DenseMatrix(1, p.getColumnDimension());
        DenseMatrix gradient = new DenseMatrix(p.getRowDimension(), p.getColumnDimension());
        loss.values(p, y, losses);
        loss.gradient(p, y, gradient);
        assertNear("losses", losses, Golden.matrix(golden.get("element_losses")), 0);
        assertNear("gradient", gradient, gradient(golden), 0);
    }

    private static void assertFusedAgrees(
            JsonNode golden, Loss.Fused fused, DenseMatrix z, DenseMatrix a, DenseMatrix y, double absolute) {
        DenseMatrix losses = new DenseMatrix(1, z.getColumnDimension());
        DenseMatrix gradient = new DenseMatrix(z.getRowDimension(), z.getColumnDimension());
        fused.values(z, a, y, losses);
        fused.gradient(z, a, y, gradient);
        assertNear("losses", losses, Golden.matrix(golden.get("element_losses")), 0);
        assertNear("gradient", gradient, gradient(golden), absolute);

        DenseMatrix together = new DenseMatrix(1, z.getColumnDimension());
        DenseMatrix dZ = new DenseMatrix(z.getRowDimension(), z.getColumnDimension());
        DenseMatrix written = fused.activates() ? new DenseMatrix(a.getRowDimension(), a.getColumnDimension()) : a;
        fused.valuesAndGradient(z, written, y, together, dZ);
        assertThat(written.values()).containsExactly(a.values());
        assertThat(together.values()).containsExactly(losses.values());
        assertThat(dZ.values()).containsExactly(gradient.values());
    }

    private static DenseMatrix gradient(JsonNode golden) {
        JsonNode elements = golden.get("grad_elements");
        return elements.get(0).isArray() ? columns(golden, "grad_elements") : Golden.matrix(elements);
    }

    private static DenseMatrix columns(JsonNode golden, String name) {
        return Golden.matrix(golden.get(name)).transpose();
    }

    private static JsonNode losses(String name) {
        JsonNode found = Golden.read("losses.json").get("losses").get(name);
        assertThat(found).as(name).isNotEmpty();
        return found;
    }
}
