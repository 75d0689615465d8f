package org.layerwise.training;

import java.util.List;
import java.util.Optional;
import org.layerwise.core.Parameter;
import org.layerwise.network.Network;
import org.layerwise.network.Precision;
import org.layerwise.network.Workspace;

/** Looks at costs and gradients; where one is NaN or infinite the run ends, or listeners are told so once. */
final class FiniteCheck {
    private final Network network;
    private final List<Parameter> parameters;
    private final OnNonFinite reaction;
    private final Listeners listeners;
    private boolean told;

    /** @param parameters those that training changes */
    FiniteCheck(Network network, List<Parameter> parameters, OnNonFinite reaction, Listeners listeners) {
        this.network = network;
        this.parameters = List.copyOf(parameters);
        this.reaction = reaction;
        this.listeners = listeners;
    }

    /**
     * Looks at a cost and at the gradients as they stand; allocates nothing where all are finite.
     *
     * @throws DivergedException if one is not, unless the run is to go on
     */
    void check(double cost, Workspace workspace, long epoch, long step) {
        if (!isFinite(cost)) {
            report(describe(cost, workspace, epoch, step));
        }
    }

    private void report(NonFinite problem) {
        if (reaction == OnNonFinite.FAIL) {
            throw new DivergedException(problem.what(), problem.epoch(), problem.step(), problem.layer());
        }
        if (!told) {
            told = true;
            listeners.nonFinite(problem);
        }
    }

    /** Whether cost and gradients are finite. */
    boolean isFinite(double cost) {
        if (!Double.isFinite(cost)) {
            return false;
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (!parameters.get(i).gradient().isFinite()) {
                return false;
            }
        }
        return true;
    }

    /** What is not finite, and where it first appeared. */
    private NonFinite describe(double cost, Workspace workspace, long epoch, long step) {
        Optional<String> forward = network.firstNotFinite(workspace);
        if (!Double.isFinite(cost)) {
            return new NonFinite("the cost is " + cost + range(), epoch, step, forward.orElse("loss"));
        }
        Parameter parameter = lastNotFinite();
        String what = "the gradient of " + parameter.name() + " is not finite" + range();
        return new NonFinite(what, epoch, step, forward.orElseGet(() -> layerOf(parameter)));
    }

    /** On the way back the last parameter is the first whose gradient is computed. */
    private Parameter lastNotFinite() {
        for (int i = parameters.size() - 1; i >= 0; i--) {
            if (!parameters.get(i).gradient().isFinite()) {
                return parameters.get(i);
            }
        }
        throw new IllegalArgumentException("cost and gradients are finite");
    }

    private static String layerOf(Parameter parameter) {
        int dot = parameter.name().indexOf('.');
        return dot > 0 ? parameter.name().substring(0, dot) : parameter.name();
    }

    private String range() {
        return network.precision() == Precision.MIXED ? " (precision: mixed, whose products end at 3.4e38)" : "";
    }
}
