package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;

/** Shares of classes by counting, against the plain way: every example at its place on an axis, sorted. */
class StrataTest {
    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    private static Strata.Labels labels(int[] classes) {
        return new Strata.Labels() {
            @Override
            public int of(int example) {
                return classes[example];
            }

            @Override
            public int classes() {
                return Arrays.stream(classes).max().orElse(0) + 1;
            }
        };
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sharesClassesAsSortingDoes(int seed) {
        RandomSource random = new Splittable().seeded(seed);
        int n = 200 + random.nextInt(400);
        int kinds = 1 + random.nextInt(3);
        int[] classes = IntStream.range(0, n)
                .map(i -> Math.min(random.nextInt(kinds), random.nextInt(kinds)))
                .toArray();
        int[] order = random.permutation(n);
        int[] sizes = {n / 2 + random.nextInt(n / 4), 20 + random.nextInt(20), 20};
        int[] plain = sorted(order, classes);
        int[] spread = Strata.spread(order, labels(classes), sizes);
        int[] ascending = order.clone();
        Strata.spreadAscending(ascending, labels(classes), sizes);
        int from = 0;
        for (int size : sizes) {
            int[] expected = part(plain, from, size);
            assertThat(part(spread, from, size)).as("seed %s", seed).isEqualTo(expected);
            assertThat(Arrays.copyOfRange(ascending, from, from + size)).isEqualTo(expected);
            from += size;
        }
    }

    /** Examples of classes as large as each other stand at the same places: the shuffle says which comes first. */
    @ParameterizedTest
    @MethodSource("seeds")
    void ofClassesAlikeTheShuffleDecides(int seed) {
        int n = 60;
        int[] classes = IntStream.range(0, n).map(i -> i % 3).toArray();
        int[] order = new Splittable().seeded(seed).permutation(n);
        int[] sizes = {31, 16, 13};
        int[] plain = sorted(order, classes);
        int[] spread = Strata.spread(order, labels(classes), sizes);
        for (int p = 0, from = 0; p < sizes.length; from += sizes[p++]) {
            assertThat(part(spread, from, sizes[p])).as("seed %s", seed).isEqualTo(part(plain, from, sizes[p]));
        }
    }

    private static int[] classes(int n, int... rare) {
        int[] classes = new int[n];
        Arrays.stream(rare).forEach(i -> classes[i] = 1);
        return classes;
    }

    private static int[] ascending(int n) {
        return IntStream.range(0, n).toArray();
    }

    @Test
    void ofPartsThatHaveAsMuchTheFirstGivesItsLast() {
        int[] spread = Strata.spread(ascending(22), labels(classes(22, 0, 1, 2, 3)), new int[] {10, 10, 2});
        assertThat(part(spread, 0, 10)).contains(0).doesNotContain(1, 2, 3);
        assertThat(part(spread, 10, 10)).contains(2, 3);
        assertThat(part(spread, 20, 2)).contains(1);
        assertThat(part(spread, 0, 10)).contains(21);
    }

    @Test
    void whatIsLeftOverGivesFirst() {
        int[] spread = Strata.spread(ascending(30), labels(classes(30, 3, 4)), new int[] {10, 10});
        assertThat(part(spread, 0, 10)).contains(3).doesNotContain(4);
        assertThat(part(spread, 10, 10)).contains(4);
    }

    private static int[] part(int[] order, int from, int size) {
        return Arrays.stream(order, from, from + size).sorted().toArray();
    }

    private static int[] sorted(int[] order, int[] classes) {
        int[] counts = new int[Arrays.stream(classes).max().orElse(0) + 1];
        Arrays.stream(classes).forEach(k -> counts[k]++);
        double[] position = new double[order.length];
        int[] seen = new int[counts.length];
        for (int i : order) {
            position[i] = (seen[classes[i]]++ + 0.5) / counts[classes[i]];
        }
        return IntStream.of(order)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> position[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
