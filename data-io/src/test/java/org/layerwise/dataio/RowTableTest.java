package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;

class RowTableTest {
    private static Dataset numbers(String source, double[]... rows) {
        return Dataset.of(source, DenseMatrix.of(rows), new DenseMatrix(rows.length, 0));
    }

    private static Dataset ports(String source, List<String> categories, double... indices) {
        return Dataset.of(
                source,
                List.of(Column.categorical("port", categories)),
                FeatureStore.of(DenseMatrix.wrap(indices.length, 1, indices)),
                List.of(),
                new double[0][]);
    }

    @Test
    void countsRowsThatDifferWhereZeroHasNoSignAndAMissingValueEqualsAnother() {
        RowTable table = new RowTable(numbers(
                "a",
                new double[] {0, 1},
                new double[] {-0.0, 1},
                new double[] {Double.NaN, 1},
                new double[] {Double.NaN, 1},
                new double[] {1, 0}));
        assertThat(table.distinct()).isEqualTo(3);
    }

    @Test
    void namesTheFirstOfBothFilesWhateverTheirOrderHere() {
        Dataset training = numbers("a", new double[] {5}, new double[] {7}, new double[] {5})
                .select(new int[] {2, 1, 0});
        Dataset other = numbers("b", new double[] {4}, new double[] {5}, new double[] {7})
                .select(new int[] {2, 1, 0});
        assertThat(new RowTable(training).find(other)).contains(new SharedExamples(2, "b: row 2", "a: row 1"));
        assertThat(new RowTable(training).find(numbers("c", new double[] {6}))).isEmpty();
    }

    @Test
    void comparesCategoriesByName() {
        RowTable table = new RowTable(ports("a", List.of("C", "S"), 0, 1));
        assertThat(table.find(ports("b", List.of("S", "Q"), 1, 0)))
                .contains(new SharedExamples(1, "b: row 2", "a: row 2"));
        assertThat(table.find(ports("b", List.of("Q"), 0))).isEmpty();
    }
}
