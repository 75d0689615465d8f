package org.layerwise.training.listeners;

import org.layerwise.training.ListenerSpec;
import org.layerwise.training.RunContext;
import org.layerwise.training.TrainingListener;

/**
 * Writes the run for TensorBoard: the file {@code tensorboard/events.out.tfevents.layerwise} in the run folder, flushed
 * with each logged epoch.
 *
 * <pre>{@code
 * training:
 *   listeners: [tensorboard]
 *
 * tensorboard --logdir runs
 * }</pre>
 *
 * <p>The step is the epoch. Costs and metrics stand as {@code cost/train}, {@code cost/train_end}, {@code cost/dev},
 * {@code accuracy/train}, {@code accuracy/dev}, …, so that the parts of one metric are side by side, with {@code
 * cost/last_batch} and {@code training/learning_rate}; the health of the layers, where it is watched, as {@code
 * gradients/dense_1}, {@code weights/dense_1}, {@code updates/dense_1}, {@code activations/dense_1}, {@code dead/dense_1}
 * and {@code saturated/dense_1}. A resumed run goes on in the same file.
 *
 * <p>The format holds values in single precision; {@code metrics.csv} has all digits.
 *
 * <p>Source: TensorFlow's {@code event.proto}, {@code summary.proto} and TFRecord format.
 */
public record TensorBoard() implements ListenerSpec {
    @Override
    public TrainingListener open(RunContext run) {
        return new EventFile(run);
    }
}
