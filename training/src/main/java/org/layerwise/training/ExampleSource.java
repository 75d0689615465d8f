package org.layerwise.training;

import java.util.function.Consumer;
import org.layerwise.core.DenseMatrix;
import org.layerwise.network.Workspace;

/** Where X and Y of examples come from. */
interface ExampleSource {
    /** The rows of Y. */
    int outputs();

    /** Whether batches are read when they are wanted. */
    boolean isStreamed();

    /** Y of all examples. */
    DenseMatrix targets();

    /** Calls with parts of Y, in order; where they are streamed never with more than some thousands at a time. */
    void eachTargets(Consumer<DenseMatrix> use);

    /** Writes X and Y of {@code examples[from … from + m)} into a workspace for m examples. */
    void gather(int[] examples, int from, Workspace workspace);

    /** Writes X and Y of the examples {@code from … from + m − 1} into a workspace for m examples. */
    void gatherInOrder(int from, Workspace workspace);

    /** The same examples for someone else, who goes through them in an order of his own. */
    ExampleSource apart();
}
