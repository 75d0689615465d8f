package org.layerwise.dataio.generators;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;
import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.OptionException;
import org.layerwise.core.RandomSource;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.internal.Points;

/**
 * The course's flower: two classes on the petals of {@code r = radius sin 4θ}.
 *
 * <pre>{@code
 * θ  = linspace(3.12 j, 3.12 (j + 1), examples / 2) + noise randn      j = 0, 1 the class
 * r  = radius sin(4 θ) + noise randn
 * x1 = r sin θ,  x2 = r cos θ
 * }</pre>
 *
 * <p>Of each class the angles are drawn first, then the radii. The classes follow each other; nothing is shuffled.
 * <p>Source: Andrew Ng, "Neural Networks and Deep Learning", week 3, {@code load_planar_dataset}.
 *
 * @param examples points of both classes together, an even number of at least 2; default 400
 * @param radius the longest ray, > 0; default 4
 * @param noise standard deviation of the noise on angle and radius, at least 0; default 0.2
 * @param seed of the points; default 0
 */
public record PlanarFlower(int examples, double radius, double noise, long seed) implements DatasetReader {
    /** 3.12 rather than π, as in the course. */
    private static final double HALF_TURN = 3.12;

    public PlanarFlower() {
        this(400, 4, 0.2, 0);
    }

    /** @throws OptionException if an option is out of range */
    public PlanarFlower {
        require(examples >= 2 && examples % 2 == 0, "examples", examples, "even and >= 2");
        requirePositive("radius", radius);
        requireNonNegative("noise", noise);
    }

    @Override
    public Dataset read(ReadContext context) {
        RandomSource random = context.random().seeded(seed).stream("data/planar_flower");
        Points points = new Points(examples, 2);
        for (int j = 0; j < 2; j++) {
            petals(j, points, random);
        }
        return points.dataset("planar_flower");
    }

    private void petals(int j, Points points, RandomSource random) {
        int n = examples / 2;
        double[] angles = Points.linspace(j * HALF_TURN, (j + 1) * HALF_TURN, n, true);
        for (int i = 0; i < n; i++) {
            angles[i] += random.nextGaussian() * noise;
        }
        for (int i = 0; i < n; i++) {
            double r = radius * StrictMath.sin(4 * angles[i]) + random.nextGaussian() * noise;
            points.set(j * n + i, r * StrictMath.sin(angles[i]), r * StrictMath.cos(angles[i]), j);
        }
    }
}
