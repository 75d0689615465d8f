package org.layerwise.dataio.generators;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireFinite;
import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;
import org.layerwise.core.RandomSource;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.internal.Points;

/**
 * Round clouds of normal deviates, one for each class, around centres drawn from a box.
 *
 * <p>The centres are drawn first, row by row, then the points of each class in turn, then the shuffle.
 * <p>Source: scikit-learn, {@code make_blobs}.
 *
 * @param examples points of all classes together, at least one for each; the first classes get the odd ones; default 100
 * @param centers how many clouds, at least 2; default 3
 * @param features coordinates of each point, at least 1; default 2
 * @param standardDeviation of each cloud in every direction, > 0; default 1
 * @param low lower corner of the box that centres are drawn from; default -10
 * @param high upper corner, above low; default 10
 * @param shuffle whether the examples are shuffled; default true
 * @param seed of the points; default 0
 */
public record Blobs(
        int examples,
        @Alias("classes") int centers,
        int features,
        @Alias("cluster_std") double standardDeviation,
        double low,
        double high,
        boolean shuffle,
        long seed)
        implements DatasetReader {
    public Blobs() {
        this(100, 3, 2, 1, -10, 10, true, 0);
    }

    /** @throws OptionException if an option is out of range */
    public Blobs {
        require(centers >= 2, "centers", centers, ">= 2");
        require(examples >= centers, "examples", examples, ">= " + centers + ", the number of centers");
        require(features >= 1, "features", features, ">= 1");
        requirePositive("standard_deviation", standardDeviation);
        requireFinite("low", low);
        requireFinite("high", high);
        require(low < high, "high", high, "> low, which is " + low);
    }

    @Override
    public Dataset read(ReadContext context) {
        RandomSource random = context.random().seeded(seed).stream("data/blobs");
        double[][] middle = new double[centers][features];
        for (double[] centre : middle) {
            for (int c = 0; c < features; c++) {
                centre[c] = low + (high - low) * random.nextDouble();
            }
        }
        Points points = clouds(middle, random);
        return (shuffle ? points.shuffled(random) : points).dataset("blobs");
    }

    private Points clouds(double[][] middle, RandomSource random) {
        DenseMatrix x = new DenseMatrix(examples, features);
        DenseMatrix y = new DenseMatrix(examples, 1);
        int i = 0;
        for (int k = 0; k < centers; k++) {
            int end = i + examples / centers + (k < examples % centers ? 1 : 0);
            for (; i < end; i++) {
                for (int c = 0; c < features; c++) {
                    x.setEntry(i, c, middle[k][c] + standardDeviation * random.nextGaussian());
                }
                y.setEntry(i, 0, k);
            }
        }
        return new Points(x, y);
    }
}
