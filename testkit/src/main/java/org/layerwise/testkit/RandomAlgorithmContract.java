package org.layerwise.testkit;

import java.util.List;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.testkit.internal.RandomChecks;

/** The contract of families of random number generators and of their streams. */
public abstract class RandomAlgorithmContract extends Contract<RandomAlgorithm> {
    /** For subclasses. */
    protected RandomAlgorithmContract() {
        super(
                RandomAlgorithm.class,
                List.of(
                        new Check<>("gives the same numbers for the same seed", RandomChecks::isPure),
                        new Check<>("gives other numbers for another seed", RandomChecks::dependsOnTheSeed),
                        new Check<>("takes or refuses every seed", RandomChecks::takesOrRefusesSeeds),
                        new Check<>("draws uniform numbers of 53 bits in [0, 1)", RandomChecks::drawsFullUniforms),
                        new Check<>("draws uniform numbers with mean and variance", RandomChecks::uniformMoments),
                        new Check<>("draws normal numbers with mean and variance", RandomChecks::normalMoments),
                        new Check<>("draws numbers that do not follow each other", RandomChecks::isUncorrelated),
                        new Check<>("draws whole numbers below the bound, all alike", RandomChecks::integersAlike),
                        new Check<>("refuses a bound that is not positive", RandomChecks::refusesBounds),
                        new Check<>("shuffles all and loses none", RandomChecks::shuffles),
                        new Check<>("shuffles without preference", RandomChecks::shufflesFairly),
                        new Check<>("goes on from a saved state", RandomChecks::goesOnFromState),
                        new Check<>("gives a state of its own", RandomChecks::copiesItsState),
                        new Check<>("refuses a state that is none", RandomChecks::refusesOtherStates),
                        new Check<>("begins again with a seed", RandomChecks::reseeds),
                        new Check<>("gives the same stream for the same purpose", RandomChecks::namesStreams),
                        new Check<>("keeps streams of two seeds apart", RandomChecks::keepsStreamsApart),
                        new Check<>("gives the same numbers in several threads", RandomChecks::isThreadSafe),
                        new Check<>("allocates nothing once warmed up", RandomChecks::allocatesNothing)));
    }
}
