package org.layerwise.training;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.layerwise.core.DenseMatrix;
import org.layerwise.network.Network;
import org.layerwise.network.Workspace;

/**
 * Cuts an epoch into batches: the order of the examples, and a workspace for each of the at most two batch sizes. Where
 * gradients are accumulated, one update's batch is loaded in several parts of this size.
 */
final class Batches {
    private final Examples examples;
    private final Shuffling shuffling;
    private final int size;
    private final int accumulated;
    private final int[] order;
    /** Where examples are shuffled in blocks, the order of these, which is what is saved. */
    private int[] blocks = {};

    /** Of a whole batch and of the last one, which may be the same; none when they are released. */
    private Workspace[] workspaces;

    private boolean loaded;

    Batches(Network network, Examples examples, int size, Shuffling shuffling) {
        this(network, examples, size, 1, shuffling);
    }

    /** @param accumulated parts of so many examples that make an update together */
    Batches(Network network, Examples examples, int size, int accumulated, Shuffling shuffling) {
        this.accumulated = accumulated;
        this.examples = examples;
        this.shuffling = shuffling;
        this.size = Math.min(size, examples.count());
        this.order = examples.inOrder();
        Workspace whole = network.workspace(this.size);
        int rest = examples.count() % this.size;
        this.workspaces = new Workspace[] {whole, rest == 0 ? whole : network.workspace(rest)};
    }

    /** The examples of all but the last batch. */
    int size() {
        return size;
    }

    /** The batches of an epoch, one for each update. */
    int count() {
        return (allParts() - 1) / accumulated + 1;
    }

    /** The parts in which a batch is loaded. */
    int parts(int batch) {
        return Math.min(accumulated, allParts() - batch * accumulated);
    }

    /** The examples of a batch, all its parts together. */
    int examples(int batch) {
        int first = batch * accumulated * size;
        return (int) Math.min(order.length - first, (long) accumulated * size);
    }

    /** Counts the parts of all epochs, from 0. */
    long pass(long epoch, int batch, int part) {
        return epoch * allParts() + (long) batch * accumulated + part;
    }

    private int allParts() {
        return (order.length + size - 1) / size;
    }

    /** Puts the examples into the order of an epoch. */
    void begin(long epoch) {
        if (isFullBatch()) {
            return;
        }
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        if (shuffling instanceof BlockShuffling inBlocks) {
            blocks = inBlocks.blocks(order.length, epoch);
            BlockShuffling.spread(blocks, order, epoch);
        } else {
            shuffling.shuffle(order, epoch);
        }
    }

    /** A part of a batch, gathered and, where the examples are augmented, changed as this epoch changes it. */
    Workspace load(int batch, int part, long epoch) {
        int index = batch * accumulated + part;
        Workspace workspace = workspaces[index == allParts() - 1 ? 1 : 0];
        if (!loaded) {
            examples.gather(order, index * size, workspace, epoch);
            loaded = isFullBatch() && !examples.isAugmented();
            if (loaded) {
                workspace.keepInput();
            }
        }
        return workspace;
    }

    /** The workspace that holds all examples as they are, unweighted, if one does. */
    Optional<Workspace> wholePart() {
        return loaded && workspaces[0].weights().isEmpty() ? Optional.of(workspaces[0]) : Optional.empty();
    }

    /** Gives up the workspaces: nothing will be loaded any more. */
    void release() {
        loaded = false;
        workspaces = new Workspace[0];
    }

    /**
     * The indices of the epoch's examples in their order, (1, examples). Of streamed examples, of which there may be very
     * many, those of its blocks or, where they are not shuffled, none.
     */
    DenseMatrix order() {
        boolean plain = examples.isStreamed() && shuffling instanceof Shuffling.InOrder;
        int[] saved = plain ? new int[0] : isShuffledInBlocks() ? blocks : order;
        double[] values = new double[saved.length];
        Arrays.setAll(values, i -> saved[i]);
        return DenseMatrix.wrap(1, values.length, values);
    }

    /**
     * Goes on in an epoch that was begun elsewhere.
     *
     * @throws ForeignStateException if that was with other examples
     */
    void resume(DenseMatrix begun, long epoch) {
        if (begun.getColumnDimension() == 0 && examples.isStreamed()) {
            return;
        }
        if (isShuffledInBlocks()) {
            blocks = permutation(begun, BlockShuffling.blocks(order.length), "blocks of training examples");
            BlockShuffling.spread(blocks, order, epoch);
        } else {
            int[] saved = permutation(begun, order.length, "training examples");
            System.arraycopy(saved, 0, order, 0, order.length);
        }
    }

    private static int[] permutation(DenseMatrix saved, int expected, String what) {
        int count = saved.getColumnDimension();
        if (count != expected) {
            throw new ForeignStateException("its epoch has " + count + " " + what + ", here there are " + expected);
        }
        int[] indices = new int[count];
        BitSet seen = new BitSet(count);
        for (int i = 0; i < count; i++) {
            indices[i] = (int) saved.values()[i];
            seen.set(Math.max(0, Math.min(count, indices[i])));
        }
        if (seen.length() != count || seen.cardinality() != count) {
            throw new ForeignStateException("its epoch's order lacks an example, or has one twice");
        }
        return indices;
    }

    private boolean isShuffledInBlocks() {
        return shuffling instanceof BlockShuffling && !isFullBatch();
    }

    private boolean isFullBatch() {
        return size == order.length;
    }
}
