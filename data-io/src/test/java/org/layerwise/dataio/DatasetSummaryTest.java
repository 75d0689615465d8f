package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;

class DatasetSummaryTest {
    private final DatasetSummary summary = DatasetSummary.of(Dataset.of(
            "t.csv",
            List.of(Column.numeric("a"), Column.categorical("b", List.of("x", "y", "z"))),
            FeatureStore.of(DenseMatrix.of(new double[][] {{1, 0}, {Double.NaN, 2}, {3, 0}, {5, Double.NaN}})),
            List.of(Column.numeric("y")),
            new double[][] {{1, 0, 1, 1}}));

    @Test
    void describesANumericColumn() {
        ColumnSummary a = summary.features().get(0);
        assertThat(a.known()).isEqualTo(3);
        assertThat(a.missing()).isEqualTo(1);
        assertThat(a.range()).contains(new ColumnSummary.Range(1, 5, 3, Math.sqrt(8 / 3.0)));
    }

    @Test
    void countsCategories() {
        ColumnSummary b = summary.features().get(1);
        assertThat(b.counts()).isEqualTo(Map.of("x", 2, "z", 1));
        assertThat(b.range()).isEmpty();
        assertThat(b.missing()).isEqualTo(1);
    }

    @Test
    void countsTheClassesOfATarget() {
        assertThat(summary.targets().get(0).counts()).isEqualTo(Map.of("0", 1, "1", 3));
        assertThat(summary.examples()).isEqualTo(4);
    }

    @Test
    void countsLabelsInTheOrderOfTheirValuesAndEqualOnesTogether() {
        List<Column> columns =
                List.of(Column.numeric("n"), new Column("named", Column.Kind.NUMERIC, List.of("b", "1")));
        DatasetSummary two = DatasetSummary.of(Dataset.of(
                "t",
                columns,
                FeatureStore.of(DenseMatrix.of(new double[][] {{10, 2}, {-0.0, 1}, {9.5, 0}, {0, 1}, {10, 1}})),
                List.of(),
                new double[0][]));
        assertThat(two.features().get(0).counts()).containsExactly(entry("0", 2), entry("9.5", 1), entry("10", 2));
        assertThat(two.features().get(1).counts()).containsExactly(entry("b", 1), entry("1", 3), entry("2", 1));
    }

    @Test
    void looksAtEveryValueOfWideDataOnce() {
        int features = 100_000;
        DenseMatrix wide = new DenseMatrix(5, features);
        for (int i = 0; i < 5; i++) {
            for (int c = 0; c < features; c++) {
                wide.setEntry(i, c, i * (c % 7));
            }
        }
        DenseMatrix y = DenseMatrix.of(new double[][] {{1}, {2}, {1}, {2}, {3}});
        DatasetSummary all = DatasetSummary.of(Dataset.of("w", wide, y));
        for (int c : new int[] {0, 3, 99_999}) {
            double step = c % 7;
            assertThat(all.features().get(c).known()).isEqualTo(5);
            assertThat(all.features().get(c).range())
                    .contains(new ColumnSummary.Range(0, 4 * step, 2 * step, Math.sqrt(10 * step * step / 5)));
        }
        assertThat(all.targets().get(0).counts()).containsExactly(entry("1", 2), entry("2", 2), entry("3", 1));
    }

    @Test
    void doesNotCountManyValues() {
        DenseMatrix many = new DenseMatrix(3000, 1);
        for (int i = 0; i < 3000; i++) {
            many.setEntry(i, 0, i);
        }
        ColumnSummary column = DatasetSummary.of(Dataset.of("m", many, new DenseMatrix(3000, 0)))
                .features()
                .get(0);
        assertThat(column.counts()).isEmpty();
        assertThat(column.distinct()).isEqualTo(ColumnSummary.MOST_LABELS + 1);
        assertThat(column.range().orElseThrow().max()).isEqualTo(2999);
    }

    @Test
    void describesValuesWhoseSquaresAreBeyondDoubles() {
        DenseMatrix large = DenseMatrix.of(new double[][] {{1e308}, {-1e308}, {1e308}, {1e308}});
        ColumnSummary.Range range = DatasetSummary.of(Dataset.of("m", large, new DenseMatrix(4, 0)))
                .features()
                .get(0)
                .range()
                .orElseThrow();
        assertThat(range.mean()).isCloseTo(5e307, Percentage.withPercentage(1e-10));
        assertThat(range.deviation()).isCloseTo(Math.sqrt(0.75) * 1e308, Percentage.withPercentage(1e-10));
    }
}
