package org.layerwise.experiment;

import static org.layerwise.core.Options.require;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How often a checkpoint is written: {@code 10} (epochs), {@code 10 epochs}, {@code 500 steps}, {@code 5m}, or one of
 * {@code {epochs: 10}}, {@code {steps: 500}}, {@code {minutes: 5}}. Exactly one of the three is there.
 *
 * @param epochs from one to the next, at least 1
 * @param steps updates from one to the next, at least 1
 * @param time of training from one to the next, above 0; what is trained does not depend on it
 */
public record CheckpointInterval(OptionalLong epochs, OptionalLong steps, Optional<Duration> time) {
    /** @throws org.layerwise.core.OptionException if a number is below 1, or not exactly one is there */
    public CheckpointInterval {
        require(epochs.orElse(1) >= 1, "checkpoint_every", epochs.orElse(1) + " epochs", ">= 1");
        require(steps.orElse(1) >= 1, "checkpoint_every", steps.orElse(1) + " steps", ">= 1");
        require(time.map(t -> !t.isNegative() && !t.isZero()).orElse(true), "checkpoint_every", time, "> 0");
        int given = (epochs.isPresent() ? 1 : 0) + (steps.isPresent() ? 1 : 0) + (time.isPresent() ? 1 : 0);
        require(given == 1, "checkpoint_every", given + " intervals", "one of epochs, steps, minutes");
    }

    /** After each so many epochs. */
    public static CheckpointInterval ofEpochs(long epochs) {
        return new CheckpointInterval(OptionalLong.of(epochs), OptionalLong.empty(), Optional.empty());
    }

    /** After each so many updates, in the middle of an epoch too. */
    public static CheckpointInterval ofSteps(long steps) {
        return new CheckpointInterval(OptionalLong.empty(), OptionalLong.of(steps), Optional.empty());
    }

    /** After the step in which so much time has passed since the last one. */
    public static CheckpointInterval ofTime(Duration time) {
        return new CheckpointInterval(OptionalLong.empty(), OptionalLong.empty(), Optional.of(time));
    }
}
