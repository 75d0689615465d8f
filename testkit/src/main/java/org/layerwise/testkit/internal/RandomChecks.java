package org.layerwise.testkit.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.core.RandomSource;
import org.layerwise.testkit.Subject;

/** The checks of random number generators. */
public final class RandomChecks {
    private static final int MANY = 200_000;

    private RandomChecks() {}

    /** Uniform, normal and whole numbers in turn: an odd count, so that a cached normal one is left. */
    private static DenseMatrix draw(RandomSource random) {
        DenseMatrix numbers = new DenseMatrix(1, 63);
        for (int i = 0; i < 63; i++) {
            numbers.values()[i] = switch (i % 3) {
                case 0 -> random.nextDouble();
                case 1 -> random.nextGaussian();
                default -> random.nextInt(1000);
            };
        }
        return numbers;
    }

    /** Seeds. */
    public static void isPure(Subject<RandomAlgorithm> subject) {
        DenseMatrix first = draw(subject.component().seeded(7));
        draw(subject.component().seeded(8));
        Require.sameBits(first, draw(subject.component().seeded(7)), "the numbers of the same seed");
    }

    /** Other seeds. */
    public static void dependsOnTheSeed(Subject<RandomAlgorithm> subject) {
        Set<DenseMatrix> seen = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            long of = seed;
            Require.that(
                    seen.add(draw(subject.component().seeded(seed))),
                    () -> "seed " + of + " repeats another's numbers");
        }
    }

    /** Every long is a seed or refused. */
    public static void takesOrRefusesSeeds(Subject<RandomAlgorithm> subject) {
        for (long seed : new long[] {0, 1, -1, Integer.MAX_VALUE, 1L << 31, 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE}) {
            try {
                double first = subject.component().seeded(seed).nextDouble();
                Require.that(first >= 0 && first < 1, () -> "seed " + seed + " gives " + first);
            } catch (OptionException e) {
                Require.that(
                        String.valueOf(e.getMessage()).matches("(?s)seed must be .+, got .*" + seed + ".*"),
                        () -> "the message '" + e.getMessage() + "' should say what the seed must be, and " + seed);
            }
        }
    }

    /** Multiples of 2⁻⁵³. */
    public static void drawsFullUniforms(Subject<RandomAlgorithm> subject) {
        RandomSource random = subject.component().seeded(1);
        int odd = 0;
        for (int i = 0; i < 10_000; i++) {
            double number = random.nextDouble();
            Require.that(number >= 0 && number < 1, () -> "a uniform number is " + number);
            double scaled = number * 0x1p53;
            Require.that(scaled == Math.rint(scaled), () -> number + " is no multiple of 2^-53");
            odd += (long) scaled % 2 == 1 ? 1 : 0;
        }
        int found = odd;
        Require.that(Math.abs(odd - 5000) < 300, () -> "the last bit is set " + found + " times of 10 000");
    }

    private static double[] many(DoubleSupplier numbers) {
        return DoubleStream.generate(numbers).limit(MANY).toArray();
    }

    private static void requireMoments(double[] numbers, double mean, double variance, double fourth) {
        double found = Arrays.stream(numbers).sum() / MANY;
        double bound = 5 * Math.sqrt(variance / MANY);
        Require.that(
                Math.abs(found - mean) < bound,
                () -> "the mean of 200 000 numbers is " + found + ", expected " + mean + " within " + bound);
        double second = Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum() / MANY;
        double spread = 5 * Math.sqrt((fourth - variance * variance) / MANY);
        Require.that(
                Math.abs(second - variance) < spread,
                () -> "the variance of 200 000 numbers is " + second + ", expected " + variance + " within " + spread);
    }

    /** Uniform. */
    public static void uniformMoments(Subject<RandomAlgorithm> subject) {
        RandomSource random = subject.component().seeded(2);
        requireMoments(many(random::nextDouble), 0.5, 1 / 12.0, 1 / 80.0);
    }

    /** Normal, tails included. */
    public static void normalMoments(Subject<RandomAlgorithm> subject) {
        RandomSource random = subject.component().seeded(3);
        double[] numbers = many(random::nextGaussian);
        requireMoments(numbers, 0, 1, 3);
        long beyond = Arrays.stream(numbers).filter(x -> Math.abs(x) > 3).count();
        Require.that(
                Math.abs(beyond - 540) < 120,
                () -> beyond + " of 200 000 numbers lie beyond 3 deviations, expected 540");
    }

    /** Neighbours. */
    public static void isUncorrelated(Subject<RandomAlgorithm> subject) {
        RandomSource random = subject.component().seeded(4);
        double[] numbers = many(random::nextGaussian);
        for (int lag = 1; lag <= 3; lag++) {
            double sum = 0;
            for (int i = lag; i < MANY; i++) {
                sum += numbers[i] * numbers[i - lag];
            }
            double correlation = sum / MANY;
            int behind = lag;
            Require.that(
                    Math.abs(correlation) < 5 / Math.sqrt(MANY),
                    () -> "numbers " + behind + " apart have the correlation " + correlation);
        }
    }

    /** Integers. */
    public static void integersAlike(Subject<RandomAlgorithm> subject) {
        for (int bound : new int[] {1, 2, 3, 7, 64, 100}) {
            RandomSource random = subject.component().seeded(5);
            int[] counts = new int[bound];
            for (int i = 0; i < 20_000; i++) {
                int number = random.nextInt(bound);
                Require.that(number >= 0 && number < bound, () -> "nextInt(" + bound + ") gives " + number);
                counts[number]++;
            }
            double expected = 20_000.0 / bound;
            for (int count : counts) {
                Require.that(
                        Math.abs(count - expected) <= 6 * Math.sqrt(expected),
                        () -> "nextInt(" + bound + ") gives a number " + count + " times, expected about " + expected);
            }
        }
        RandomSource random = subject.component().seeded(6);
        long high = IntStream.range(0, 1000)
                .filter(i -> random.nextInt(Integer.MAX_VALUE) > Integer.MAX_VALUE / 2)
                .count();
        Require.that(
                Math.abs(high - 500) < 100, () -> "of a large bound the upper half comes " + high + " times of 1000");
    }

    /** Bounds. */
    public static void refusesBounds(Subject<RandomAlgorithm> subject) {
        for (int bound : new int[] {0, -1, Integer.MIN_VALUE}) {
            boolean refused = false;
            try {
                subject.component().seeded(7).nextInt(bound);
            } catch (IllegalArgumentException e) {
                refused = true;
            }
            boolean did = refused;
            Require.that(did, () -> "nextInt takes the bound " + bound);
        }
    }

    /** Permutations. */
    public static void shuffles(Subject<RandomAlgorithm> subject) {
        for (int n : new int[] {0, 1, 2, 7, 1000}) {
            int[] order = subject.component().seeded(8).permutation(n);
            int[] sorted = order.clone();
            Arrays.sort(sorted);
            Require.that(
                    Arrays.equals(sorted, IntStream.range(0, n).toArray()),
                    () -> "a permutation of " + n + " lacks some");
        }
    }

    /** The six orders of three. */
    public static void shufflesFairly(Subject<RandomAlgorithm> subject) {
        RandomSource random = subject.component().seeded(9);
        int[] counts = new int[9];
        for (int i = 0; i < 12_000; i++) {
            int[] order = random.permutation(3);
            counts[order[0] * 3 + order[1]]++;
        }
        for (int at : new int[] {1, 2, 3, 5, 6, 7}) {
            Require.that(
                    Math.abs(counts[at] - 2000) < 250,
                    () -> "an order of three comes " + counts[at] + " times of 12 000");
        }
    }

    /** State, taken while a normal number may be cached. */
    public static void goesOnFromState(Subject<RandomAlgorithm> subject) {
        RandomSource random = subject.component().seeded(10);
        for (int drawn = 0; drawn < 700; drawn += 63) {
            draw(random);
            random.nextGaussian();
            long[] state = random.state();
            DenseMatrix expected = draw(random);
            RandomSource other = subject.component().seeded(11);
            other.nextGaussian();
            other.restore(state);
            Require.sameBits(expected, draw(other), "the numbers after a state was restored");
            random.restore(state);
        }
    }

    /** The array is a copy. */
    public static void copiesItsState(Subject<RandomAlgorithm> subject) {
        RandomSource random = subject.component().seeded(12);
        long[] state = random.state();
        long[] kept = state.clone();
        DenseMatrix expected = draw(random);
        Require.that(Arrays.equals(kept, state), () -> "a state changes with what is drawn");
        random.restore(state);
        Arrays.fill(state, 0);
        Require.sameBits(expected, draw(random), "the numbers after the array of a state was changed");
    }

    /** States of another length. */
    public static void refusesOtherStates(Subject<RandomAlgorithm> subject) {
        int length = subject.component().seeded(13).state().length;
        for (long[] state : new long[][] {{}, new long[length + 1]}) {
            boolean refused = false;
            try {
                subject.component().seeded(13).restore(state);
            } catch (IllegalArgumentException e) {
                refused = true;
            }
            boolean did = refused;
            Require.that(did, () -> "restores a state of " + state.length + " numbers; its own have " + length);
        }
    }

    /** Seeds later. */
    public static void reseeds(Subject<RandomAlgorithm> subject) {
        RandomSource random = subject.component().seeded(14);
        draw(random);
        random.nextGaussian();
        random.reseed(15);
        Require.sameBits(draw(subject.component().seeded(15)), draw(random), "the numbers after a new seed");
    }

    /** Purposes. */
    public static void namesStreams(Subject<RandomAlgorithm> subject) {
        RandomSource one = subject.component().seeded(16).stream("init/layer-1");
        RandomSource other = subject.component().seeded(16).stream("init/layer-1");
        Require.sameBits(draw(one), draw(other), "the stream of one purpose, made twice");
    }

    /** Interleaving. */
    public static void keepsStreamsApart(Subject<RandomAlgorithm> subject) {
        RandomSource one = subject.component().seeded(17);
        RandomSource other = subject.component().seeded(18);
        for (int i = 0; i < 5; i++) {
            other.nextGaussian();
            one.nextGaussian();
        }
        RandomSource alone = subject.component().seeded(17);
        for (int i = 0; i < 5; i++) {
            alone.nextGaussian();
        }
        Require.sameBits(draw(alone), draw(one), "the numbers of one of two streams in turn");
    }

    /** Threads, each with a stream of its own. */
    public static void isThreadSafe(Subject<RandomAlgorithm> subject) throws Exception {
        DenseMatrix expected = draw(subject.component().seeded(19));
        for (DenseMatrix result :
                Samples.inThreads(() -> draw(subject.component().seeded(19)))) {
            Require.sameBits(expected, result, "the numbers in several threads");
        }
    }

    /** Allocation. */
    public static void allocatesNothing(Subject<RandomAlgorithm> subject) {
        RandomSource random = subject.component().seeded(20);
        double[] sum = new double[1];
        Allocation.requireNone(() -> {
            random.reseed(3);
            sum[0] += random.nextDouble() + random.nextGaussian() + random.nextInt(5);
        });
    }
}
