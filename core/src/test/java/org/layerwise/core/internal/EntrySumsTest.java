package org.layerwise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.internal.EntrySums.Term;

class EntrySumsTest {
    private final EntrySums alone = new EntrySums(new WorkerPool(1));
    private final EntrySums shared = new EntrySums(new WorkerPool(3));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 403, 16_384, 16_385, 50_001, 1_100_003})
    void allEntriesAreAddedWithTheSameBitsOnAnyNumberOfThreads(int length) {
        double[] x = Shapes.random(length, 5);
        double squares = Arrays.stream(x).map(v -> v * v).sum();
        double magnitudes = Arrays.stream(x).map(Math::abs).sum();
        assertThat(alone.sum(Term.SQUARE, x)).isCloseTo(squares, within(1e-12 * squares));
        assertThat(alone.sum(Term.MAGNITUDE, x)).isCloseTo(magnitudes, within(1e-12 * magnitudes));
        assertThat(shared.sum(Term.SQUARE, x)).isEqualTo(alone.sum(Term.SQUARE, x));
        assertThat(shared.sum(Term.MAGNITUDE, x)).isEqualTo(alone.sum(Term.MAGNITUDE, x));
        assertThat(shared.sum(Term.NOTHING, x)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16_385, 50_001})
    void everyEntryIsScaledAndAddedOnce(int length) {
        double[] x = Shapes.random(length, 7);
        double[] before = Shapes.random(length, 8);
        double[] y = before.clone();
        ScaledAddition.add(0.3, x, y);
        for (int i = 0; i < length; i++) {
            assertThat(y[i]).isEqualTo(before[i] + 0.3 * x[i]);
        }
    }

    /** Of each length every place is tried, so that no part of a sum is left out. */
    @ParameterizedTest
    @ValueSource(ints = {1, 8, 13, 16_390})
    void anEntryThatIsNotFiniteIsFoundWhereverItStands(int length) {
        double[] x = Shapes.random(length, 6);
        for (int i = 0; i < length; i += length > 100 && i > 20 && i < length - 20 ? 997 : 1) {
            for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                double sound = x[i];
                x[i] = bad;
                assertThat(EntrySums.areFinite(x)).as("%s at %d", bad, i).isFalse();
                x[i] = sound;
            }
        }
        assertThat(EntrySums.areFinite(x)).isTrue();
    }

    @Test
    void theLargestNumbersAreFinite() {
        double[] x = new double[100];
        Arrays.fill(x, Double.MAX_VALUE);
        assertThat(EntrySums.areFinite(x)).isTrue();
        assertThat(EntrySums.ofSquares(x)).isInfinite();
    }
}
