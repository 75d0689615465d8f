package org.layerwise.testkit.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.layerwise.core.NumpyRandomSource;
import org.layerwise.core.RandomSource;
import org.layerwise.core.SplittableRandomSource;
import org.layerwise.dataio.Augmentation;
import org.layerwise.dataio.ImageShape;
import org.layerwise.testkit.Subject;

/** What is demanded of augmentations. */
public final class AugmentationChecks {
    private static final ImageShape SHAPE = new ImageShape(6, 9, 3);
    private static final int TRIALS = 40;

    private AugmentationChecks() {}

    private static double[] image(ImageShape shape) {
        RandomSource random = new SplittableRandomSource(12);
        return IntStream.range(0, shape.size())
                .mapToDouble(i -> random.nextDouble())
                .toArray();
    }

    private static double[] apply(Augmentation augmentation, ImageShape shape, double[] image, RandomSource random) {
        double[] changed = new double[shape.size()];
        Arrays.fill(changed, Double.NaN);
        augmentation.apply(shape, image, changed, random);
        return changed;
    }

    private static double[] apply(Subject<Augmentation> subject, long seed) {
        return apply(subject.component(), SHAPE, image(SHAPE), new SplittableRandomSource(seed));
    }

    private static void finite(double[] image, String what) {
        for (double value : image) {
            Require.that(Double.isFinite(value), () -> what + " has " + value);
        }
    }

    private static void same(double[] expected, double[] actual, String what) {
        for (int i = 0; i < expected.length; i++) {
            int at = i;
            Require.that(
                    Double.doubleToLongBits(expected[i]) == Double.doubleToLongBits(actual[i]),
                    () -> what + ": value " + at + " is " + actual[at] + ", expected " + expected[at]);
        }
    }

    /** Each value is written. */
    public static void writesEveryValue(Subject<Augmentation> subject) {
        for (ImageShape shape : List.of(
                new ImageShape(1, 1, 1),
                new ImageShape(1, 7, 1),
                new ImageShape(5, 1, 2),
                new ImageShape(2, 2, 4),
                new ImageShape(31, 33, 3))) {
            for (int seed = 0; seed < 5; seed++) {
                RandomSource random = new SplittableRandomSource(seed);
                finite(apply(subject.component(), shape, image(shape), random), "an image of " + shape);
            }
        }
    }

    /** The source is read only. */
    public static void leavesTheImage(Subject<Augmentation> subject) {
        double[] image = image(SHAPE);
        apply(subject.component(), SHAPE, image, new SplittableRandomSource(1));
        same(image(SHAPE), image, "the image");
    }

    /** The destination is written only. */
    public static void ignoresOldValues(Subject<Augmentation> subject) {
        double[] changed = new double[SHAPE.size()];
        Arrays.fill(changed, 1e6);
        subject.component().apply(SHAPE, image(SHAPE), changed, new SplittableRandomSource(1));
        same(apply(subject, 1), changed, "an image written over others");
    }

    /** It does something. */
    public static void changesMost(Subject<Augmentation> subject) {
        long changed = IntStream.range(0, TRIALS)
                .filter(seed -> !Arrays.equals(apply(subject, seed), image(SHAPE)))
                .count();
        Require.that(changed > TRIALS / 8, () -> changed + " of " + TRIALS + " images are changed, expected more");
    }

    /** One seed, one image. */
    public static void isPure(Subject<Augmentation> subject) {
        same(apply(subject, 7), apply(subject, 7), "the second image of one seed");
    }

    /** Two seeds, two images. */
    public static void varies(Subject<Augmentation> subject) {
        long different = IntStream.range(0, TRIALS)
                .mapToObj(seed -> Arrays.hashCode(apply(subject, seed)))
                .distinct()
                .count();
        Require.that(different > 1, () -> TRIALS + " seeds give one image");
    }

    /** No state is shared. */
    public static void isThreadSafe(Subject<Augmentation> subject) {
        List<double[]> expected = IntStream.range(0, TRIALS)
                .mapToObj(seed -> apply(subject, seed))
                .toList();
        List<double[]> actual = IntStream.range(0, TRIALS)
                .parallel()
                .mapToObj(seed -> apply(subject, seed))
                .toList();
        for (int i = 0; i < TRIALS; i++) {
            same(expected.get(i), actual.get(i), "an image in several threads");
        }
    }

    /** What comes after it in the stream does not depend on the image. */
    public static void drawsWhateverTheImage(Subject<Augmentation> subject) {
        RandomSource one = new SplittableRandomSource(3);
        RandomSource other = new SplittableRandomSource(3);
        apply(subject.component(), SHAPE, image(SHAPE), one);
        apply(subject.component(), SHAPE, new double[SHAPE.size()], other);
        Require.that(one.nextDouble() == other.nextDouble(), () -> "the draws depend on the image");
    }

    /** It takes the stream as it stands. */
    public static void goesOn(Subject<Augmentation> subject) {
        RandomSource random = new SplittableRandomSource(3);
        long different = Stream.generate(() -> Arrays.hashCode(apply(subject.component(), SHAPE, image(SHAPE), random)))
                .limit(TRIALS)
                .distinct()
                .count();
        Require.that(different > 1, () -> TRIALS + " images of one stream are the same");
    }

    /** The other family of random numbers. */
    public static void worksWithNumpy(Subject<Augmentation> subject) {
        finite(apply(subject.component(), SHAPE, image(SHAPE), new NumpyRandomSource(1)), "an image");
    }

    /** Subnormal and huge values. */
    public static void survivesExtremes(Subject<Augmentation> subject) {
        for (double size : new double[] {Double.MIN_VALUE, 1e-300, 1e300}) {
            double[] image = Arrays.stream(image(SHAPE)).map(v -> v * size).toArray();
            finite(apply(subject.component(), SHAPE, image, new SplittableRandomSource(1)), "an image of " + size);
        }
    }

    /** A damaged image stays one. */
    public static void passesNanOn(Subject<Augmentation> subject) {
        double[] image = new double[SHAPE.size()];
        Arrays.fill(image, Double.NaN);
        double[] changed = new double[SHAPE.size()];
        subject.component().apply(SHAPE, image, changed, new SplittableRandomSource(1));
        Require.that(Arrays.stream(changed).anyMatch(Double::isNaN), () -> "an image of NaN becomes one of numbers");
    }
}
