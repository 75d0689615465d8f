package org.layerwise.training;

import java.util.Map;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Something that remembers while a run trains: averaged weights, sums over several batches, a counter of epochs, a
 * stream of random numbers. <b>Whatever decides how training goes on, and is neither an argument nor a constant, belongs
 * here</b>: what is forgotten makes a resumed run differ from one that was never stopped.
 *
 * <p>Three ways to hand it in, which all end in one list, that of {@link TrainingRun}:
 * <ul>
 *   <li>what an optimizer remembers of a parameter: {@link org.layerwise.optimizers.Optimizer.Updater#state()}; what a
 *       layer remembers: {@link org.layerwise.network.Network#state()}; nothing else is needed for them;
 *   <li>what a part of the trainer remembers: {@code changing.add("name", part)} in TrainingRun;
 *   <li>what comes from outside: {@link TrainerBuilder#resumable}, and {@link TrainerBuilder#stream} for a mere stream.
 * </ul>
 *
 * <p>All methods are called between two steps. The names and shapes are the same in every run of the same network,
 * optimizer and options; a state with others is refused.
 */
public interface Resumable {
    /** The matrices that change, always the same objects: copied into a state, and filled from one. */
    default Map<String, DenseMatrix> matrices() {
        return Map.of();
    }

    /** The streams that are drawn from and go on: a stream that begins anew at each step or epoch needs no entry. */
    default Map<String, RandomSource> streams() {
        return Map.of();
    }

    /** Everything else as numbers, in a fixed order and always as many; a long up to 2⁵³ fits. Kept to the bit. */
    default double[] numbers() {
        return new double[0];
    }

    /**
     * Goes on from what {@link #numbers} gave; called when the matrices and streams are filled already.
     *
     * @param numbers as many as {@link #numbers} gives
     */
    default void restore(double[] numbers) {}

    /** Matrices that remember, and nothing else. */
    static Resumable of(Map<String, DenseMatrix> matrices) {
        return new Resumable() {
            @Override
            public Map<String, DenseMatrix> matrices() {
                return matrices;
            }
        };
    }
}
