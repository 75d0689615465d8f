package org.layerwise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.AdaptiveMoments.Rule;

/** The loop of this process against the plain one, bit by bit. */
class MomentLoopTest {
    private static final MomentLoop PLAIN = new ScalarMomentLoop();
    private static final MomentLoop LOOP = Acceleration.momentLoop();

    private static final class Arrays {
        private final double[] w;
        private final double[] g;
        private final double[] m;
        private final double[] v;

        Arrays(double[] w, double[] g, double[] m, double[] v) {
            this.w = w;
            this.g = g;
            this.m = m;
            this.v = v;
        }

        static Arrays random(int length, long seed, double scale) {
            Random random = new Random(seed);
            Arrays made = new Arrays(new double[length], new double[length], new double[length], new double[length]);
            for (int i = 0; i < length; i++) {
                made.w[i] = random.nextGaussian();
                made.g[i] = scale * random.nextGaussian();
                made.m[i] = scale * random.nextGaussian();
                made.v[i] = scale * random.nextDouble() * scale;
            }
            return made;
        }

        /** What a loop makes of a copy. */
        Arrays after(MomentLoop loop, Rule rule, int from, int to, double stride, double scale, double kept) {
            Arrays changed = new Arrays(w.clone(), g.clone(), m.clone(), v.clone());
            loop.run(changed.w, changed.g, changed.m, changed.v, rule, from, to, stride, scale, kept);
            return changed;
        }
    }

    private static void assertSameBits(Arrays start, Rule rule, int from, int to, double scale, double kept) {
        Arrays expected = start.after(PLAIN, rule, from, to, 0.01, scale, kept);
        Arrays actual = start.after(LOOP, rule, from, to, 0.01, scale, kept);
        assertThat(actual.w).isEqualTo(expected.w);
        assertThat(actual.m).isEqualTo(expected.m);
        assertThat(actual.v).isEqualTo(expected.v);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 9, 31, 64, 65, 207})
    void stretchesOfAnyLength(int length) {
        Arrays start = Arrays.random(length + 5, length, 1e-3);
        assertSameBits(start, new Rule(0.9, 0.999, 0, 0, 1e-8), 0, length, 1.7, 1);
        assertSameBits(start, new Rule(0.9, 0.999, 0, 0, 1e-8), 3, length + 3, 1.7, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "0.9, 0.999, 0, 0, 1e-8, 1",
        "0.9, 0.999, 0, 1e-8, 0, 1",
        "0.9, 0.999, 0.01, 0, 1e-8, 1",
        "0.9, 0.999, 0, 0, 1e-8, 0.9999",
        "0, 0, 0, 0, 1e-8, 1",
        "0.9, 0.999, 0, 0, 0, 1",
        "0.9, 0.999, 0, 0, 1e-121, 1",
        "0.9, 0.999, 0, 1e-280, 0, 1",
        "0.9, 0.999, 0, 1e-4, 1e-4, 0.5",
    })
    void rulesOfAllKinds(double beta1, double beta2, double decay, double under, double beside, double kept) {
        Rule rule = new Rule(beta1, beta2, decay, under, beside);
        for (double size : new double[] {1e-160, 1e-140, 1e-121, 1e-30, 1e-4, 1, 1e10, 1e150}) {
            assertSameBits(Arrays.random(400, 7, size), rule, 0, 400, 1.3, kept);
        }
    }

    @Test
    void zerosSubnormalNumbersAndWhatIsNoNumber() {
        double[] odd = {
            0,
            -0.0,
            Double.MIN_VALUE,
            1e-310,
            Double.MIN_NORMAL,
            1,
            1e154,
            2e154,
            1e200,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NaN
        };
        Arrays start = Arrays.random(odd.length * odd.length * 2, 3, 1);
        for (int i = 0; i < start.v.length; i++) {
            start.g[i] = odd[i % odd.length];
            start.v[i] = Math.abs(odd[i / odd.length % odd.length]);
        }
        Rule rule = new Rule(0.9, 0.999, 0, 0, 1e-8);
        assertSameBits(start, rule, 0, start.v.length, 1.3, 1);
        Arrays after = start.after(LOOP, rule, 0, start.v.length, 0.01, 1.3, 1);
        for (int i = 0; i < start.v.length; i++) {
            if (Double.isInfinite(after.v[i])) {
                assertThat(after.w[i]).isNaN();
            }
        }
    }

    /**
     * A root that is computed with an error of 1e-30 before it is rounded can be wrong only where √x is so close to the
     * middle k/2 between two numbers, k odd: where 4x = k² − t for a small t, that is {@code k² ≡ t} modulo the power of
     * two of which 4x is a multiple. These are all those with |t| up to 4000, eight times what 1e-30 allows.
     */
    @Test
    void rootsThatAreHardestToRound() {
        List<Double> hard = new ArrayList<>();
        for (int bits = 54; bits <= 55; bits++) {
            for (long t = -3999; t <= 4000; t += 8) {
                addRoundingToMiddle(t, bits, hard);
            }
        }
        assertThat(hard).hasSizeGreaterThan(1500);
        Rule rule = new Rule(0.5, 0.5, 0, 0, 0x1p-399);
        for (double numerator : new double[] {1, 1.1, 1.3, 1.5, 1.7, 1.9}) {
            Arrays start = Arrays.random(hard.size(), 1, 0);
            for (int i = 0; i < hard.size(); i++) {
                start.m[i] = 2 * numerator;
                start.v[i] = 2 * hard.get(i);
            }
            Arrays after = start.after(LOOP, rule, 0, hard.size(), -1, 1, 0);
            for (int i = 0; i < hard.size(); i++) {
                assertThat(after.w[i]).as("√" + hard.get(i)).isEqualTo(numerator / Math.sqrt(hard.get(i)));
            }
        }
    }

    /** t is 1 modulo 8, so that it has roots modulo any power of two: one, found bit by bit, and three from it. */
    private static void addRoundingToMiddle(long t, int bits, List<Double> found) {
        long root = 1;
        for (int b = 3; b < bits; b++) {
            if ((((root * root - t) >> b) & 1) != 0) {
                root += 1L << (b - 1);
            }
        }
        long half = 1L << (bits - 1);
        for (long candidate : new long[] {root, -root, root + half, half - root}) {
            long k = candidate & ((1L << bits) - 1);
            if (k >> 53 == 1) {
                BigInteger fourfold = BigInteger.valueOf(k).pow(2).subtract(BigInteger.valueOf(t));
                found.add(fourfold.shiftRight(2).doubleValue());
            }
        }
    }
}
