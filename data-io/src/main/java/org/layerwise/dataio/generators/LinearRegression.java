package org.layerwise.dataio.generators;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireFinite;
import static org.layerwise.core.Options.requireNonNegative;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;
import org.layerwise.core.RandomSource;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.internal.Points;

/**
 * Numbers that depend linearly on some of the features, for regression.
 *
 * <pre>{@code
 * X ~ N(0, 1),  w = 100 U(0, 1) for the informative features, else 0,  y = X w + bias + noise N(0, 1)
 * }</pre>
 *
 * <p>X is drawn row by row, then w, then the noise; then the examples are shuffled and, apart, the features.
 * <p>Source: scikit-learn, {@code make_regression}.
 *
 * @param examples number of points, at least 1; default 100
 * @param features coordinates of each point, at least 1; default 10
 * @param informative features on which the targets depend, in [0, features]; default 10 or, if fewer, features
 * @param targets numbers to predict, at least 1; default 1
 * @param bias added to every target; default 0
 * @param noise standard deviation of the noise on the targets, at least 0; default 0
 * @param shuffle whether examples and features are shuffled; default true
 * @param seed of the points; default 0
 */
public record LinearRegression(
        int examples, int features, int informative, int targets, double bias, double noise, boolean shuffle, long seed)
        implements DatasetReader {
    public LinearRegression() {
        this(100, 10, 10, 1, 0, 0, true, 0);
    }

    /** @throws OptionException if an option is out of range */
    public LinearRegression {
        require(examples >= 1, "examples", examples, ">= 1");
        require(features >= 1, "features", features, ">= 1");
        require(informative >= 0, "informative", informative, ">= 0");
        require(targets >= 1, "targets", targets, ">= 1");
        requireFinite("bias", bias);
        requireNonNegative("noise", noise);
        informative = Math.min(informative, features);
    }

    @Override
    public Dataset read(ReadContext context) {
        RandomSource random = context.random().seeded(seed).stream("data/linear_regression");
        DenseMatrix x = new DenseMatrix(examples, features);
        for (int i = 0; i < x.values().length; i++) {
            x.values()[i] = random.nextGaussian();
        }
        DenseMatrix weights = new DenseMatrix(features, targets);
        for (int i = 0; i < informative * targets; i++) {
            weights.values()[i] = 100 * random.nextDouble();
        }
        DenseMatrix y = new DenseMatrix(examples, targets);
        y.setProduct(x, weights);
        for (int i = 0; i < y.values().length; i++) {
            y.values()[i] += bias + (noise > 0 ? noise * random.nextGaussian() : 0);
        }
        Points points = new Points(x, y);
        return shuffle
                ? points.shuffled(random).withFeaturesShuffled(random).dataset("linear_regression")
                : points.dataset("linear_regression");
    }
}
