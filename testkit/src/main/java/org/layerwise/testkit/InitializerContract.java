package org.layerwise.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.NumpyRandomSource;
import org.layerwise.core.RandomSource;
import org.layerwise.core.SplittableRandomSource;
import org.layerwise.initializers.Fan;
import org.layerwise.initializers.Initializer;
import org.layerwise.testkit.internal.Require;
import org.layerwise.testkit.internal.Samples;

/** The contract of initializers. Say with a {@link Variance} what the variance of the weights should be. */
public abstract class InitializerContract extends Contract<Initializer> {
    private static final Fan FAN = new Fan(320, 500);

    /** For subclasses, with nothing said about the variance. */
    protected InitializerContract() {
        this((initializer, fan) -> Optional.empty());
    }

    /** For subclasses that say what the variance should be. */
    protected InitializerContract(Variance variance) {
        super(
                Initializer.class,
                List.of(
                        new Check<>("writes every entry, whatever the shape", InitializerContract::writesEveryEntry),
                        new Check<>("gives finite weights", InitializerContract::givesFiniteWeights),
                        new Check<>("gives the same weights for the same seed", InitializerContract::isPure),
                        new Check<>("gives the same weights in several threads", InitializerContract::isThreadSafe),
                        new Check<>("does not look at what stood there", InitializerContract::ignoresOldValues),
                        new Check<>("draws from the given stream alone", InitializerContract::drawsFromItsStream),
                        new Check<>("works with every generator", InitializerContract::worksWithNumpy),
                        new Check<>(
                                "draws the same count whatever the seed, or nothing", InitializerContract::drawsOrNot),
                        new Check<>("initializes biases", InitializerContract::initializesBiases),
                        new Check<>("has mean and variance in bounds", subject -> hasItsMoments(subject, variance))));
    }

    /** What the variance of the weights should be. */
    @FunctionalInterface
    public interface Variance {
        /** The variance, or empty where there is no one number. */
        Optional<Double> of(Initializer initializer, Fan fan);
    }

    private static DenseMatrix draw(Initializer initializer, int rows, int columns, RandomSource random) {
        DenseMatrix weights = Samples.unwritten(new DenseMatrix(rows, columns));
        initializer.initialize(weights, new Fan(Math.max(1, columns), Math.max(1, rows)), random);
        return weights;
    }

    private static void writesEveryEntry(Subject<Initializer> subject) {
        Samples.ofEveryShape().forEach(like -> {
            int rows = like.getRowDimension();
            int columns = like.getColumnDimension();
            DenseMatrix weights = draw(subject.component(), rows, columns, new SplittableRandomSource(1));
            Require.noNan(weights, "a matrix of " + like.shape() + " weights");
        });
    }

    private static void givesFiniteWeights(Subject<Initializer> subject) {
        for (int seed = 0; seed < 20; seed++) {
            RandomSource random = new SplittableRandomSource(seed);
            Require.finite(draw(subject.component(), 40, 30, random), "a matrix of weights from seed " + seed);
        }
    }

    private static void isPure(Subject<Initializer> subject) {
        DenseMatrix first = draw(subject.component(), 7, 9, new SplittableRandomSource(2));
        draw(subject.component(), 3, 3, new SplittableRandomSource(3));
        DenseMatrix second = draw(subject.component(), 7, 9, new SplittableRandomSource(2));
        Require.sameBits(first, second, "the second draw from one seed");
    }

    private static void isThreadSafe(Subject<Initializer> subject) throws Exception {
        DenseMatrix expected = draw(subject.component(), 40, 50, new SplittableRandomSource(4));
        for (DenseMatrix result :
                Samples.inThreads(() -> draw(subject.component(), 40, 50, new SplittableRandomSource(4)))) {
            Require.sameBits(expected, result, "weights drawn in several threads");
        }
    }

    private static void ignoresOldValues(Subject<Initializer> subject) {
        DenseMatrix used = Samples.normal(7, 9, 5);
        subject.component().initialize(used, new Fan(9, 7), new SplittableRandomSource(6));
        Require.sameBits(
                draw(subject.component(), 7, 9, new SplittableRandomSource(6)), used, "weights drawn over others");
    }

    private static void drawsFromItsStream(Subject<Initializer> subject) {
        SplittableRandomSource random = new SplittableRandomSource(7);
        long[] before = random.state();
        DenseMatrix first = draw(subject.component(), 6, 6, random);
        DenseMatrix next = draw(subject.component(), 6, 6, random);
        random.restore(before);
        Require.sameBits(first, draw(subject.component(), 6, 6, random), "weights from a restored stream");
        Require.sameBits(next, draw(subject.component(), 6, 6, random), "the next weights from a restored stream");
    }

    private static void worksWithNumpy(Subject<Initializer> subject) {
        DenseMatrix weights = draw(subject.component(), 6, 8, new NumpyRandomSource(1));
        Require.finite(weights, "weights from numpy's generator");
        Require.sameBits(weights, draw(subject.component(), 6, 8, new NumpyRandomSource(1)), "the second draw");
    }

    private static void drawsOrNot(Subject<Initializer> subject) {
        DenseMatrix one = draw(subject.component(), 6, 8, new SplittableRandomSource(8));
        DenseMatrix other = draw(subject.component(), 6, 8, new SplittableRandomSource(9));
        SplittableRandomSource random = new SplittableRandomSource(8);
        long[] before = random.state();
        draw(subject.component(), 6, 8, random);
        boolean drew = !Arrays.equals(before, random.state());
        Require.that(drew || one.equals(other), () -> "two seeds give other weights though nothing is drawn");
    }

    private static void initializesBiases(Subject<Initializer> subject) {
        DenseMatrix biases = Samples.unwritten(new DenseMatrix(12, 1));
        subject.component().initialize(biases, new Fan(30, 12), new SplittableRandomSource(10));
        Require.finite(biases, "a column of biases");
    }

    private static void hasItsMoments(Subject<Initializer> subject, Variance expected) {
        DenseMatrix weights = new DenseMatrix(FAN.out(), FAN.in());
        subject.component().initialize(weights, FAN, new SplittableRandomSource(11));
        double[] w = weights.values();
        double mean = IntStream.range(0, w.length).mapToDouble(i -> w[i]).sum() / w.length;
        double variance = IntStream.range(0, w.length)
                        .mapToDouble(i -> (w[i] - mean) * (w[i] - mean))
                        .sum()
                / w.length;
        Require.that(variance < 1e6, () -> "the variance of 160 000 weights is " + variance);
        expected.of(subject.component(), FAN).ifPresent(wanted -> {
            double bound = 5 * Math.sqrt(2.0 / w.length);
            Require.that(
                    Math.abs(variance - wanted) <= bound * wanted,
                    () -> "the variance of 160 000 weights is " + variance + ", expected " + wanted
                            + " within a share of " + bound);
        });
    }
}
