package org.layerwise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Against the numbers that NumPy itself printed. */
class NumpyRandomSourceTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 42, 4294967295L})
    void drawsWhatNumpyDraws(long seed) {
        JsonNode golden = golden().path("seeds").path(Long.toString(seed));

        NumpyRandomSource raw = new NumpyRandomSource(seed);
        assertThat(words(raw, 20)).containsExactly(longs(golden.path("raw_uint32")));
        words(raw, 1280);
        assertThat(words(raw, 5)).containsExactly(longs(golden.path("raw_after_1300_draws")));
        NumpyRandomSource rand = new NumpyRandomSource(seed);
        assertThat(draws(20, rand::nextDouble)).containsExactly(doubles(golden.path("rand20")));
        NumpyRandomSource uniform = new NumpyRandomSource(seed);
        assertThat(draws(20, () -> -1 + 2 * uniform.nextDouble()))
                .containsExactly(doubles(golden.path("uniform_-1_1_20")));
        assertThat(new NumpyRandomSource(seed).permutation(20)).containsExactly(ints(golden.path("permutation20")));
        assertThat(new NumpyRandomSource(seed).permutation(10)).startsWith(ints(golden.path("choice_10_5_noreplace")));
        int[] shuffled = IntStream.range(0, 20).toArray();
        new NumpyRandomSource(seed).shuffle(shuffled);
        assertThat(shuffled).containsExactly(ints(golden.path("shuffle_arange20")));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 42, 4294967295L})
    void drawsNumpysIntegers(long seed) {
        JsonNode golden = golden().path("seeds").path(Long.toString(seed));

        assertThat(integers(seed, 100, 20)).containsExactly(ints(golden.path("randint_0_100_20")));
        assertThat(integers(seed, 10, 20)).containsExactly(ints(golden.path("randint_0_10_20")));
        assertThat(integers(seed, 10, 20))
                .containsExactly(IntStream.of(ints(golden.path("randint_-5_5_20")))
                        .map(n -> n + 5)
                        .toArray());
        assertThat(integers(seed, 10, 8)).containsExactly(ints(golden.path("choice_10_8_replace")));
        assertThat(integers(seed, 1, 5)).containsExactly(ints(golden.path("randint_0_1_5")));
    }

    @Test
    void anIntegerWithOnePossibleValueDrawsNothing() {
        NumpyRandomSource random = new NumpyRandomSource(7);
        int ignored = random.nextInt(1);

        assertThat(ignored).isZero();
        assertThat(random.nextDouble()).isEqualTo(new NumpyRandomSource(7).nextDouble());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 42, 4294967295L})
    void drawsNumpysDeviatesToThreeUlp(long seed) {
        JsonNode golden = golden().path("seeds").path(Long.toString(seed));

        NumpyRandomSource random = new NumpyRandomSource(seed);
        assertWithinThreeUlp(draws(20, random::nextGaussian), doubles(golden.path("randn20")));
        NumpyRandomSource scaled = new NumpyRandomSource(seed);
        assertWithinThreeUlp(draws(20, () -> 2 + 0.5 * scaled.nextGaussian()), doubles(golden.path("normal_2_0.5_20")));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 42, 4294967295L})
    void staysWithNumpyOverAHundredThousandDraws(long seed) {
        JsonNode golden = golden().path("seeds").path(Long.toString(seed));

        NumpyRandomSource random = new NumpyRandomSource(seed);
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            sum += random.nextGaussian();
        }
        double last = random.nextGaussian();
        assertWithinThreeUlp(
                new double[] {last},
                new double[] {golden.path("randn_index_100000").asDouble()});
        double expected = golden.path("randn_sum_first_100001").asDouble();
        assertThat(Math.abs(sum + last - expected)).isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 42, 4294967295L})
    void theKeptDeviateSurvivesOtherDraws(long seed) {
        JsonNode mixed = golden().path("seeds").path(Long.toString(seed)).path("mixed");

        NumpyRandomSource random = new NumpyRandomSource(seed);
        assertWithinThreeUlp(draws(3, random::nextGaussian), doubles(mixed.path("randn3")));
        assertThat(draws(2, random::nextDouble)).containsExactly(doubles(mixed.path("rand2")));
        assertThat(IntStream.range(0, 3).map(i -> random.nextInt(100)).toArray())
                .containsExactly(ints(mixed.path("randint3")));
        assertWithinThreeUlp(draws(2, random::nextGaussian), doubles(mixed.path("randn2")));
        assertThat(random.permutation(5)).containsExactly(ints(mixed.path("perm5")));
        assertWithinThreeUlp(draws(1, random::nextGaussian), doubles(mixed.path("randn1")));
    }

    @Test
    void aNewSeedDropsTheKeptDeviate() {
        NumpyRandomSource random = new NumpyRandomSource(9);
        double first = random.nextGaussian();
        random.reseed(9);

        assertThat(random.nextGaussian()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void shufflesTheCoursesMiniBatches(long seed) {
        JsonNode golden = golden().path("minibatch_permutations");

        int[] permutation = new NumpyRandomSource(seed).permutation(300);

        assertThat(permutation).startsWith(ints(golden.path("first10").path(Long.toString(seed))));
        assertThat(IntStream.range(0, 300)
                        .mapToLong(i -> (long) i * permutation[i])
                        .sum())
                .isEqualTo(golden.path("checksum_sum_i_times_p")
                        .path(Long.toString(seed))
                        .asLong());
    }

    @Test
    void everyPurposeSharesTheOneStream() {
        NumpyRandomSource random = new NumpyRandomSource(1);

        assertThat(random.stream("init/layer-1")).isSameAs(random);
    }

    @Test
    void refusesSeedsThatNumpyRefuses() {
        assertThatThrownBy(() -> new NumpyRandomSource(-1))
                .isInstanceOf(OptionException.class)
                .hasMessage("seed must be in [0, 4294967295] with numpy's generator, got -1");
        assertThatThrownBy(() -> new NumpyRandomSource(4294967296L)).isInstanceOf(OptionException.class);
    }

    private static JsonNode golden() {
        Path file = Path.of(System.getProperty("layerwise.shared", "shared"), "reference/golden/rng_numpy_legacy.json");
        assumeThat(file).as("reference values").exists();
        return new ObjectMapper().readTree(file.toFile());
    }

    private static void assertWithinThreeUlp(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i])).isLessThanOrEqualTo(3 * Math.ulp(expected[i]));
        }
    }

    private static int[] integers(long seed, int bound, int count) {
        NumpyRandomSource random = new NumpyRandomSource(seed);
        return IntStream.range(0, count).map(i -> random.nextInt(bound)).toArray();
    }

    private static double[] draws(int count, DoubleSupplier draw) {
        return IntStream.range(0, count).mapToDouble(i -> draw.getAsDouble()).toArray();
    }

    private static long[] words(NumpyRandomSource random, int count) {
        return LongStream.range(0, count)
                .map(i -> Integer.toUnsignedLong(random.next32()))
                .toArray();
    }

    private static double[] doubles(JsonNode numbers) {
        assertThat(numbers.size()).isPositive();
        return IntStream.range(0, numbers.size())
                .mapToDouble(i -> numbers.get(i).asDouble())
                .toArray();
    }

    private static int[] ints(JsonNode numbers) {
        return LongStream.of(longs(numbers)).mapToInt(Math::toIntExact).toArray();
    }

    private static long[] longs(JsonNode numbers) {
        assertThat(numbers.size()).isPositive();
        return LongStream.range(0, numbers.size())
                .map(i -> numbers.get((int) i).asLong())
                .toArray();
    }
}
