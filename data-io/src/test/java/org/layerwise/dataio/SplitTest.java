package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        assertThatThrownBy(() -> new Split(0)).hasMessage("train must be > 0, got 0.0");
        assertThat(new Split(0.7, 0.2, 0.1, true, true, Optional.empty()).dev()).isEqualTo(0.2);
    }

    @Test
    void refusesAPartWithoutExamples() {
        assertThatThrownBy(() -> ALL.cut(withClasses(0, 1, 0, 1), new Splittable(), 0))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.option()).contains("dev"))
                .hasMessage("dev: 0.2 of the 4 examples of data is none; at least one is needed");
    }

    private static Split sizes(Optional<Double> train, double dev, double test, Optional<Split.Unit> unit) {
        return new Split(train, dev, test, true, true, Optional.of(1L), unit, Optional.empty(), Optional.empty());
    }

    private static List<Integer> examples(Split split, int n) {
        return split.cut(withClasses(new int[n]), new Splittable(), 0)
                .all()
                .map(Dataset::examples)
                .toList();
    }

    @Test
    void sizesArePercentagesOrExamplesToo() {
        assertThat(examples(sizes(Optional.of(98.0), 1, 1, Optional.empty()), 1000))
                .containsExactly(980, 10, 10);
        assertThat(examples(sizes(Optional.of(98.0), 1, 1, Optional.of(Split.Unit.EXAMPLES)), 1000))
                .containsExactly(98, 1, 1);
        assertThat(examples(sizes(Optional.of(500.0), 100, 30, Optional.empty()), 1000))
                .containsExactly(500, 100, 30);
        assertThat(examples(sizes(Optional.of(1.0), 1, 0, Optional.of(Split.Unit.EXAMPLES)), 9))
                .containsExactly(1, 1);
        assertThat(examples(sizes(Optional.of(30.0), 20, 0, Optional.of(Split.Unit.PERCENT)), 10))
                .containsExactly(3, 2);
    }

    @Test
    void trainingTakesWhatTheOthersLeave() {
        assertThat(examples(sizes(Optional.empty(), 0.25, 0.1, Optional.empty()), 11))
                .containsExactly(8, 2, 1);
        assertThat(examples(sizes(Optional.empty(), 10, 20, Optional.empty()), 100))
                .containsExactly(70, 10, 20);
        assertThat(examples(new Split(), 5)).containsExactly(5);
        assertThatThrownBy(() -> sizes(Optional.empty(), 0.5, 0.5, Optional.empty()))
                .hasMessage("dev + test must be below 1, so that something is left for training");
    }

    @Test
    void refusesSizesThatAreNeitherFractionsNorCounts() {
        assertThatThrownBy(() -> sizes(Optional.of(1.5), 0.2, 0, Optional.empty()))
                .isInstanceOfSatisfying(
                        OptionException.class, e -> assertThat(e.option()).isEqualTo("train"));
        assertThatThrownBy(() -> sizes(Optional.of(900.0), 200, 0, Optional.empty())
                        .cut(withClasses(new int[1000]), new Splittable(), 0))
                .hasMessage("the parts take 1100 examples; data has 1000");
        assertThatThrownBy(() -> sizes(Optional.empty(), 10, 0, Optional.empty())
                        .cut(withClasses(new int[10]), new Splittable(), 0))
                .hasMessage("the parts take 10 examples and leave none for training; data has 10");
    }

    private static Dataset withColumn(Column column, double... values) {
        double[][] rows = Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
        return Dataset.of(
                "data",
                List.of(column),
                FeatureStore.of(DenseMatrix.of(rows)),
                List.of(Column.numeric("y")),
                new double[][] {new double[values.length]});
    }

    private static Split by(Optional<String> column, Optional<String> group, Optional<Double> train, double test) {
        return new Split(train, 0, test, true, true, Optional.of(2L), Optional.empty(), column, group);
    }

    @Test
    void aColumnNamesTheParts() {
        Column parts = Column.categorical("part", List.of("Test", "train", "val", "x"));
        Split split = by(Optional.of("part"), Optional.empty(), Optional.empty(), 0);
        Split.Parts cut = split.cutByClass(withColumn(parts, 1, 2, 0, 1), new Splittable(), 0);
        assertThat(origins(cut.train())).containsExactly(0, 3);
        assertThat(origins(cut.dev().orElseThrow())).containsExactly(1);
        assertThat(origins(cut.test().orElseThrow())).containsExactly(2);
        assertThatThrownBy(() -> split.cut(withColumn(parts, 1, 3), new Splittable(), 0))
                .hasMessage("data: row 2, column 'part': 'x'; a part is 'train', 'dev', 'test'");
        assertThatThrownBy(() -> split.cut(withColumn(parts, 1, Double.NaN), new Splittable(), 0))
                .hasMessageContaining("row 2, column 'part': the value is missing");
        assertThatThrownBy(() -> split.cut(withColumn(Column.numeric("prt"), 1), new Splittable(), 0))
                .hasMessage("no column 'part' among the features of data; did you mean 'prt'?");
        assertThatThrownBy(() -> by(Optional.of("part"), Optional.empty(), Optional.of(0.5), 0))
                .hasMessage("train and column exclude each other: the column names the parts");
    }

    @Test
    void noGroupIsInTwoParts() {
        double[] patients = IntStream.range(0, 200).mapToDouble(i -> i % 37).toArray();
        Dataset data = withColumn(Column.numeric("patient"), patients);
        Split split = by(Optional.empty(), Optional.of("patient"), Optional.of(0.75), 0.25);
        Split.Parts cut = split.cut(data, new Splittable(), 0);
        List<Double> train =
                Arrays.stream(cut.train().inputs().getRow(0)).boxed().toList();
        List<Double> test = Arrays.stream(cut.test().orElseThrow().inputs().getRow(0))
                .boxed()
                .toList();
        assertThat(train).doesNotContainAnyElementsOf(test);
        assertThat(train.size() + test.size()).isEqualTo(200);
        assertThat(test).hasSizeBetween(44, 56);
        assertThatThrownBy(() -> split.cut(withColumn(Column.numeric("patient"), 1, 1, 1, 1), new Splittable(), 0))
                .hasMessageContaining("has too few groups for the parts");
    }

    /** 80 groups of 3 to 9 examples, most of one class in some and of another in others, a third class in few. */
    private static Dataset skewed() {
        List<double[]> rows = new ArrayList<>();
        for (int g = 0; g < 80; g++) {
            for (int i = 0; i < 3 + g * 7 % 7; i++) {
                int k = g % 13 == 0 ? 2 : (i * 31 + g * 17) % 10 < (g % 3 == 0 ? 8 : 1) ? 1 : 0;
                rows.add(new double[] {g, k});
            }
        }
        double[] groups = rows.stream().mapToDouble(row -> row[0]).toArray();
        double[] classes = rows.stream().mapToDouble(row -> row[1]).toArray();
        return Dataset.of(
                "data",
                List.of(Column.numeric("patient")),
                FeatureStore.of(DenseMatrix.wrap(groups.length, 1, groups)),
                List.of(Column.categorical("y", List.of("a", "b", "c"))),
                new double[][] {classes});
    }

    /** The greatest difference between a class's share in a part and in all. */
    private static double unevenness(Dataset all, Split.Parts parts) {
        return parts.all()
                .flatMapToDouble(part ->
                        IntStream.range(0, 3).mapToDouble(k -> Math.abs(share(part, k) - share(all, k))))
                .max()
                .orElseThrow();
    }

    private static double share(Dataset part, int k) {
        return IntStream.range(0, part.examples())
                        .filter(i -> part.target(i, 0) == k)
                        .count()
                / (double) part.examples();
    }

    @Test
    void groupsAreStratifiedAsWellAsTheyAllow() {
        Dataset data = skewed();
        Split split = new Split(
                Optional.of(0.6),
                0.2,
                0.2,
                true,
                true,
                Optional.of(2L),
                Optional.empty(),
                Optional.empty(),
                Optional.of("patient"));
        Split.Parts cut = split.cutByClass(data, new Splittable(), 0);
        Split.Parts plain = split.cut(data, new Splittable(), 0);
        assertThat(unevenness(data, cut)).isLessThan(0.031);
        assertThat(unevenness(data, plain)).isGreaterThan(2 * unevenness(data, cut));
        List<Set<Double>> groups = cut.all()
                .map(part -> Arrays.stream(part.inputs().getRow(0)).boxed().collect(Collectors.toSet()))
                .toList();
        assertThat(groups.get(0)).doesNotContainAnyElementsOf(groups.get(1));
        assertThat(groups.get(0)).doesNotContainAnyElementsOf(groups.get(2));
        assertThat(groups.get(1)).doesNotContainAnyElementsOf(groups.get(2));
        assertThat(cut.all().mapToInt(Dataset::examples).sum()).isEqualTo(data.examples());
        assertThat(cut.test().orElseThrow().examples() / (double) data.examples())
                .isBetween(0.17, 0.23);
    }

    @Test
    void foldsOfGroupsAreStratifiedToo() {
        Dataset data = skewed();
        for (int fold = 0; fold < 4; fold++) {
            Split.Parts cut =
                    new Folds(4, true, true, 3, Optional.of("patient")).cut(data, fold, true, new Splittable());
            // scikit-learn 1.2: StratifiedGroupKFold(4) comes to 0.0417 with these groups.
            assertThat(unevenness(data, cut)).isLessThan(0.0417);
        }
    }

    @Test
    void aSmallPartGetsAGroupWhereverThereAreEnough() {
        Split split = by(Optional.empty(), Optional.of("patient"), Optional.of(0.99), 0.005);
        Split.Parts cut = split.cutByClass(skewed(), new Splittable(), 0);
        assertThat(cut.test().orElseThrow().examples()).isBetween(1, 9);
    }
}
