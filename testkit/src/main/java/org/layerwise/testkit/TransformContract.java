package org.layerwise.testkit;

import java.util.List;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.testkit.internal.Tables;
import org.layerwise.testkit.internal.TransformChecks;
import org.layerwise.testkit.internal.TransformEdges;

/**
 * The contract of transforms and of their fitted forms.
 *
 * <p>They are tried on a table of three columns of positive numbers, {@code x1 … x3}, and one of categories, {@code
 * kind}, with a target; a transform that needs other data gets them through {@link Data}.
 */
public abstract class TransformContract extends Contract<Transform> {
    /** For subclasses whose transforms work on any table. */
    protected TransformContract() {
        this(transform -> Tables.table(40, 1));
    }

    /** For subclasses that say which data a transform is for. */
    protected TransformContract(Data data) {
        super(Transform.class, checks(new TransformChecks(data), new TransformEdges(data)));
    }

    private static List<Check<Transform>> checks(TransformChecks ordinary, TransformEdges edges) {
        return List.of(
                new Check<>("is fitted and applied", ordinary::isFittedAndApplied),
                new Check<>("has a fitted form of the same name, of plain values", ordinary::fitsToPlainValues),
                new Check<>("leaves the data set unchanged", ordinary::leavesTheDataset),
                new Check<>("fits and applies the same bits again", ordinary::isPure),
                new Check<>("gives the same bits in several threads", ordinary::isThreadSafe),
                new Check<>("keeps examples, their order and their targets", ordinary::keepsExamples),
                new Check<>(
                        "changes each example alone, by the statistics of the training part", ordinary::appliesAlone),
                new Check<>("does not depend on the order of the training examples", ordinary::fitsInAnyOrder),
                new Check<>("gives columns with one name each", ordinary::namesColumns),
                new Check<>("finds columns by name, wherever they stand", ordinary::findsColumnsByName),
                new Check<>("finds categories by name, whatever their index", ordinary::findsCategoriesByName),
                new Check<>("is worth the same when its fitted form is made anew", ordinary::survivesStorage),
                new Check<>("is undone by its inverse", ordinary::isUndone),
                new Check<>("names the column that is not there", edges::namesTheMissingColumn),
                new Check<>("is defined for a category that it has not seen, or says so", edges::takesUnseenCategories),
                new Check<>("is defined for missing values, or says so", edges::takesMissingValues),
                new Check<>("is defined for a constant column, or says so", edges::takesConstantColumns),
                new Check<>("is defined for a column without values, or says so", edges::takesEmptyColumns),
                new Check<>("is defined for subnormal and huge numbers, or says so", edges::takesExtremes),
                new Check<>("takes a part without examples", edges::takesNoExamples),
                new Check<>("is fitted to a single example, or says so", edges::fitsOneExample));
    }

    /** Says which data a transform is for. */
    @FunctionalInterface
    public interface Data {
        /** A training part of at least ten examples on which this transform can be fitted. */
        Dataset of(Transform transform);
    }
}
