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
 * Two half circles that reach into each other: class 0 is the upper one.
 *
 * <pre>{@code
 * θ = linspace(0, π, n);   (cos θ, sin θ) and (1 - cos θ, 1 - sin θ - 1/2)
 * }</pre>
 *
 * <p>The examples are shuffled, then noise is drawn row by row.
 * <p>Source: scikit-learn, {@code make_moons}.
 *
 * @param examples points of both moons together, at least 2; the lower one gets the odd one; default 100
 * @param noise standard deviation of the noise on both coordinates, at least 0; default 0
 * @param shuffle whether the examples are shuffled; default true
 * @param seed of the points; default 0
 */
public record Moons(int examples, double noise, boolean shuffle, long seed) implements DatasetReader {
    public Moons() {
        this(100, 0, true, 0);
    }

    /** @throws OptionException if an option is out of range */
    public Moons {
        require(examples >= 2, "examples", examples, ">= 2");
        requireNonNegative("noise", noise);
    }

    @Override
    public Dataset read(ReadContext context) {
        RandomSource random = context.random().seeded(seed).stream("data/moons");
        Points points = new Points(examples, 2);
        int upper = examples / 2;
        double[] angles = Points.linspace(0, Math.PI, upper, true);
        for (int i = 0; i < upper; i++) {
            points.set(i, StrictMath.cos(angles[i]), StrictMath.sin(angles[i]), 0);
        }
        angles = Points.linspace(0, Math.PI, examples - upper, true);
        for (int i = 0; i < angles.length; i++) {
            points.set(upper + i, 1 - StrictMath.cos(angles[i]), 1 - StrictMath.sin(angles[i]) - 0.5, 1);
        }
        Points ordered = shuffle ? points.shuffled(random) : points;
        return ordered.withNoise(noise, random).dataset("moons");
    }
}
