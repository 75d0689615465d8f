package org.layerwise.experiment.internal.run;

import java.util.List;
import org.layerwise.core.Registry;
import org.layerwise.experiment.NetworkPlan;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.Network;
import org.layerwise.network.NetworkBuilder;

/** What follows from a plan of a network before there is one. */
public final class NetworkPlans {
    private NetworkPlans() {}

    /** The plan with the layers' defaults filled in, so that it can be written. */
    public static NetworkPlan resolved(NetworkPlan plan) {
        List<LayerSpec> layers = plan.layers().stream()
                .map(layer -> layer.withDefaults(plan.defaults()))
                .toList();
        return new NetworkPlan(
                plan.initializer(),
                plan.regularizer(),
                plan.activation(),
                plan.constraint(),
                layers,
                plan.loss(),
                plan.weights());
    }

    /** Layers, defaults and loss; random numbers are still missing. */
    public static NetworkBuilder builder(NetworkPlan plan, int inputs, Registry registry) {
        NetworkBuilder builder = Network.builder(inputs)
                .defaults(plan.defaults())
                .loss(plan.loss())
                .typeNames(layer -> nameOf(layer, registry));
        plan.layers().forEach(layer -> builder.layer(nameOf(layer, registry), layer));
        return builder;
    }

    private static String nameOf(LayerSpec layer, Registry registry) {
        return registry.nameOf(LayerSpec.class, layer.getClass()).orElse("layer");
    }

    /** {@code 2 → dense 4 → dense 1}. */
    public static String shape(NetworkPlan plan, int inputs, Registry registry) {
        StringBuilder shape = new StringBuilder("layers: " + inputs);
        int width = inputs;
        for (LayerSpec layer : plan.layers()) {
            width = layer.outputs(width);
            shape.append(" → ").append(nameOf(layer, registry)).append(' ').append(width);
        }
        return shape.toString();
    }

    /** The numbers that training changes, as far as dense layers have them: {@code Σ n[l] (n[l-1] + 1)} where units change. */
    public static long parameters(NetworkPlan plan, int inputs) {
        return LayerSizes.of(plan.layers(), inputs).parameters();
    }
}
