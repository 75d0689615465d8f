package org.layerwise.training;

import java.util.Optional;
import org.layerwise.network.Workspace;

/** The cost and the gradients for one update, of one batch or of several that make it together. */
final class BatchGradients {
    private final Batches batches;
    private final Stepper stepper;
    private final Optional<GradientSum> sum;
    private final FiniteCheck finite;
    private final EpochProgress at;
    private double cost;

    /** @param sum where several batches make an update */
    BatchGradients(Batches batches, Stepper stepper, Optional<GradientSum> sum, FiniteCheck finite, EpochProgress at) {
        this.batches = batches;
        this.stepper = stepper;
        this.sum = sum;
        this.finite = finite;
        this.at = at;
    }

    /**
     * Gathers what is next and computes its cost and gradients; nothing that only updates change may change here.
     *
     * @return the workspace of the last batch
     */
    Workspace compute() {
        return sum.isPresent() ? accumulate(sum.get()) : ofOneBatch();
    }

    /** The cost before the update, penalties included. */
    double cost() {
        return cost;
    }

    private Workspace ofOneBatch() {
        Workspace workspace = batches.load(at.batch, 0, at.epoch);
        cost = stepper.differentiate(workspace, at.step);
        finite.check(cost, workspace, at.epoch, at.step);
        return workspace;
    }

    private Workspace accumulate(GradientSum sum) {
        sum.begin();
        Workspace workspace = addPart(sum, 0);
        for (int part = 1; part < batches.parts(at.batch); part++) {
            workspace = addPart(sum, part);
        }
        cost = stepper.unite(sum);
        finite.check(cost, workspace, at.epoch, at.step);
        return workspace;
    }

    private Workspace addPart(GradientSum sum, int part) {
        Workspace workspace = batches.load(at.batch, part, at.epoch);
        double loss = stepper.differentiateLoss(workspace, batches.pass(at.epoch, at.batch, part));
        finite.check(loss, workspace, at.epoch, at.step);
        sum.add(loss, workspace.examples());
        return workspace;
    }
}
