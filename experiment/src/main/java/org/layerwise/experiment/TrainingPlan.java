package org.layerwise.experiment;

import static org.layerwise.core.Options.require;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerwise.core.Alias;
import org.layerwise.network.Precision;
import org.layerwise.optimizers.Optimizer;
import org.layerwise.training.ClassWeights;
import org.layerwise.training.EarlyStopping;
import org.layerwise.training.GradientClipping;
import org.layerwise.training.ListenerSpec;
import org.layerwise.training.Metric;
import org.layerwise.training.WeightAverage;

/**
 * How the network is trained.
 *
 * @param optimizer turns gradients into updates
 * @param epochs passes over the training part, at least 1
 * @param batchSize examples of one update; default 32
 * @param shuffle the order of the examples in mini-batches; default shuffled
 * @param noise where noise draws from; default the experiment's stream
 * @param metrics measured on every part; default none
 * @param earlyStopping when to stop for want of improvement; default never
 * @param gradientClipping what happens to gradients before an update; default nothing
 * @param classWeights {@code balanced}, or a weight for each class by name; default none
 * @param accumulate mini-batches whose gradients make one update, as one batch of all their examples would; batch
 *     normalization and noise see each of them alone; default 1
 * @param weightAverage an average of the weights, {@code {decay: 0.999}}: measured, and saved, in their place; default
 *     none
 * @param precision of the products in training steps: {@code double}, or {@code mixed}, which computes those of dense
 *     layers with floats, up to twice as fast where layers have hundreds of units; default double
 * @param stopWhen values of costs or metrics at which training has reached its aim: {@code {dev_accuracy: 0.99}}
 * @param maxTime longest time to train; default none
 * @param failOnNan whether a cost or gradient that is not finite ends the run as failed; default true
 * @param health whether the layers are watched at logged epochs: norms of weights, gradients and updates, dead units,
 *     saturation, in {@code health.csv} and in the report, with warnings; training is the same with it; default true
 * @param listeners who follows the run, by name: {@code tensorboard}, or what plugins bring; default none
 * @param divergenceFactor the run ends as failed after an epoch whose {@code train_cost} is more than so many times
 *     that of the first epoch, above 1; default never
 * @param logEvery epochs between two rows of the log, at least 1; default 1
 * @param checkpointEvery how often the run's state is saved: {@code 10} epochs, {@code 500 steps}, {@code 5m}; default
 *     when the run is interrupted and when it ends
 * @param checkpoints which of the saved states are kept; default the last two
 */
public record TrainingPlan(
        Optimizer optimizer,
        int epochs,
        BatchSize batchSize,
        Shuffle shuffle,
        Optional<NoiseSeed> noise,
        List<Metric> metrics,
        Optional<EarlyStopping> earlyStopping,
        Optional<GradientClipping> gradientClipping,
        Optional<ClassWeights> classWeights,

        @Alias({"gradient_accumulation", "accumulation_steps", "accumulate_grad_batches"})
        int accumulate,

        @Alias("ema") Optional<WeightAverage> weightAverage,
        Precision precision,
        Map<String, Double> stopWhen,
        Optional<Duration> maxTime,
        boolean failOnNan,
        Optional<Double> divergenceFactor,
        boolean health,
        List<ListenerSpec> listeners,
        int logEvery,
        Optional<CheckpointInterval> checkpointEvery,
        Checkpoints checkpoints) {
    public TrainingPlan(Optimizer optimizer, int epochs) {
        this(
                optimizer,
                epochs,
                BatchSize.of(32),
                new Shuffle(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                Precision.DOUBLE,
                Map.of(),
                Optional.empty(),
                true,
                Optional.empty(),
                true,
                List.of(),
                1,
                Optional.empty(),
                new Checkpoints());
    }

    /** @throws org.layerwise.core.OptionException if a number is out of range */
    public TrainingPlan {
        metrics = List.copyOf(metrics);
        listeners = List.copyOf(listeners);
        require(epochs >= 1, "epochs", epochs, ">= 1");
        require(accumulate >= 1, "accumulate", accumulate, ">= 1");
        require(accumulate == 1 || !batchSize.isFull(), "accumulate", accumulate, "1 where batch_size is full");
        require(
                divergenceFactor.map(factor -> factor > 1).orElse(true),
                "divergence_factor",
                divergenceFactor.orElse(1.0),
                "> 1");
        require(logEvery >= 1, "log_every", logEvery, ">= 1");
        require(maxTime.map(t -> !t.isNegative() && !t.isZero()).orElse(true), "max_time", maxTime, "> 0");
        require(
                checkpointEvery.isEmpty() || checkpoints.every().isEmpty(),
                "checkpoint_every",
                "one, and every of checkpoints too",
                "one of them");
    }

    /** How often a checkpoint is written, wherever the file says it. */
    public Optional<CheckpointInterval> checkpointInterval() {
        return checkpointEvery.or(checkpoints::every);
    }
}
