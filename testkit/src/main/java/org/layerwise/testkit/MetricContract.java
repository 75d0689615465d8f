package org.layerwise.testkit;

import java.util.List;
import org.layerwise.testkit.internal.MetricChecks;
import org.layerwise.testkit.internal.MetricEdges;
import org.layerwise.training.Metric;

/**
 * The contract of metrics and their accumulators. Each is tried on every kind of task (two classes, several, several
 * labels at once, one number, several); those that it refuses with a {@link org.layerwise.training.MetricException} are
 * left out, and one must remain.
 */
public abstract class MetricContract extends Contract<Metric> {
    /** For subclasses. */
    protected MetricContract() {
        super(
                Metric.class,
                List.of(
                        new Check<>("gives a value for its tasks", MetricChecks::givesAValue),
                        new Check<>("refuses other tasks with a reason", MetricChecks::refusesOtherTasks),
                        new Check<>("says which value is better", MetricChecks::saysWhatIsBetter),
                        new Check<>("leaves prediction and target unchanged", MetricChecks::leavesItsInput),
                        new Check<>("gives the same bits for the same input", MetricChecks::isPure),
                        new Check<>("gives the same bits in several threads", MetricChecks::isThreadSafe),
                        new Check<>("keeps accumulators apart", MetricChecks::keepsAccumulatorsApart),
                        new Check<>("does not depend on how the examples are split", MetricChecks::isSplitInvariant),
                        new Check<>("does not depend on the order of the examples", MetricChecks::isOrderInvariant),
                        new Check<>("goes on after it was asked", MetricChecks::goesOn),
                        new Check<>("does not look at a batch later", MetricChecks::ownsWhatItNeeds),
                        new Check<>("is unmoved by a batch of no examples", MetricEdges::takesEmptyBatches),
                        new Check<>("has an answer before any example", MetricEdges::answersAtOnce),
                        new Check<>("takes a single example", MetricEdges::takesOneExample),
                        new Check<>("finds nothing better than perfect predictions", MetricEdges::perfectIsBest),
                        new Check<>("takes equal predictions", MetricEdges::takesEqualPredictions),
                        new Check<>("takes examples of a single class", MetricEdges::takesASingleClass),
                        new Check<>("takes predictions from 5e-324 to 1e300", MetricEdges::takesExtremes),
                        new Check<>("never takes NaN for a good prediction", MetricEdges::isNotFooledByNan),
                        new Check<>("gives tables with the names of the classes", MetricEdges::namesClasses)));
    }
}
