package org.layerwise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplittableRandomSourceTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, 0x6a09e667f3bcc909L, Long.MIN_VALUE, Long.MAX_VALUE})
    void drawsTheBitsOfTheJdksL64X128MixRandom(long seed) {
        RandomGenerator jdk = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        SplittableRandomSource random = new SplittableRandomSource(seed);

        for (int i = 0; i < 1000; i++) {
            assertThat(random.nextLong()).isEqualTo(jdk.nextLong());
        }
        assertThat(random.nextDouble()).isEqualTo(jdk.nextDouble());
    }

    @Test
    void aStreamDependsOnSeedAndPurposeAlone() {
        SplittableRandomSource used = new SplittableRandomSource(5);
        used.nextGaussian();

        assertThat(used.stream("init/layer-1").nextLong())
                .isEqualTo(new SplittableRandomSource(5).stream("init/layer-1").nextLong())
                .isNotEqualTo(
                        new SplittableRandomSource(6).stream("init/layer-1").nextLong());
    }

    @Test
    void theDerivationOfStreamsIsFixed() {
        // A saved run goes on with the same streams: this number must never change.
        assertThat(new SplittableRandomSource(1).stream("shuffle/epoch-7").nextLong())
                .isEqualTo(-3234796043971817340L);
    }

    @Test
    void purposesThatLookAlikeGetDifferentStreams() {
        Set<Long> first = new HashSet<>();
        int streams = 0;
        for (long seed = -20; seed < 20; seed++) {
            for (String kind : new String[] {"init", "shuffle", "dropout", "dropouts", "dropout/layer", ""}) {
                for (int i = 0; i < 50; i++) {
                    first.add(new SplittableRandomSource(seed)
                            .stream(kind + "/layer-" + i).nextLong());
                    first.add(new SplittableRandomSource(seed)
                            .stream(kind).stream("/layer-" + i).nextLong());
                    streams += 2;
                }
            }
        }
        assertThat(first).hasSize(streams);
    }

    @Test
    void streamsOfNeighbouringPurposesAreUncorrelated() {
        int n = 100_000;
        SplittableRandomSource root = new SplittableRandomSource(0);
        SplittableRandomSource a = root.stream("dropout/layer-1");
        SplittableRandomSource b = root.stream("dropout/layer-2");
        double correlation = 0;
        for (int i = 0; i < n; i++) {
            correlation += (a.nextDouble() - 0.5) * (b.nextDouble() - 0.5) * 12 / n;
        }
        assertThat(Math.abs(correlation)).isLessThan(5 / Math.sqrt(n));
    }

    @Test
    void firstDrawsOverNeighbouringSeedsAreUniform() {
        int[] counts = new int[64];
        for (int seed = 0; seed < 64_000; seed++) {
            counts[(int) (new SplittableRandomSource(seed).nextDouble() * 64)]++;
        }
        assertThat(chiSquare(counts, 1000)).isBetween(20.0, 130.0);
    }

    @Test
    void integersAreEquallyLikelyWhateverTheBound() {
        SplittableRandomSource random = new SplittableRandomSource(3);
        for (int bound : new int[] {1, 2, 3, 7, 64, 100}) {
            int[] counts = new int[bound];
            for (int i = 0; i < 1000 * bound; i++) {
                counts[random.nextInt(bound)]++;
            }
            assertThat(chiSquare(counts, 1000)).isLessThan(bound + 6 * Math.sqrt(2.0 * bound));
        }
    }

    @Test
    void integersWithAHugeBoundAreNotFavouredBelow() {
        // Without the redraw a bound of 3·2²⁹ would give multiples of three about twice as often.
        SplittableRandomSource random = new SplittableRandomSource(4);
        int bound = 3 << 29;
        int[] counts = new int[3];
        for (int i = 0; i < 30_000; i++) {
            counts[random.nextInt(bound) % 3]++;
        }
        assertThat(chiSquare(counts, 10_000)).isLessThan(14);
    }

    @Test
    void deviatesHaveTheMomentsOfTheStandardNormal() {
        SplittableRandomSource random = new SplittableRandomSource(11);
        int n = 200_000;
        double[] moments = new double[5];
        for (int i = 0; i < n; i++) {
            double z = random.nextGaussian();
            double power = 1;
            for (int k = 1; k < 5; k++) {
                power *= z;
                moments[k] += power / n;
            }
        }
        assertThat(Math.abs(moments[1])).isLessThan(5 / Math.sqrt(n));
        assertThat(Math.abs(moments[2] - 1)).isLessThan(5 * Math.sqrt(2.0 / n));
        assertThat(Math.abs(moments[3])).isLessThan(5 * Math.sqrt(15.0 / n));
        assertThat(Math.abs(moments[4] - 3)).isLessThan(5 * Math.sqrt(96.0 / n));
    }

    private static double chiSquare(int[] counts, double expected) {
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
