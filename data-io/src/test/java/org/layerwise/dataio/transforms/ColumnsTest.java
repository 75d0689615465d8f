package org.layerwise.dataio.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.layerwise.dataio.transforms.SampleTables.PEOPLE;
import static org.layerwise.dataio.transforms.SampleTables.table;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;

/** Transforms that change which columns there are. */
class ColumnsTest {
    @Test
    void dropLeavesOutColumnsThatExist() {
        assertThat(new Drop(List.of("age")).fit(PEOPLE).apply(PEOPLE).columns())
                .extracting(Column::name)
                .containsExactly("port", "class");
        assertThatThrownBy(() -> new Drop(List.of("clas")).fit(PEOPLE))
                .hasMessage("no column 'clas' in people.csv; did you mean 'class'?");
        assertThatThrownBy(() -> new Drop(List.of())).isInstanceOf(OptionException.class);
    }

    @Test
    void dropConstantLeavesOutWhatSaysNothing() {
        Dataset data = table(
                List.of(Column.numeric("a"), Column.categorical("b", List.of("x", "y")), Column.numeric("c")),
                new double[][] {{7, 1, Double.NaN}, {Double.NaN, 1, Double.NaN}, {8, 1, Double.NaN}});
        Transform.Fitted fitted = new DropConstant().fit(data);
        assertThat(fitted.apply(data).columns()).extracting(Column::name).containsExactly("a");
        assertThat(new DropConstant().notes(data))
                .containsExactly("drop_constant leaves out 2 of 3 columns, constant in the training part: 'b', 'c'");
        assertThatThrownBy(() -> new DropConstant().fit(data.take(1)))
                .hasMessage("people.csv: every column is constant in the training part; no feature would be left");
    }

    @Test
    void polynomialAddsProductsInScikitLearnsOrder() {
        Dataset points = table(List.of(Column.numeric("a"), Column.numeric("b")), new double[][] {{2, 3}});
        Dataset cubic = new Polynomial(3, List.of()).fit(points).apply(points);
        assertThat(cubic.columns())
                .extracting(Column::name)
                .containsExactly("a", "b", "a^2", "a b", "b^2", "a^3", "a^2 b", "a b^2", "b^3");
        assertThat(cubic.featureMatrix().getRow(0)).containsExactly(2, 3, 4, 6, 9, 8, 12, 18, 27);
        Dataset wide = Dataset.of("w", new DenseMatrix(1, 1000), new DenseMatrix(1, 0));
        assertThatThrownBy(() -> new Polynomial().fit(wide)).hasMessageContaining("makes more than 100000 columns");
    }

    @Test
    void flattenForgetsTheAxes() {
        Dataset image =
                Dataset.of("i", new DenseMatrix(2, 6), new DenseMatrix(2, 0)).withShape(List.of(2, 3));
        assertThat(new Flatten().fit(image).apply(image).shape()).containsExactly(6);
    }
}
