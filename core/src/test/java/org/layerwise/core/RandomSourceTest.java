package org.layerwise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every family of generators must do; runs over all that the registry knows. */
class RandomSourceTest {
    static Stream<RandomAlgorithm> algorithms() {
        return Registry.load().all(RandomAlgorithm.class).values().stream().map(RandomSourceTest::make);
    }

    private static RandomAlgorithm make(Class<? extends RandomAlgorithm> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void theSameSeedGivesTheSameNumbers(RandomAlgorithm algorithm) {
        assertThat(draws(algorithm.seeded(5))).containsExactly(draws(algorithm.seeded(5)));
        assertThat(draws(algorithm.seeded(5))).isNotEqualTo(draws(algorithm.seeded(6)));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void anArrayIsFilledAsByOneNumberAtATime(RandomAlgorithm algorithm) {
        RandomSource atOnce = algorithm.seeded(5);
        RandomSource inTurn = algorithm.seeded(5);
        for (int length : new int[] {0, 1, 700}) {
            double[] filled = new double[length];
            atOnce.nextDoubles(filled);
            assertThat(filled)
                    .containsExactly(IntStream.range(0, length)
                            .mapToDouble(i -> inTurn.nextDouble())
                            .toArray());
        }
        assertThat(draws(atOnce)).containsExactly(draws(inTurn));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void restoresEverythingWithTheKeptDeviateToo(RandomAlgorithm algorithm) {
        for (int used = 0; used < 5; used++) {
            RandomSource random = algorithm.seeded(8);
            IntStream.range(0, used).forEach(i -> random.nextGaussian());
            long[] state = random.state();
            double[] expected = draws(random);
            RandomSource other = algorithm.seeded(99);
            double ignored = other.nextGaussian();
            other.restore(state);

            assertThat(ignored).isNotNaN();
            assertThat(draws(other)).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void aRestoredStreamGivesTheStreamsOfTheOriginal(RandomAlgorithm algorithm) {
        RandomSource random = algorithm.seeded(8);
        RandomSource other = algorithm.seeded(9);
        other.restore(random.state());

        assertThat(draws(other.stream("shuffle/epoch-3"))).containsExactly(draws(random.stream("shuffle/epoch-3")));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void reseedingBeginsAgain(RandomAlgorithm algorithm) {
        RandomSource random = algorithm.seeded(1);
        double ignored = random.nextGaussian();
        random.reseed(5);

        assertThat(ignored).isNotNaN();
        assertThat(draws(random)).containsExactly(draws(algorithm.seeded(5)));
        random.reseed(5);
        assertThat(draws(random.stream("x"))).containsExactly(draws(algorithm.seeded(5).stream("x")));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void refusesADamagedOrForeignState(RandomAlgorithm algorithm) {
        RandomSource random = algorithm.seeded(1);
        long[] state = random.state();
        long[] foreign = state.clone();
        foreign[0]++;
        long[] cut = Arrays.copyOf(state, state.length - 1);

        for (long[] bad : new long[][] {foreign, cut, {}}) {
            assertThatThrownBy(() -> random.restore(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(random.state()).containsExactly(state);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void refusesABoundThatIsNotPositive(RandomAlgorithm algorithm) {
        RandomSource random = algorithm.seeded(1);

        assertThatThrownBy(() -> random.nextInt(0)).hasMessage("bound must be > 0, got 0");
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void integersReachTheLargestBound(RandomAlgorithm algorithm) {
        RandomSource random = algorithm.seeded(1);
        int[] drawn = IntStream.range(0, 1000)
                .map(i -> random.nextInt(Integer.MAX_VALUE))
                .toArray();

        assertThat(Arrays.stream(drawn).min().orElseThrow()).isBetween(0, 20_000_000);
        assertThat(Arrays.stream(drawn).max().orElseThrow()).isBetween(2_127_000_000, Integer.MAX_VALUE - 1);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void permutationsHoldEveryNumberOnce(RandomAlgorithm algorithm) {
        for (int n : new int[] {0, 1, 2, 207}) {
            assertThat(algorithm.seeded(2).permutation(n))
                    .containsExactlyInAnyOrder(IntStream.range(0, n).toArray());
        }
    }

    private static double[] draws(RandomSource random) {
        return IntStream.range(0, 2000)
                .mapToDouble(
                        i -> i % 3 == 0 ? random.nextGaussian() : i % 3 == 1 ? random.nextDouble() : random.nextInt(77))
                .toArray();
    }
}
