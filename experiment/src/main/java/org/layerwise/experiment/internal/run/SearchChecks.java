package org.layerwise.experiment.internal.run;

import java.util.List;
import java.util.Optional;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.experiment.BatchSize;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.layers.Residual;
import org.layerwise.optimizers.Optimizer;

/** Holds an optimizer that looks at the cost at several places against what would change the cost meanwhile. */
final class SearchChecks {
    private static final String UNCONSTRAINED = " can't keep constraints; expected none";
    private static final List<String> CONSTRAINTS = List.of("constraint", "kernel_constraint", "bias_constraint");
    private static final List<String> FACTORS =
            List.of("learning_rate_factor", "lr_factor", "learning_rate_multiplier", "lr_multiplier");

    private final Located located;
    private final Optional<Preparation> data;

    SearchChecks(Located located, Optional<Preparation> data) {
        this.located = located;
        this.data = data;
    }

    /** Places what is wrong, if the optimizer is such a one. */
    void check() {
        located.at("training.optimizer", Optimizer.class)
                .filter(optimizer -> optimizer.searchOver(List.of()).isPresent())
                .map(optimizer -> located.registry()
                        .nameOf(Optimizer.class, optimizer.getClass())
                        .orElse("the optimizer"))
                .ifPresent(this::check);
    }

    private void check(String optimizer) {
        checkBatch(optimizer);
        if (located.has("training.gradient_clipping")) {
            located.wrongKey(
                    "training.gradient_clipping",
                    optimizer + " searches along true gradients; expected no gradient_clipping");
        }
        if (located.has("network.constraint")) {
            located.wrongKey("network.constraint", optimizer + UNCONSTRAINED);
        }
        checkLayers("network.layers", optimizer);
    }

    private void checkLayers(String list, String optimizer) {
        for (int i = 0; located.has(list + "[" + i + "]"); i++) {
            String at = list + "[" + i + "]";
            located.at(at, LayerSpec.class).ifPresent(spec -> checkLayer(at, spec, optimizer));
        }
    }

    private void checkLayer(String at, LayerSpec spec, String optimizer) {
        if (spec.trainable() && spec.learningRateFactor() != 0 && spec.learningRateFactor() != 1) {
            wrong(at, FACTORS, optimizer + " has one step for all layers; expected 1, or 0 for a layer that stays");
        }
        if (spec instanceof Residual) {
            checkLayers(at + ".layers", optimizer);
            return;
        }
        List<Layer> made = made(spec);
        if (made.stream().anyMatch(layer -> !layer.constraints().isEmpty())) {
            wrong(at, CONSTRAINTS, optimizer + UNCONSTRAINED);
        }
        if (made.stream().anyMatch(Layer::drawsNoise)) {
            wrong(
                    at,
                    List.of("weight_noise"),
                    optimizer + " needs the same cost wherever it looks again, but here noise is drawn; expected no"
                            + " noise, or another optimizer");
        }
    }

    /** Adds a mistake at the first of these options that is there, else at the layer. */
    private void wrong(String layer, List<String> options, String message) {
        located.wrong(
                options.stream()
                        .map(option -> layer + "." + option)
                        .filter(located::has)
                        .findFirst()
                        .orElse(layer),
                message);
    }

    private void checkBatch(String optimizer) {
        BatchSize size = located.at("training.batch_size", BatchSize.class).orElse(BatchSize.of(32));
        boolean whole = data.map(d -> d.train().examples())
                .map(all -> size.outOf(all) >= all)
                .orElse(size.isFull());
        if (!whole) {
            located.wrong(
                    located.has("training.batch_size") ? "training.batch_size" : "training.optimizer",
                    optimizer + " needs the whole training part in each step; expected batch_size: full");
        }
    }

    private static List<Layer> made(LayerSpec spec) {
        RandomSource random = new Splittable().seeded(0);
        return spec.create(new LayerContext("layer", 1, random, step -> random));
    }
}
