package org.layerwise.experiment.internal.run;

/**
 * What identifies a component.
 *
 * @param kind its SPI
 * @param name what an experiment file says
 */
public record ComponentName(Class<?> kind, String name) {}
