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
 * A circle inside another: class 0 is the outer one, of radius 1, class 1 the inner one.
 *
 * <pre>{@code
 * θ = linspace(0, 2π, n), end excluded;   (cos θ, sin θ) and factor (cos θ, sin θ)
 * }</pre>
 *
 * <p>The examples are shuffled, then noise is drawn row by row.
 * <p>Source: scikit-learn, {@code make_circles}.
 *
 * @param examples points of both circles together, at least 2; the inner one gets the odd one; default 100
 * @param noise standard deviation of the noise on both coordinates, at least 0; default 0
 * @param factor radius of the inner circle, in [0, 1); default 0.8
 * @param shuffle whether the examples are shuffled; default true
 * @param seed of the points; default 0
 */
public record Circles(int examples, double noise, double factor, boolean shuffle, long seed) implements DatasetReader {
    public Circles() {
        this(100, 0, 0.8, true, 0);
    }

    /** @throws OptionException if an option is out of range */
    public Circles {
        require(examples >= 2, "examples", examples, ">= 2");
        requireNonNegative("noise", noise);
        require(factor >= 0 && factor < 1, "factor", factor, "in [0, 1)");
    }

    @Override
    public Dataset read(ReadContext context) {
        RandomSource random = context.random().seeded(seed).stream("data/circles");
        Points points = new Points(examples, 2);
        int outer = examples / 2;
        circle(points, 0, outer, 1, 0);
        circle(points, outer, examples - outer, factor, 1);
        Points ordered = shuffle ? points.shuffled(random) : points;
        return ordered.withNoise(noise, random).dataset("circles");
    }

    private static void circle(Points points, int from, int count, double radius, int label) {
        double[] angles = Points.linspace(0, 2 * Math.PI, count, false);
        for (int i = 0; i < count; i++) {
            points.set(from + i, StrictMath.cos(angles[i]) * radius, StrictMath.sin(angles[i]) * radius, label);
        }
    }
}
