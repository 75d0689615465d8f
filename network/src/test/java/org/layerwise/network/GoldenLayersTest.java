package org.layerwise.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.layerwise.network.Near.assertNear;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.activations.Tanh;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.NumpyRandomSource;
import org.layerwise.core.Parameter;
import org.layerwise.core.Registry;
import org.layerwise.core.Splittable;
import org.layerwise.network.layers.ActivationSpec;
import org.layerwise.network.layers.Activity;
import org.layerwise.network.layers.AlphaDropout;
import org.layerwise.network.layers.BatchNorm;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.Dropout;
import org.layerwise.network.layers.GaussianDropout;
import org.layerwise.network.layers.GaussianNoise;
import org.layerwise.network.layers.LayerNorm;
import org.layerwise.network.layers.NoiseSpec;
import org.layerwise.network.layers.Prelu;
import org.layerwise.network.layers.Residual;
import org.layerwise.network.losses.MeanSquaredError;
import org.layerwise.regularizers.DropConnect;
import org.layerwise.regularizers.L1;
import org.layerwise.regularizers.L2;
import tools.jackson.databind.JsonNode;

/** A training step of each layer alone, against {@code golden.json}: output, cost and every gradient. */
class GoldenLayersTest {
    private static final JsonNode GOLDEN = Golden.computed().get("layer_cases");

    static Stream<Arguments> layers() {
        Dense dense = new Dense(3, new Tanh());
        return Stream.of(
                Arguments.of("dense", dense),
                Arguments.of("dense(activity_regularizer)", dense.withActivityRegularizer(new L2(0.3))),
                Arguments.of("dense(weight_noise)", dense.withWeightNoise(new DropConnect(0.6))),
                Arguments.of("activation", new ActivationSpec(new Tanh())),
                Arguments.of("activity", new Activity(new L1(0.2))),
                Arguments.of("prelu", new Prelu()),
                Arguments.of("batch_norm", new BatchNorm()),
                Arguments.of("layer_norm", new LayerNorm()),
                Arguments.of("residual", new Residual(List.of(new Dense(4, new Tanh()), new Dense(3)))),
                Arguments.of("residual(projection)", new Residual(List.of(new BatchNorm(), dense)).withProjection()),
                Arguments.of("dropout", new Dropout(0.6)),
                Arguments.of("alpha_dropout", new AlphaDropout(0.6)),
                Arguments.of("gaussian_dropout", new GaussianDropout(0.6)),
                Arguments.of("gaussian_noise", new GaussianNoise(0.4)),
                Arguments.of("noise", new NoiseSpec(new org.layerwise.regularizers.AlphaDropout(0.8))));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void hasTheGoldenStep(String name, LayerSpec spec) {
        JsonNode golden = golden(name);
        Network network = Network.builder(3)
                .layer(spec)
                .loss(new MeanSquaredError())
                .random(new Splittable().seeded(1))
                .noise(layer -> step -> new NumpyRandomSource(GOLDEN.get("seed").longValue()))
                .build();
        for (Parameter parameter : network.parameters()) {
            fill(parameter.value(), golden.get("parameters").get(last(parameter)));
        }
        Workspace workspace = network.workspace(4);
        fill(workspace.input(), GOLDEN.get("x"));
        fill(workspace.target(), GOLDEN.get("y"));

        assertNear(
                "cost",
                network.costAndGradients(workspace, 0),
                golden.get("cost").doubleValue(),
                1e-14);
        assertNear("prediction", workspace.prediction(), Golden.matrix(golden.get("prediction")));
        assertNear("dX", network.inputGradient(workspace), Golden.matrix(golden.get("input_gradient")));
        assertThat(network.parameters().stream().map(GoldenLayersTest::last))
                .containsExactlyElementsOf(golden.get("parameters").propertyNames());
        for (Parameter parameter : network.parameters()) {
            JsonNode expected = golden.get("gradients").get(last(parameter));
            assertNear(parameter.name(), parameter.gradient(), Golden.matrix(expected));
        }
    }

    @Test
    void everyRegisteredLayerHasGoldenValues() {
        Set<Object> proved = layers().map(layer -> layer.get()[1].getClass()).collect(Collectors.toSet());
        Map<String, ?> registered = new TreeMap<>(Registry.load().all(LayerSpec.class));
        registered.values().removeAll(proved);

        assertThat(registered.keySet()).as("without golden values").isEmpty();
    }

    private static JsonNode golden(String name) {
        return GOLDEN.get("cases")
                .valueStream()
                .filter(golden -> golden.get("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String last(Parameter parameter) {
        return parameter.name().substring(parameter.name().indexOf('.') + 1);
    }

    private static void fill(DenseMatrix matrix, JsonNode rows) {
        DenseMatrix values = Golden.matrix(rows);
        assertThat(matrix.shape()).isEqualTo(values.shape());
        System.arraycopy(values.values(), 0, matrix.values(), 0, values.values().length);
    }
}
