package org.layerwise.testkit;

import java.util.List;
import org.layerwise.testkit.internal.ClippingChecks;
import org.layerwise.training.GradientClipping;

/** The contract of ways to clip gradients. */
public abstract class GradientClippingContract extends Contract<GradientClipping> {
    /** For subclasses. */
    protected GradientClippingContract() {
        super(
                GradientClipping.class,
                List.of(
                        new Check<>("takes every shape", ClippingChecks::takesEveryShape),
                        new Check<>("leaves the parameters unchanged", ClippingChecks::leavesParameters),
                        new Check<>("never makes a gradient larger", ClippingChecks::neverEnlarges),
                        new Check<>("never turns a gradient round", ClippingChecks::keepsSigns),
                        new Check<>("leaves small gradients as they are", ClippingChecks::leavesSmallOnes),
                        new Check<>("bounds gradients, however large", ClippingChecks::bounds),
                        new Check<>("changes nothing the second time", ClippingChecks::isIdempotent),
                        new Check<>("survives subnormal and huge gradients", ClippingChecks::survivesExtremes),
                        new Check<>("gives the same bits for the same gradients", ClippingChecks::isPure),
                        new Check<>("gives the same bits in several threads", ClippingChecks::isThreadSafe),
                        new Check<>("does not depend on how often it was used", ClippingChecks::forgets),
                        new Check<>("allocates nothing once warmed up", ClippingChecks::allocatesNothing)));
    }
}
