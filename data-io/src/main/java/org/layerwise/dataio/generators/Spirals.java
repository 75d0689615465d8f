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
 * Arms of a spiral, one for each class.
 *
 * <pre>{@code
 * r = linspace(0, 1, n),  θ = linspace(4 k, 4 (k + 1), n) + noise randn      k the class
 * x1 = r sin θ,  x2 = r cos θ
 * }</pre>
 *
 * <p>The classes follow each other; nothing is shuffled.
 * <p>Source: Andrej Karpathy, Stanford CS231n, "Putting it together: a minimal neural network case study".
 *
 * @param examples points of all arms together, a multiple of classes; default 300
 * @param classes number of arms, at least 2; default 3
 * @param noise standard deviation of the noise on the angle, at least 0; default 0.2
 * @param seed of the points; default 0
 */
public record Spirals(int examples, int classes, double noise, long seed) implements DatasetReader {
    private static final double TURN = 4;

    public Spirals() {
        this(300, 3, 0.2, 0);
    }

    /** @throws OptionException if an option is out of range */
    public Spirals {
        require(classes >= 2, "classes", classes, ">= 2");
        require(
                examples >= classes && examples % classes == 0,
                "examples",
                examples,
                "a multiple of the " + classes + " classes");
        requireNonNegative("noise", noise);
    }

    @Override
    public Dataset read(ReadContext context) {
        RandomSource random = context.random().seeded(seed).stream("data/spirals");
        int n = examples / classes;
        double[] radii = Points.linspace(0, 1, n, true);
        Points points = new Points(examples, 2);
        for (int k = 0; k < classes; k++) {
            double[] angles = Points.linspace(k * TURN, (k + 1) * TURN, n, true);
            for (int i = 0; i < n; i++) {
                double angle = angles[i] + random.nextGaussian() * noise;
                points.set(k * n + i, radii[i] * StrictMath.sin(angle), radii[i] * StrictMath.cos(angle), k);
            }
        }
        return points.dataset("spirals");
    }
}
