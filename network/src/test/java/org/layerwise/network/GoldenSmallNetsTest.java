package org.layerwise.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.layerwise.network.Near.assertNear;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.activations.Activation;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.Registry;
import org.layerwise.core.Splittable;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.losses.BinaryCrossEntropy;
import org.layerwise.network.losses.CategoricalCrossEntropy;
import org.layerwise.network.losses.Huber;
import org.layerwise.network.losses.MeanAbsoluteError;
import org.layerwise.network.losses.MeanSquaredError;
import org.layerwise.regularizers.L1L2;
import tools.jackson.databind.JsonNode;

class GoldenSmallNetsTest {
    /** Of the reference file, so that an empty one does not pass. */
    private static final int NETS = 22;

    static Stream<JsonNode> nets() {
        List<JsonNode> nets = new ArrayList<>();
        Golden.read("small_nets.json").get("nets").forEach(nets::add);
        assertThat(nets).hasSize(NETS);
        return nets.stream();
    }

    @ParameterizedTest
    @MethodSource("nets")
    void forwardValuesCostAndEveryGradientAgree(JsonNode net) {
        Network network = network(net);
        fill(network, net);
        Workspace workspace = network.workspace(net.get("m").intValue());
        copy(Golden.matrix(net.get("X")), workspace.input());
        copy(Golden.matrix(net.get("Y")), workspace.target());

        double cost = network.costAndGradients(workspace, 0);

        assertNear("cost", cost, net.get("cost").doubleValue(), 1e-14);
        assertNear(
                "data loss", network.meanLoss(workspace), net.get("data_loss").doubleValue(), 1e-14);
        assertNear("cost at inference", network.cost(workspace), cost, 0);
        for (int l = 1; l <= net.get("A").size(); l++) {
            DenseMatrix a = workspace.outputOf("dense_" + l).orElseThrow();
            assertNear("A" + l, a, Golden.matrix(net.get("A").get(l - 1)));
        }
        Iterator<Parameter> parameters = network.parameters().iterator();
        for (int l = 0; l < net.get("dW").size(); l++) {
            assertNear(
                    "dW" + (l + 1),
                    parameters.next().gradient(),
                    Golden.matrix(net.get("dW").get(l)));
            DenseMatrix db = Golden.matrix(net.get("db").get(l)).transpose();
            assertNear("db" + (l + 1), parameters.next().gradient(), db);
        }
        network.costAndGradients(workspace, 0);
        assertNear("dX", network.inputGradient(workspace), Golden.matrix(net.get("dX")));
    }

    private static Network network(JsonNode net) {
        int[] dims = new int[net.get("dims").size()];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = net.get("dims").get(i).intValue();
        }
        double l2 = net.get("l2_lambda").doubleValue();
        double l1 = net.get("l1_lambda").doubleValue();
        NetworkBuilder builder = Network.builder(dims[0])
                .defaults(new LayerDefaults(Optional.empty(), Optional.empty(), Optional.of(new L1L2(l1, l2))))
                .loss(loss(net.get("loss").stringValue()))
                .random(new Splittable().seeded(0));
        for (int l = 1; l < dims.length; l++) {
            String name = net.get(l == dims.length - 1 ? "output_activation" : "hidden_activation")
                    .stringValue();
            builder.layer(new Dense(dims[l], activation(name)));
        }
        return builder.build();
    }

    private static Activation activation(String name) {
        Class<? extends Activation> found =
                Registry.load().find(Activation.class, name).orElseThrow();
        try {
            return found.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Loss loss(String name) {
        return switch (name) {
            case "bce" -> new BinaryCrossEntropy();
            case "softmax_ce" -> new CategoricalCrossEntropy();
            case "mse" -> new MeanSquaredError();
            case "mae" -> new MeanAbsoluteError();
            case "huber" -> new Huber();
            default -> throw new AssertionError(name);
        };
    }

    private static void fill(Network network, JsonNode net) {
        Iterator<Parameter> parameters = network.parameters().iterator();
        for (int l = 0; l < net.get("W").size(); l++) {
            copy(Golden.matrix(net.get("W").get(l)), parameters.next().value());
            copy(Golden.matrix(net.get("b").get(l)), parameters.next().value());
        }
    }

    private static void copy(DenseMatrix from, DenseMatrix to) {
        System.arraycopy(from.values(), 0, to.values(), 0, to.values().length);
    }
}
