package org.layerwise.training;

/**
 * Somebody who follows runs, as an experiment file names it: {@code training: {listeners: [tensorboard]}}. Immutable;
 * what is remembered of one run is in the {@link TrainingListener} that is made for it.
 *
 * <p>A plugin registers a record that implements this interface. Its listener receives records only, and writes nowhere
 * but below the run folder.
 */
public interface ListenerSpec {
    /**
     * A listener for one run; closed at its end.
     *
     * <p>Where a run is resumed, another listener is opened for the same folder, and {@link TrainingStarted#firstEpoch}
     * says from which epoch on records will come again: what stands in a file of later epochs must go.
     *
     * @throws java.io.UncheckedIOException if something can't be opened
     */
    TrainingListener open(RunContext run);
}
