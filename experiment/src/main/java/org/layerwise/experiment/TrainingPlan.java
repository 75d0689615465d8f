package org.layerwise.experiment;

import static org.layerwise.core.Options.require;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerwise.optimizers.Optimizer;
import org.layerwise.training.ClassWeights;
import org.layerwise.training.EarlyStopping;
import org.layerwise.training.GradientClipping;
import org.layerwise.training.ListenerSpec;
import org.layerwise.training.Metric;

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
 * @param stopWhen values of costs or metrics at which training has reached its aim: {@code {dev_accuracy: 0.99}}
 * @param maxTime longest time to train; default none
 * @param failOnNan whether a cost or gradient that is not finite ends the run as failed; default true
 * @param health whether the layers are watched at logged epochs: norms of weights, gradients and updates, dead units,
 *     saturation, in {@code health.csv} and in the report, with warnings; training is the same with it; default true
 * @param listeners who follows the run, by name: {@code tensorboard}, or what plugins bring; default none
 * @param logEvery epochs between two rows of the log, at least 1; default 1
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
        Map<String, Double> stopWhen,
        Optional<Duration> maxTime,
        boolean failOnNan,
        boolean health,
        List<ListenerSpec> listeners,
        int logEvery) {
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
                Map.of(),
                Optional.empty(),
                true,
                true,
                List.of(),
                1);
    }

    /** @throws org.layerwise.core.OptionException if a number is out of range */
    public TrainingPlan {
        metrics = List.copyOf(metrics);
        listeners = List.copyOf(listeners);
        require(epochs >= 1, "epochs", epochs, ">= 1");
        require(logEvery >= 1, "log_every", logEvery, ">= 1");
        require(maxTime.map(t -> !t.isNegative() && !t.isZero()).orElse(true), "max_time", maxTime, "> 0");
    }
}
