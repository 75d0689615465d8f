package org.layerwise.training;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ShapeException;
import org.layerwise.dataio.Dataset;
import org.layerwise.network.Workspace;

/**
 * Examples whose Y is at hand.
 *
 * @param targets Y of shape (outputs, examples), in the data set's order
 */
record ExamplesInMemory(Dataset features, DenseMatrix targets) implements ExampleSource {
    /** @throws ShapeException if the numbers of examples differ */
    ExamplesInMemory {
        if (targets.getColumnDimension() != features.examples()) {
            throw new ShapeException("Y is " + targets.shape() + " but X has " + features.examples() + " examples");
        }
        if (features.examples() == 0) {
            throw new IllegalArgumentException("there are no examples");
        }
    }

    @Override
    public int outputs() {
        return targets.getRowDimension();
    }

    @Override
    public boolean isStreamed() {
        return false;
    }

    @Override
    public void eachTargets(Consumer<DenseMatrix> use) {
        use.accept(targets);
    }

    @Override
    public void gather(int[] examples, int from, Workspace workspace) {
        features.gather(examples, from, from + workspace.examples(), workspace.input());
        gatherTargets(examples, from, workspace.target());
    }

    @Override
    public void gatherInOrder(int from, Workspace workspace) {
        gather(IntStream.range(from, from + workspace.examples()).toArray(), 0, workspace);
    }

    private void gatherTargets(int[] examples, int from, DenseMatrix y) {
        int batch = y.getColumnDimension();
        int count = targets.getColumnDimension();
        double[] all = targets.values();
        double[] values = y.values();
        for (int i = 0; i < y.getRowDimension(); i++) {
            for (int j = 0; j < batch; j++) {
                values[i * batch + j] = all[i * count + examples[from + j]];
            }
        }
    }

    @Override
    public ExampleSource apart() {
        return this;
    }
}
