package org.layerwise.training;

import java.util.List;
import org.layerwise.core.Parameter;
import org.layerwise.core.ShapeException;
import org.layerwise.network.Layer;
import org.layerwise.network.Network;

/** Refuses what does not fit together in a trainer and would only be found wrong later. */
final class TrainerChecks {
    private final TrainerSetup setup;
    private final Network network;

    TrainerChecks(TrainerSetup setup) {
        this.setup = setup;
        this.network = setup.network();
    }

    void pass() {
        if (!setup.parts().containsKey(Part.TRAIN)) {
            throw new IllegalStateException("a trainer needs training examples: call train(…)");
        }
        setup.parts().forEach(this::requireShapes);
        setup.options().metrics().values().forEach(metric -> metric.start(setup.task()));
        setup.watched().forEach(this::requireMonitor);
        if (setup.options().maxTime().isPresent() && setup.givenClock().isEmpty()) {
            throw new IllegalStateException("max_time needs a clock: call clock(…)");
        }
        if (network.parameters().stream().noneMatch(Parameter::isTrained)) {
            throw new IllegalArgumentException("no layer can be trained: all are frozen or have no parameters");
        }
        if (setup.optimizer().searchOver(List.of()).isPresent()) {
            requireEqualCosts();
        }
        setup.weightedTrain();
    }

    private void requireShapes(Part part, Examples examples) {
        if (examples.features() != network.inputs()) {
            throw new ShapeException("the network takes " + network.inputs() + " features but the " + part.label()
                    + " part has " + examples.features());
        }
        if (examples.outputs() != network.outputs()) {
            throw new ShapeException("the network has " + network.outputs() + " outputs but Y of the " + part.label()
                    + " part is " + examples.outputs() + "x" + examples.count());
        }
    }

    private void requireMonitor(String name) {
        if (!setup.monitors().containsKey(name)) {
            throw new IllegalArgumentException("there is no value '" + name + "' to monitor; there are "
                    + String.join(", ", setup.monitors().keySet()));
        }
    }

    /** A rule that looks at the cost at several places needs the same cost everywhere. */
    private void requireEqualCosts() {
        String rule = setup.optimizer().getClass().getSimpleName();
        if (!setup.isFullBatch()) {
            throw new IllegalArgumentException(rule + " needs the whole training part in each step; call fullBatch()");
        }
        if (setup.options().gradientClipping().isPresent()) {
            throw new IllegalArgumentException(rule + " searches along true gradients; leave clipping out");
        }
        if (!network.constraints().isEmpty()) {
            throw new IllegalArgumentException(rule + " can't keep constraints; leave them out");
        }
        network.layers().stream()
                .filter(layer -> layer.layers().stream().anyMatch(Layer::drawsNoise))
                .findFirst()
                .ifPresent(noisy -> {
                    throw new IllegalArgumentException(rule + " needs the same cost wherever it looks again; "
                            + noisy.name() + " draws noise, leave it out");
                });
        if (network.parameters().stream().anyMatch(p -> p.isTrained() && p.rateFactor() != 1)) {
            throw new IllegalArgumentException(rule + " has one step for all layers; leave their factors out");
        }
    }
}
