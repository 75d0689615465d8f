package org.layerwise.training;

/**
 * A cost or gradient that is NaN or infinite, in a run that goes on nevertheless.
 *
 * @param what what is not finite: {@code the cost is NaN}
 * @param epoch from 0
 * @param step updates done before it
 * @param layer where it first appeared; {@code input} or {@code loss} where it was no layer
 */
public record NonFinite(String what, long epoch, long step, String layer) {}
