package org.layerwise.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.layerwise.core.DenseMatrix;

/**
 * Everything that changes during a run: what a checkpoint holds. A run that goes on from it ends in the same bits as
 * one that was never stopped.
 *
 * <p>Names begin with that of the {@link Resumable} they belong to: {@code parameter/dense_1.W}, {@code
 * layer/batch_norm_2.running_mean}, {@code updater/dense_1.W/0} (the optimizer's state in its own order), {@code best/…}
 * for the best parameters so far. {@code order} is there in an epoch that is not finished: the indices of its examples.
 * Streams of random numbers are named as they were given to the trainer, and {@code main} and {@code shuffle}.
 *
 * @param position how far the run has come
 * @param values what was measured after the last epoch that is done, by name
 * @param matrices by name
 * @param numbers what remembers by plain numbers, by name: {@code early_stopping}
 * @param random the state of each stream by name
 */
public record TrainingState(
        Position position,
        Map<String, Double> values,
        Map<String, DenseMatrix> matrices,
        Map<String, double[]> numbers,
        Map<String, long[]> random) {
    /** Copies the maps, keeping their order, but not what they hold. */
    public TrainingState {
        values = copy(values);
        matrices = copy(matrices);
        numbers = copy(numbers);
        random = copy(random);
    }

    private static <V> Map<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
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
            long nanos) {}
}
