package org.layerwise.dataio.generators;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requirePositive;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;
import org.layerwise.core.RandomSource;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.internal.Points;

/**
 * One normal cloud around the origin, cut into shells of equally many points: the inner shell is class 0.
 *
 * <p>The points are drawn row by row, sorted by distance from the origin, cut, and shuffled.
 * <p>Source: scikit-learn, {@code make_gaussian_quantiles}; the course takes covariance 0.5 and two classes.
 *
 * @param examples points of all classes together, at least one for each; the last class gets the odd ones; default 100
 * @param classes number of shells, at least 2; default 3
 * @param features coordinates of each point, at least 1; default 2
 * @param covariance variance of each coordinate, > 0; default 1
 * @param shuffle whether the examples are shuffled; default true
 * @param seed of the points; default 0
 */
public record GaussianQuantiles(
        int examples,
        int classes,
        int features,
        @Alias("cov") double covariance,
        boolean shuffle,
        long seed) implements DatasetReader {
    public GaussianQuantiles() {
        this(100, 3, 2, 1, true, 0);
    }

    /** @throws OptionException if an option is out of range */
    public GaussianQuantiles {
        require(classes >= 2, "classes", classes, ">= 2");
        require(examples >= classes, "examples", examples, ">= " + classes + ", the number of classes");
        require(features >= 1, "features", features, ">= 1");
        requirePositive("covariance", covariance);
    }

    @Override
    public Dataset read(ReadContext context) {
        RandomSource random = context.random().seeded(seed).stream("data/gaussian_quantiles");
        double deviation = Math.sqrt(covariance);
        double[][] drawn = new double[examples][features];
        double[] distance = new double[examples];
        for (int i = 0; i < examples; i++) {
            for (int c = 0; c < features; c++) {
                drawn[i][c] = deviation * random.nextGaussian();
                distance[i] += drawn[i][c] * drawn[i][c];
            }
        }
        Points points = shells(drawn, distance);
        return (shuffle ? points.shuffled(random) : points).dataset("gaussian_quantiles");
    }

    private Points shells(double[][] drawn, double[] distance) {
        double[][] sorted = IntStream.range(0, examples)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distance[i]))
                .map(i -> drawn[i])
                .toArray(double[][]::new);
        DenseMatrix y = new DenseMatrix(examples, 1);
        int step = examples / classes;
        for (int i = 0; i < examples; i++) {
            y.setEntry(i, 0, Math.min(i / step, classes - 1));
        }
        return new Points(DenseMatrix.of(sorted), y);
    }
}
