package org.layerwise.testkit;

import java.util.List;
import org.layerwise.network.Loss;
import org.layerwise.testkit.internal.LossChecks;
import org.layerwise.testkit.internal.LossGradients;
import org.layerwise.testkit.internal.LossSamples;

/**
 * The contract of losses. Predictions and targets are made from {@link Loss#targets}: probabilities where it holds
 * classes, numbers of both signs where it is numeric.
 */
public abstract class LossContract extends Contract<Loss> {
    /** For subclasses whose losses take numbers of both signs. */
    protected LossContract() {
        this(loss -> Domain.ALL);
    }

    /** For subclasses that say which losses take positive numbers alone. */
    protected LossContract(Domains domains) {
        super(Loss.class, checks(new LossSamples(domains)));
    }

    private static List<Check<Loss>> checks(LossSamples samples) {
        LossChecks values = new LossChecks(samples);
        LossGradients gradients = new LossGradients(samples);
        return List.of(
                new Check<>("writes every entry, whatever the shape", values::writesEveryEntry),
                new Check<>("says what its targets hold", values::saysItsTargets),
                new Check<>("leaves prediction and target unchanged", values::leavesItsInput),
                new Check<>("gives the same bits for the same input", values::isPure),
                new Check<>("gives the same bits in several threads", values::isThreadSafe),
                new Check<>("does not look at what stood there", values::ignoresOldValues),
                new Check<>("gives the same however the examples are split", values::treatsExamplesAlone),
                new Check<>("gives the same in any order of examples", values::treatsExamplesAlike),
                new Check<>("gives no NaN for predictions at the edge", values::staysWithoutNan),
                new Check<>("survives subnormal, tiny and huge predictions", values::survivesExtremes),
                new Check<>("passes NaN on, and to its own example alone", values::passesNanOn),
                new Check<>("says the same by number and by matrix", values::scalarAgrees),
                new Check<>("has a threshold that separates", values::hasAThreshold),
                new Check<>("allocates nothing once warmed up", values::allocatesNothing),
                new Check<>("has the gradient that differences show", gradients::hasItsGradient),
                new Check<>("falls along its gradient", gradients::fallsAlongItsGradient),
                new Check<>("with an activation: is the same as apart", gradients::fusedAgrees),
                new Check<>("with an activation: has the gradient that differences show", gradients::fusedGradient),
                new Check<>("with an activation: stays finite for every finite Z", gradients::fusedIsFinite),
                new Check<>("with an activation: both at once are the same bits", gradients::fusedBoth),
                new Check<>("with an activation: leaves its input unchanged", gradients::fusedLeavesItsInput));
    }

    /** Which numbers a loss of numeric targets is defined for. */
    public enum Domain {
        /** All. */
        ALL,
        /** Predictions and targets above 0, such as counts. */
        POSITIVE
    }

    /** Says which numbers a loss is defined for. */
    @FunctionalInterface
    public interface Domains {
        /** The domain of this loss. */
        Domain of(Loss loss);
    }
}
