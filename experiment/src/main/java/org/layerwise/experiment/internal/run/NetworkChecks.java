package org.layerwise.experiment.internal.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.layerwise.activations.Activation;
import org.layerwise.core.RandomSource;
import org.layerwise.core.ShapeException;
import org.layerwise.core.Splittable;
import org.layerwise.experiment.internal.Texts;
import org.layerwise.initializers.Initializer;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerDefaults;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.Loss;
import org.layerwise.network.TargetKind;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.Residual;
import org.layerwise.regularizers.Constraint;
import org.layerwise.regularizers.Regularizer;

/** Walks through the layers with the data's shape, and holds the output against loss and classes. */
public final class NetworkChecks {
    private final Located located;
    private final Optional<Preparation> data;

    /** @param data what is known of the data, if they are sound */
    public NetworkChecks(Located located, Optional<Preparation> data) {
        this.located = located;
        this.data = data;
    }

    /** Places everything that is wrong with shapes and with the output. */
    public void check() {
        located.at("network.layers", List.class).ifPresent(layers -> {
            OptionalInt outputs = walk(layers.size());
            checkTrained(layers.size());
            outputs.ifPresent(width -> checkOutputs(width, layers.size()));
            outputs.ifPresent(width -> checkActivation(layers.size()));
        });
    }

    /** At least one layer must be left to training. */
    private void checkTrained(int layers) {
        boolean frozen = layers > 0;
        for (int i = 0; i < layers; i++) {
            Optional<LayerSpec> spec = located.at(layer(i), LayerSpec.class);
            frozen &= spec.isPresent() && (!spec.get().trainable() || !hasParameters(spec.get()));
        }
        if (frozen) {
            located.wrong("network.layers", "no layer is left to be trained; expected one that is not frozen");
        }
    }

    private static boolean hasParameters(LayerSpec spec) {
        if (spec instanceof Residual residual) {
            return residual.projection()
                    || residual.layers().stream().anyMatch(layer -> layer.trainable() && hasParameters(layer));
        }
        RandomSource random = new Splittable().seeded(0);
        return spec.create(new LayerContext("probe", 1, random, step -> random)).stream()
                .anyMatch(made -> !made.parameters().isEmpty());
    }

    /** The units that leave the last layer. */
    private OptionalInt walk(int layers) {
        return walk(
                "network.layers", layers, data.map(d -> d.train().features()).orElse(1));
    }

    /** @param list where the layers stand */
    private OptionalInt walk(String list, int layers, int inputs) {
        LayerDefaults defaults = defaults();
        int width = inputs;
        for (int i = 0; i < layers; i++) {
            String at = list + "[" + i + "]";
            LayerSpec spec = located.at(at, LayerSpec.class).orElseThrow().withDefaults(defaults);
            boolean within = !(spec instanceof Residual residual)
                    || walk(at + ".layers", residual.layers().size(), width).isPresent();
            if (!within) {
                return OptionalInt.empty();
            }
            try {
                width = spec.outputs(width);
            } catch (ShapeException e) {
                if (data.isPresent()) {
                    located.wrong(at, String.valueOf(e.getMessage()));
                }
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(width);
    }

    private LayerDefaults defaults() {
        return new LayerDefaults(
                located.at("network.activation", Activation.class),
                located.at("network.initializer", Initializer.class),
                located.at("network.regularizer", Regularizer.class),
                located.at("network.constraint", Constraint.class));
    }

    private static String layer(int index) {
        return "network.layers[" + index + "]";
    }

    private void checkOutputs(int width, int layers) {
        if (data.isPresent() && data.get().encoding().outputs() != width) {
            located.wrong(unitsOf(layers), explain(width, data.get()));
        }
    }

    /** Where the units of the output are set: at the last layer that has some. */
    private String unitsOf(int layers) {
        for (int i = layers - 1; i >= 0; i--) {
            if (located.has(layer(i) + ".units")) {
                return layer(i) + ".units";
            }
        }
        return layer(layers - 1);
    }

    private String explain(int width, Preparation data) {
        int needed = data.encoding().outputs();
        Loss loss = located.at("network.loss", Loss.class).orElseThrow();
        String why = switch (loss.targets()) {
            case BINARY ->
                needed == 1
                        ? "one unit for the two classes "
                                + Texts.list(data.encoding().names())
                        : "one unit for each of the " + needed + " targets";
            case ONE_HOT -> "one unit for each of the " + needed + " classes";
            case NUMERIC -> needed == 1 ? "one unit for the target" : "one unit for each of the " + needed + " targets";
        };
        String hint = loss.targets() == TargetKind.BINARY && needed == 1
                ? "; several units for classes need categorical_cross_entropy"
                : "";
        return "the output has " + Texts.count(width, "unit", "units") + "; expected " + needed + ", " + why + hint;
    }

    /** Holds the loss against the activation before it. */
    private void checkActivation(int layers) {
        Optional<Loss> loss = located.at("network.loss", Loss.class);
        if (loss.isEmpty()) {
            return;
        }
        int output = layers - 1;
        while (output > 0 && made(output).isEmpty()) {
            output--;
        }
        List<Layer> made = made(output);
        Optional<Activation> last =
                made.isEmpty() ? Optional.empty() : made.get(made.size() - 1).activation();
        String option = layer(output) + ".activation";
        String at = located.has(option) ? option : layer(output);
        LossInput.problem(loss.get(), last).ifPresent(problem -> located.wrong(at, problem));
    }

    /** What a layer does to its input, in order; made for the purpose, with one input. */
    private List<Layer> made(int index) {
        RandomSource random = new Splittable().seeded(0);
        LayerSpec spec = located.at(layer(index), LayerSpec.class).orElseThrow().withDefaults(defaults());
        LayerSpec probe = spec instanceof Residual ? new Residual(List.of(new Dense(1))) : spec;
        return probe.create(new LayerContext("output", 1, random, step -> random)).stream()
                .filter(layer -> !layer.isIdentity())
                .toList();
    }
}
