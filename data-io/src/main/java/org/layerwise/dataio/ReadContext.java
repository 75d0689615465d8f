package org.layerwise.dataio;

import java.nio.file.Path;
import org.layerwise.core.RandomAlgorithm;

/**
 * What a reader needs from its surroundings.
 *
 * @param baseDirectory the folder against which relative paths are read: that of the experiment file
 * @param random the family that generators draw from
 */
public record ReadContext(Path baseDirectory, RandomAlgorithm random) {}
