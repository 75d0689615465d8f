package org.layerwise.dataio;

import java.nio.file.Path;
import org.layerwise.core.RandomAlgorithm;

/**
 * What a reader needs from its surroundings.
 *
 * @param baseDirectory the folder against which relative paths are read: that of the experiment file
 * @param random the family that generators draw from
 * @param streaming whether features stay in their files
 * @param progress is told how far long reading has come
 */
public record ReadContext(Path baseDirectory, RandomAlgorithm random, Streaming streaming, ReadProgress progress) {
    /** Everything is read into memory, and nobody told. */
    public ReadContext(Path baseDirectory, RandomAlgorithm random) {
        this(baseDirectory, random, Streaming.NEVER, ReadProgress.none());
    }
}
