package org.layerwise.training;

/**
 * The end of a run by an exception.
 *
 * @param epoch from 0
 * @param step updates done
 * @param cause what is thrown to the caller
 */
public record TrainingFailed(long epoch, long step, RuntimeException cause) {}
