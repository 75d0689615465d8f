package org.layerwise.experiment.internal.run;

import java.util.List;
import java.util.Optional;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.experiment.BatchSize;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerSpec;
import org.layerwise.optimizers.Optimizer;

/** Holds an optimizer that looks at the cost at several places against what would change the cost meanwhile. */
final class SearchChecks {
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
        checkUnconstrained("network", optimizer);
        for (int i = 0; located.has("network.layers[" + i + "]"); i++) {
            String at = "network.layers[" + i + "]";
            checkUnconstrained(at, optimizer);
            located.at(at + ".learning_rate_factor", Double.class)
                    .filter(factor -> factor != 0 && factor != 1)
                    .ifPresent(factor -> located.wrong(
                            at + ".learning_rate_factor",
                            optimizer + " has one step for all layers; expected 1, or 0 for a layer that stays"));
            located.at(at, LayerSpec.class).filter(SearchChecks::drawsNoise).ifPresent(spec -> {
                String key = located.has(at + ".weight_noise") ? at + ".weight_noise" : at;
                located.wrong(
                        key,
                        optimizer + " needs the same cost wherever it looks again, but here noise is drawn; expected"
                                + " no noise, or another optimizer");
            });
        }
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

    private void checkUnconstrained(String at, String optimizer) {
        for (String key : List.of(".constraint", ".bias_constraint")) {
            if (located.has(at + key)) {
                located.wrongKey(at + key, optimizer + " can't keep constraints; expected no" + key.replace('.', ' '));
            }
        }
    }

    private static boolean drawsNoise(LayerSpec spec) {
        RandomSource random = new Splittable().seeded(0);
        return spec.create(new LayerContext("layer", 1, random, step -> random)).stream()
                .anyMatch(Layer::drawsNoise);
    }
}
