package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;

class ValueTableTest {
    /** Whole numbers, halves, thirds, and numbers far apart. */
    @ParameterizedTest
    @ValueSource(doubles = {1, -0.0, 0.5, 1.0 / 3, -1024, 1e-300, 1e300})
    void countsAsAMapDoes(double unit) {
        RandomSource random = new Splittable().seeded(3);
        ValueTable table = new ValueTable();
        CountedValues counted = new CountedValues();
        Map<Double, Integer> expected = new TreeMap<>();
        for (int i = 0; i < 5000; i++) {
            double value = (random.nextInt(700) - 350) * unit;
            table.add(value);
            counted.count(value);
            expected.merge(value + 0.0, 1, Integer::sum);
        }
        assertThat(table.distinct()).isEqualTo(expected.size());
        assertThat(DoubleStream.of(table.sorted()).boxed()).containsExactlyElementsOf(expected.keySet());
        assertThat(expected)
                .allSatisfy((value, count) -> assertThat(table.times(value)).isEqualTo(count));
        assertThat(table.times(0.1)).isZero();
        assertThat(counted.distinct()).isEqualTo(expected.size());
        assertThat(counted.sorted()).isEqualTo(table.sorted());
        assertThat(expected)
                .allSatisfy((value, count) -> assertThat(counted.times(value)).isEqualTo(count));
        assertThat(counted.times(1000)).isEqualTo(table.times(1000));
        assertThat(table.mostOften())
                .isEqualTo(expected.values().stream().mapToInt(c -> c).max().orElseThrow());
    }
}
