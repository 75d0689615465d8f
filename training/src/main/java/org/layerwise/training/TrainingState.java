package org.layerwise.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.layerwise.core.DenseMatrix;

/**
 * Everything that changes during a run: what a checkpoint holds. A run that goes on from it ends in the same bits as
 * one that was never stopped.
 *
 * <p>A copy: training on does not change it. Matrices are named {@code parameter/dense_1.W}, {@code
 * layer/batch_norm_2.running_mean}, {@code updater/dense_1.W/0} (the optimizer's state in its own order), and {@code
 * best/…} for the best parameters so far; {@code order} is there in an epoch that is not finished: the indices of its
 * examples. Streams of random numbers are named as they were given to the trainer, and {@code main} and {@code
 * shuffle}.
 *
 * @param position how far the run has come
 * @param matrices by name
 * @param random the state of each stream by name
 */
public record TrainingState(Position position, Map<String, DenseMatrix> matrices, Map<String, long[]> random) {
    /** Copies the maps, keeping their order, but not what they hold. */
    public TrainingState {
        matrices = Collections.unmodifiableMap(new LinkedHashMap<>(matrices));
        random = Collections.unmodifiableMap(new LinkedHashMap<>(random));
    }

    /**
     * How far a run has come.
     *
     * @param epoch the epoch that is next or under way, from 0
     * @param step updates done
     * @param batch batches of this epoch that are done
     * @param epochStep updates done before this epoch
     * @param epochRate the learning rate of this epoch's first update
     * @param costSum the sum over this epoch's examples so far of their batch's cost
     * @param examples examples of this epoch that are done
     * @param lastBatchCost the cost of the last batch before its update
     * @param nanos time spent training
     * @param epochsWithoutImprovement that early stopping has counted
     * @param reference the value that early stopping wants improved; infinite before the first
     * @param best the best monitored value; infinite before the first
     * @param bestEpoch the epoch of the best value; −1 before the first
     */
    public record Position(
            long epoch,
            long step,
            int batch,
            long epochStep,
            double epochRate,
            double costSum,
            long examples,
            double lastBatchCost,
            long nanos,
            int epochsWithoutImprovement,
            double reference,
            double best,
            long bestEpoch) {}
}
