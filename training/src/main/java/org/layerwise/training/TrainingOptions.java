package org.layerwise.training;

import static org.layerwise.core.Options.require;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How to train: everything that is a plain value.
 *
 * <pre>{@code
 * TrainingOptions.epochs(2500).fullBatch().metric("accuracy", new Accuracy()).logEvery(100).build()
 * }</pre>
 *
 * @param epochs passes over the training examples, at least 1
 * @param batchSize examples of a mini-batch; empty for a full batch; default 32
 * @param metrics by the names under which they are reported
 * @param logEvery epochs from one record to the next, at least 1; default 1; the last epoch has one anyway
 * @param earlyStopping when to stop for want of improvement
 * @param gradientClipping what happens to gradients before an update
 * @param classWeights the weights of the classes in the training cost
 * @param stopWhen training ends with success after the epoch in which all of these values are reached
 * @param maxTime training ends after the step in which this time is over; needs a clock
 * @param accumulate batches whose gradients make one update, as one large batch would, at least 1; needs mini-batches
 *     where it is more than 1; default 1
 * @param weightAverage the average of the weights that is measured and kept in their place; default none
 * @param divergenceFactor training fails after an epoch whose {@code train_cost} is more than so many times the first
 *     epoch's, above 1; default never
 * @param onNonFinite what happens when a cost or gradient is NaN or infinite; default: training fails
 */
public record TrainingOptions(
        int epochs,
        OptionalInt batchSize,
        Map<String, Metric> metrics,
        int logEvery,
        Optional<EarlyStopping> earlyStopping,
        Optional<GradientClipping> gradientClipping,
        Optional<ClassWeights> classWeights,
        Map<String, Double> stopWhen,
        Optional<Duration> maxTime,
        int accumulate,
        Optional<WeightAverage> weightAverage,
        OptionalDouble divergenceFactor,
        OnNonFinite onNonFinite) {
    /** @throws org.layerwise.core.OptionException if a number is out of range */
    public TrainingOptions {
        require(epochs >= 1, "epochs", epochs, ">= 1");
        require(batchSize.orElse(1) >= 1, "batch_size", batchSize.orElse(1), ">= 1 or full");
        require(logEvery >= 1, "log_every", logEvery, ">= 1");
        stopWhen.forEach(
                (name, value) -> require(!value.isNaN(), "stop_when", name + ": " + value, "a number for each value"));
        maxTime.ifPresent(time -> require(!time.isNegative() && !time.isZero(), "max_time", time, "> 0"));
        require(accumulate >= 1, "accumulate", accumulate, ">= 1");
        require(
                accumulate == 1 || batchSize.isPresent(),
                "accumulate",
                accumulate,
                "1 where the batch is all examples");
        divergenceFactor.ifPresent(
                factor -> require(factor > 1 && Double.isFinite(factor), "divergence_factor", factor, "> 1"));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        stopWhen = Collections.unmodifiableMap(new LinkedHashMap<>(stopWhen));
    }

    /** Starts with so many epochs and every default. */
    public static Builder epochs(int epochs) {
        return new Builder(epochs);
    }

    /** Collects options. */
    public static final class Builder {
        private final int epochs;
        private final Map<String, Metric> metrics = new LinkedHashMap<>();
        private final Map<String, Double> stopWhen = new LinkedHashMap<>();
        private OptionalInt batchSize = OptionalInt.of(32);
        private int logEvery = 1;
        private Optional<EarlyStopping> earlyStopping = Optional.empty();
        private Optional<GradientClipping> gradientClipping = Optional.empty();
        private Optional<ClassWeights> classWeights = Optional.empty();
        private Optional<Duration> maxTime = Optional.empty();
        private int accumulate = 1;
        private Optional<WeightAverage> weightAverage = Optional.empty();
        private OptionalDouble divergenceFactor = OptionalDouble.empty();
        private OnNonFinite onNonFinite = OnNonFinite.FAIL;

        private Builder(int epochs) {
            this.epochs = epochs;
        }

        /** Mini-batches of so many examples; the last one of an epoch may be smaller. */
        public Builder batchSize(int examples) {
            batchSize = OptionalInt.of(examples);
            return this;
        }

        /** All examples in one batch, in their order. */
        public Builder fullBatch() {
            batchSize = OptionalInt.empty();
            return this;
        }

        /** Reports a metric under this name; a later one of the same name replaces it. */
        public Builder metric(String name, Metric metric) {
            metrics.put(name, metric);
            return this;
        }

        /** One record each so many epochs. */
        public Builder logEvery(int epochs) {
            logEvery = epochs;
            return this;
        }

        /** Stops for want of improvement. */
        public Builder earlyStopping(EarlyStopping stopping) {
            earlyStopping = Optional.of(stopping);
            return this;
        }

        /** Clips gradients. */
        public Builder gradientClipping(GradientClipping clipping) {
            gradientClipping = Optional.of(clipping);
            return this;
        }

        /** Weighs classes in the training cost. */
        public Builder classWeights(ClassWeights weights) {
            classWeights = Optional.of(weights);
            return this;
        }

        /** Stops when this value, {@code dev_accuracy} for instance, and all others given so are reached. */
        public Builder stopWhen(String monitor, double value) {
            stopWhen.put(monitor, value);
            return this;
        }

        /** Stops after this time. */
        public Builder maxTime(Duration time) {
            maxTime = Optional.of(time);
            return this;
        }

        /** One update for so many mini-batches, with their mean gradient. */
        public Builder accumulate(int batches) {
            accumulate = batches;
            return this;
        }

        /** Measures and keeps an average of the weights in their place. */
        public Builder weightAverage(WeightAverage average) {
            weightAverage = Optional.of(average);
            return this;
        }

        /** Fails when an epoch costs more than so many times what the first one did. */
        public Builder divergenceFactor(double factor) {
            divergenceFactor = OptionalDouble.of(factor);
            return this;
        }

        /** What happens when a cost or gradient is NaN or infinite. */
        public Builder onNonFinite(OnNonFinite reaction) {
            onNonFinite = reaction;
            return this;
        }

        /** @throws org.layerwise.core.OptionException if a number is out of range */
        public TrainingOptions build() {
            return new TrainingOptions(
                    epochs,
                    batchSize,
                    metrics,
                    logEvery,
                    earlyStopping,
                    gradientClipping,
                    classWeights,
                    stopWhen,
                    maxTime,
                    accumulate,
                    weightAverage,
                    divergenceFactor,
                    onNonFinite);
        }
    }
}
