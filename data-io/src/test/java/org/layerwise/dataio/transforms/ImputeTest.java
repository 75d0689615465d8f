package org.layerwise.dataio.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.layerwise.dataio.transforms.SampleTables.PEOPLE;
import static org.layerwise.dataio.transforms.SampleTables.apply;
import static org.layerwise.dataio.transforms.SampleTables.table;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;

class ImputeTest {
    @Test
    void bareImputeFillsTheMeanAndLeavesCategories() {
        double[][] x = apply(new Impute(), PEOPLE);
        assertThat(x[1][0]).isEqualTo(40);
        assertThat(x[3][1]).isNaN();
    }

    @Test
    void imputeFillsTheMostFrequentCategory() {
        Impute impute = new Impute(Impute.Strategy.MOST_FREQUENT, Optional.empty(), List.of("port"));
        assertThat(apply(impute, PEOPLE)[3][1]).isEqualTo(2);
    }

    @Test
    void imputeFillsTheMedianOfAnEvenNumberOfValues() {
        Dataset four = table(List.of(Column.numeric("c")), new double[][] {{9}, {1}, {Double.NaN}, {2}, {4}});
        assertThat(apply(new Impute(Impute.Strategy.MEDIAN, Optional.empty(), List.of()), four)[2][0])
                .isEqualTo(3);
    }

    @Test
    void imputeTakesANewCategoryAsConstant() {
        Impute impute = new Impute(Impute.Strategy.CONSTANT, Optional.of("none"), List.of("port"));
        Dataset filled = impute.fit(PEOPLE).apply(PEOPLE);
        assertThat(filled.columns().get(1).label(filled.feature(3, 1))).contains("none");
    }

    @Test
    void imputeNeedsAValueForAConstantOnly() {
        assertThatThrownBy(() -> new Impute(Impute.Strategy.CONSTANT, Optional.empty(), List.of()))
                .hasMessage("strategy constant needs a value");
        assertThatThrownBy(() -> new Impute(Impute.Strategy.MEAN, Optional.of("1"), List.of()))
                .hasMessage("value goes with strategy constant only");
    }

    @Test
    void indicatorsSayWhereValuesWereMissing() {
        Impute impute = new Impute(Impute.Strategy.MOST_FREQUENT, Optional.empty(), List.of("age", "port"), true);
        Transform.Fitted fitted = impute.fit(PEOPLE.take(2));
        Dataset filled = fitted.apply(PEOPLE);
        assertThat(filled.columns()).extracting(Column::name).containsExactly("age", "port", "class", "age is missing");
        assertThat(filled.inputs().getRow(3)).containsExactly(0, 1, 0, 0);
        assertThat(fitted.notes(PEOPLE))
                .containsExactly("values are missing in 'port', which the training part has whole: they are filled, but"
                        + " no indicator says so");
    }
}
