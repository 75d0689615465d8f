package org.layerwise.training;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Dataset;
import org.layerwise.network.Workspace;

/** Examples that are read, and their targets encoded, batch by batch, those that follow ahead of it. */
final class StreamedExamples implements ExampleSource {
    private static final int TARGETS_AT_ONCE = 1 << 13;

    private final Dataset data;
    private final Function<Dataset, DenseMatrix> encoding;
    private final int outputs;
    private final ReadAhead ahead = new ReadAhead(this::read);

    /** @param encoding gives Y, of shape (outputs, examples), of some of the examples */
    StreamedExamples(Dataset data, Function<Dataset, DenseMatrix> encoding) {
        this.data = data;
        this.encoding = encoding;
        this.outputs = encoding.apply(data.inMemory(new int[] {0})).getRowDimension();
    }

    private ReadAhead.Batch read(int[] examples) {
        Dataset batch = data.inMemory(examples);
        return new ReadAhead.Batch(batch.inputs(), encoding.apply(batch));
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public boolean isStreamed() {
        return true;
    }

    @Override
    public DenseMatrix targets() {
        return encoding.apply(data);
    }

    @Override
    public void eachTargets(Consumer<DenseMatrix> use) {
        for (int from = 0; from < data.examples(); from += TARGETS_AT_ONCE) {
            Dataset rest = data.skip(from);
            use.accept(encoding.apply(rest.take(Math.min(TARGETS_AT_ONCE, rest.examples()))));
        }
    }

    @Override
    public void gather(int[] examples, int from, Workspace workspace) {
        take(i -> examples[i], examples.length, from, workspace);
    }

    @Override
    public void gatherInOrder(int from, Workspace workspace) {
        take(i -> i, data.examples(), from, workspace);
    }

    private void take(IntUnaryOperator order, int count, int from, Workspace workspace) {
        ReadAhead.Batch batch = ahead.take(order, count, from, workspace.examples());
        copy(batch.x(), workspace.input());
        copy(batch.y(), workspace.target());
    }

    private static void copy(DenseMatrix from, DenseMatrix to) {
        System.arraycopy(from.values(), 0, to.values(), 0, to.values().length);
    }

    @Override
    public ExampleSource apart() {
        return new StreamedExamples(data, encoding);
    }
}
