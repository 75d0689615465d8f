package org.layerwise.testkit;

import java.util.List;
import org.layerwise.network.LayerSpec;
import org.layerwise.testkit.internal.LayerChecks;
import org.layerwise.testkit.internal.LayerTraining;

/**
 * The contract of layers: of the specification that a file gives and of the {@link org.layerwise.network.Layer}s that it
 * makes, taken one after the other.
 */
public abstract class LayerContract extends Contract<LayerSpec> {
    /** For subclasses whose layers take any number of inputs. */
    protected LayerContract() {
        this(layer -> 5);
    }

    /** For subclasses that say how many inputs a layer takes. */
    protected LayerContract(Inputs inputs) {
        super(LayerSpec.class, checks(new LayerChecks(inputs), new LayerTraining(inputs)));
    }

    private static List<Check<LayerSpec>> checks(LayerChecks inference, LayerTraining training) {
        return List.of(
                new Check<>("writes every entry, whatever the batch", inference::writesEveryEntry),
                new Check<>("gives as many outputs as it says", inference::givesItsOutputs),
                new Check<>("leaves its input unchanged", inference::leavesItsInput),
                new Check<>("infers the same bits again, without side effects", inference::infersWithoutEffects),
                new Check<>("infers each example alone", inference::infersExamplesAlone),
                new Check<>("infers the same bits in several threads", inference::infersInThreads),
                new Check<>("passes NaN on, and to its own example alone", inference::passesNanOn),
                new Check<>("stays finite where all examples are alike", inference::survivesEqualExamples),
                new Check<>("has parameters with names of their own", inference::namesItsParameters),
                new Check<>("lists the same parameters and state each time", inference::listsTheSame),
                new Check<>("begins with the same weights for the same stream", inference::beginsAlike),
                new Check<>("penalizes its own parameters alone", inference::penalizesItsOwn),
                new Check<>("trains the same bits at the same step", training::trainsAlike),
                new Check<>("shares nothing with another of its kind", training::sharesNothing),
                new Check<>("has no noise and no side effects in a gradient check", training::checksWithoutEffects),
                new Check<>("has the input gradient that differences show", training::hasItsInputGradient),
                new Check<>("has the parameter gradients that differences show", training::hasItsParameterGradients),
                new Check<>("overwrites its gradients", training::overwritesGradients),
                new Check<>(
                        "leaves everything but gradients unchanged on the way back", training::goesBackWithoutEffects),
                new Check<>("takes batches of other sizes in between", training::takesOtherBatches),
                new Check<>("goes on from saved parameters and state with the same bits", training::goesOnFromState),
                new Check<>("allocates nothing once warmed up", training::allocatesNothing));
    }

    /** Says how many inputs a layer takes. */
    @FunctionalInterface
    public interface Inputs {
        /** A number that this layer takes. */
        int of(LayerSpec layer);
    }
}
