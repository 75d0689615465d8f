package org.layerwise.dataio.generators;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import org.layerwise.core.OptionException;
import org.layerwise.core.RandomSource;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.internal.Points;

/**
 * Points of a square, class 1 where the two coordinates have different signs.
 *
 * <p>Both coordinates are uniform in [-1, 1), drawn row by row; noise comes after the classes are fixed.
 *
 * @param examples number of points, at least 1; default 200
 * @param noise standard deviation of the noise on both coordinates, at least 0; default 0
 * @param seed of the points; default 0
 */
public record Xor(int examples, double noise, long seed) implements DatasetReader {
    public Xor() {
        this(200, 0, 0);
    }

    /** @throws OptionException if an option is out of range */
    public Xor {
        require(examples >= 1, "examples", examples, ">= 1");
        requireNonNegative("noise", noise);
    }

    @Override
    public Dataset read(ReadContext context) {
        RandomSource random = context.random().seeded(seed).stream("data/xor");
        Points points = new Points(examples, 2);
        for (int i = 0; i < examples; i++) {
            double x1 = 2 * random.nextDouble() - 1;
            double x2 = 2 * random.nextDouble() - 1;
            points.set(i, x1, x2, (x1 >= 0) != (x2 >= 0) ? 1 : 0);
        }
        return points.withNoise(noise, random).dataset("xor");
    }
}
