package org.layerwise.experiment.internal.yaml;

/**
 * A place in a text.
 *
 * @param source the text
 * @param line counted from 1
 * @param column counted from 1, in characters (code points)
 */
public record Position(Source source, int line, int column) {}
