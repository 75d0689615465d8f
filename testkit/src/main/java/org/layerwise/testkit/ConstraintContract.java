package org.layerwise.testkit;

import java.util.List;
import org.layerwise.regularizers.Constraint;
import org.layerwise.testkit.internal.ConstraintChecks;

/** The contract of constraints on weights. */
public abstract class ConstraintContract extends Contract<Constraint> {
    /** For subclasses. */
    protected ConstraintContract() {
        super(
                Constraint.class,
                List.of(
                        new Check<>("takes every shape", ConstraintChecks::takesEveryShape),
                        new Check<>("changes weights that do not satisfy it", ConstraintChecks::changesSome),
                        new Check<>("comes to rest, and leaves weights that satisfy it", ConstraintChecks::comesToRest),
                        new Check<>("never turns a weight round", ConstraintChecks::keepsSigns),
                        new Check<>("treats units alike, in any order", ConstraintChecks::treatsUnitsAlike),
                        new Check<>("takes biases", ConstraintChecks::takesBiases),
                        new Check<>("stays finite at weights of zero", ConstraintChecks::survivesZeros),
                        new Check<>("stays finite from 5e-324 to 1e300", ConstraintChecks::survivesExtremes),
                        new Check<>("does not hide NaN", ConstraintChecks::passesNanOn),
                        new Check<>("gives the same bits for the same weights", ConstraintChecks::isPure),
                        new Check<>("gives the same bits in several threads", ConstraintChecks::isThreadSafe),
                        new Check<>("allocates nothing once warmed up", ConstraintChecks::allocatesNothing)));
    }
}
