package org.layerwise.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.network.Network;
import org.layerwise.network.Workspace;
import org.layerwise.optimizers.Optimizer;

/** One training step: cost and gradients, clipping, update. Allocates nothing. */
final class Stepper {
    private final Network network;
    private final List<Parameter> parameters;
    private final Optional<Optimizer.Search> search;
    private final Optimizer.Updater[] updaters;
    private final double[] factors;
    private final Optional<GradientClipping> clipping;
    private final DoubleSupplier elsewhere = this::costElsewhere;
    private @Nullable Workspace batch;
    private long step;

    Stepper(Network network, Optimizer optimizer, Optional<GradientClipping> clipping) {
        this.network = network;
        this.parameters =
                network.parameters().stream().filter(Parameter::isTrained).toList();
        this.factors = parameters.stream().mapToDouble(Parameter::rateFactor).toArray();
        this.search = optimizer.searchOver(parameters);
        this.updaters = search.isPresent()
                ? new Optimizer.Updater[0]
                : parameters.stream().map(optimizer::updaterFor).toArray(Optimizer.Updater[]::new);
        this.clipping = clipping;
    }

    /** Fills the gradients and gives the cost before the update. */
    double differentiate(Workspace workspace, long step) {
        return network.costAndGradients(workspace, step);
    }

    /** Fills the gradients of one of several batches that make an update, and gives its mean loss, both without penalty. */
    double differentiateLoss(Workspace workspace, long pass) {
        return network.lossAndGradients(workspace, pass);
    }

    /** Makes the gradients of several batches those of one, with its penalty, and gives its cost. */
    double unite(GradientSum sum) {
        sum.writeMeans();
        network.addPenaltyGradients(sum.examples());
        return sum.meanLoss() + network.penalty(sum.examples());
    }

    /**
     * Changes the parameters by their gradients.
     *
     * @param cost J before the update, over the workspace's batch
     */
    void update(Workspace workspace, double cost, long step, double rate) {
        if (clipping.isPresent()) {
            clipping.get().clip(parameters);
        }
        if (search.isPresent()) {
            this.batch = workspace;
            this.step = step;
            search.get().update(step, rate, cost, elsewhere);
        }
        for (int i = 0; i < updaters.length; i++) {
            updaters[i].update(step, rate * factors[i]);
        }
        network.constrain();
    }

    /** The parameters that training changes. */
    List<Parameter> parameters() {
        return parameters;
    }

    private double costElsewhere() {
        return network.costAndGradients(Objects.requireNonNull(batch), step);
    }

    /** What the optimizer remembers, by name. */
    Map<String, DenseMatrix> optimizerState() {
        Map<String, DenseMatrix> matrices = new LinkedHashMap<>();
        search.ifPresent(whole -> put(matrices, "all", whole.state()));
        for (int i = 0; i < updaters.length; i++) {
            put(matrices, parameters.get(i).name(), updaters[i].state());
        }
        return matrices;
    }

    private static void put(Map<String, DenseMatrix> matrices, String name, List<DenseMatrix> state) {
        for (int j = 0; j < state.size(); j++) {
            matrices.put(name + "/" + j, state.get(j));
        }
    }
}
