package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Numpy;
import org.layerwise.core.OptionException;
import org.layerwise.core.Splittable;

class SplitTest {
    private static final Split ALL = new Split(0.7, 0.2, 0.1, true, true, Optional.of(7L));

    private static Dataset withClasses(int... classes) {
        double[][] x = IntStream.range(0, classes.length)
                .mapToObj(i -> new double[] {i})
                .toArray(double[][]::new);
        double[][] y = IntStream.of(classes).mapToObj(k -> new double[] {k}).toArray(double[][]::new);
        return Dataset.of("data", DenseMatrix.of(x), DenseMatrix.of(y));
    }

    private static int[] origins(Dataset part) {
        return IntStream.range(0, part.examples()).map(part::origin).toArray();
    }

    private static long count(Dataset part, int k) {
        return IntStream.range(0, part.examples())
                .filter(i -> part.target(i, 0) == k)
                .count();
    }

    @Test
    void numpyCutsThePermutationInOrder() {
        Dataset ten = withClasses(new int[11]);
        int[] order = new Numpy().seeded(7).permutation(11);
        Split.Parts parts = ALL.cut(ten, new Numpy(), 0);
        assertThat(origins(parts.train())).isEqualTo(Arrays.copyOfRange(order, 0, 7));
        assertThat(origins(parts.dev().orElseThrow())).isEqualTo(Arrays.copyOfRange(order, 7, 9));
        assertThat(origins(parts.test().orElseThrow())).isEqualTo(Arrays.copyOfRange(order, 9, 11));
    }

    @Test
    void theExperimentsSeedIsTakenWithoutAnOwnOne() {
        Split split = new Split(0.5, 0, 0.5, false, true, Optional.empty());
        Dataset eight = withClasses(new int[8]);
        assertThat(origins(split.cut(eight, new Numpy(), 3).train()))
                .isEqualTo(Arrays.copyOf(new Numpy().seeded(3).permutation(8), 4));
    }

    @Test
    void withoutShuffleRowsStayInOrder() {
        Split split = new Split(0.5, 0, 0.5, true, false, Optional.empty());
        Split.Parts parts = split.cutByClass(withClasses(0, 0, 1, 1), new Splittable(), 1);
        assertThat(origins(parts.train())).containsExactly(0, 1);
        assertThat(origins(parts.test().orElseThrow())).containsExactly(2, 3);
        assertThat(parts.dev()).isEmpty();
    }

    @Test
    void whatFractionsLeaveOverIsLeftOut() {
        Split split = new Split(0.5, 0, 0.25, false, true, Optional.of(1L));
        Split.Parts parts = split.cut(withClasses(new int[10]), new Splittable(), 0);
        assertThat(parts.train().examples()).isEqualTo(5);
        assertThat(parts.test().orElseThrow().examples()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4})
    void stratifiedPartsHaveTheirShareOfEachClass(long seed) {
        int[] classes = new int[1000];
        Arrays.fill(classes, 0, 600, 1);
        Arrays.fill(classes, 600, 650, 2);
        Dataset data = withClasses(classes);
        Split.Parts parts =
                new Split(0.7, 0.2, 0.1, true, true, Optional.of(seed)).cutByClass(data, new Splittable(), 0);
        assertThat(parts.train().examples()).isEqualTo(700);
        assertThat(count(parts.train(), 1)).isBetween(419L, 421L);
        assertThat(count(parts.dev().orElseThrow(), 1)).isBetween(119L, 121L);
        assertThat(count(parts.test().orElseThrow(), 2)).isBetween(4L, 6L);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void aRareClassIsInEveryPartWhereItCan(long seed) {
        int[] classes = new int[100];
        Arrays.fill(classes, 0, 3, 1);
        Split.Parts parts = new Split(0.8, 0.1, 0.1, true, true, Optional.of(seed))
                .cutByClass(withClasses(classes), new Splittable(), 0);
        List<Dataset> all =
                List.of(parts.train(), parts.dev().orElseThrow(), parts.test().orElseThrow());
        assertThat(all).extracting(Dataset::examples).containsExactly(80, 10, 10);
        assertThat(all).allSatisfy(part -> assertThat(count(part, 1)).isEqualTo(1));
    }

    @Test
    void everyExampleIsInOnePart() {
        int[] classes = IntStream.range(0, 97).map(i -> i * i % 5).toArray();
        Split.Parts parts = ALL.cutByClass(withClasses(classes), new Splittable(), 0);
        List<Integer> seen = new ArrayList<>();
        for (Dataset part :
                List.of(parts.train(), parts.dev().orElseThrow(), parts.test().orElseThrow())) {
            IntStream.of(origins(part)).forEach(seen::add);
        }
        assertThat(seen).hasSize(97).doesNotHaveDuplicates();
    }

    @Test
    void stratifiedPartsAreNotInTheFilesOrder() {
        Split.Parts parts = ALL.cutByClass(
                withClasses(IntStream.range(0, 50).map(i -> i % 2).toArray()), new Splittable(), 0);
        assertThat(origins(parts.train()))
                .isNotEqualTo(IntStream.of(origins(parts.train())).sorted().toArray());
    }

    @Test
    void refusesFractionsOutOfRange() {
        assertThatThrownBy(() -> new Split(0.8, 0.2, 0.1, true, true, Optional.empty()))
                .isInstanceOf(OptionException.class)
                .hasMessage("train + dev + test must be at most 1, got 0.8 + 0.2 + 0.1");
        assertThatThrownBy(() -> new Split(0)).hasMessage("train must be in (0, 1], got 0.0");
        assertThat(new Split(0.7, 0.2, 0.1, true, true, Optional.empty()).dev()).isEqualTo(0.2);
    }

    @Test
    void refusesAPartWithoutExamples() {
        assertThatThrownBy(() -> ALL.cut(withClasses(0, 1, 0, 1), new Splittable(), 0))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.option()).contains("dev"))
                .hasMessage("dev: 0.2 of the 4 examples of data is none; at least one is needed");
    }
}
