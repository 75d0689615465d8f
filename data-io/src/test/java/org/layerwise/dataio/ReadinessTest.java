package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;

class ReadinessTest {
    private static final Column DAY =
            Column.dates("day", List.of("2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04"));

    @Test
    void finiteNumbersAreReady() {
        assertThat(Readiness.problem(points(1, -2))).isEmpty();
    }

    @Test
    void namesTheFirstValueThatIsNotFinite() {
        assertThat(Readiness.problem(points(Double.NaN, Double.POSITIVE_INFINITY)))
                .contains("points.csv: row 1, column 'x': the value is missing or NaN; impute fills it");
        assertThat(Readiness.problem(points(0, Double.NEGATIVE_INFINITY)))
                .contains("points.csv: row 2, column 'x': the value is infinite");
    }

    @Test
    void showsThreeTextsOfTheFirstColumnThatHoldsThem() {
        assertThat(Readiness.problem(oneColumn(DAY, 0, 3)))
                .contains("points.csv: column 'day' holds dates or times ('2024-01-01', '2024-01-02', '2024-01-03');"
                        + " one_hot makes numbers of it, drop leaves it out");
    }

    @Test
    void aColumnOfTextComesBeforeAValueThatIsNotFinite() {
        assertThat(Readiness.problem(oneColumn(Column.categorical("port", List.of("C")), Double.NaN, 0)))
                .hasValueSatisfying(problem -> assertThat(problem).contains("holds text ('C')"));
    }

    private static Dataset points(double first, double second) {
        return oneColumn(Column.numeric("x"), first, second);
    }

    private static Dataset oneColumn(Column column, double first, double second) {
        FeatureStore values = FeatureStore.of(DenseMatrix.of(new double[][] {{first}, {second}}));
        return Dataset.of("points.csv", List.of(column), values, List.of(), new double[0][]);
    }
}
