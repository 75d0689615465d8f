package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ShapeException;
import org.layerwise.dataio.internal.ByteStore;

class DatasetTest {
    private static final Dataset POINTS = Dataset.of(
            "points.csv",
            DenseMatrix.of(new double[][] {{1, 10}, {2, 20}, {3, 30}, {4, 40}}),
            DenseMatrix.of(new double[][] {{0}, {1}, {0}, {1}}));

    @Test
    void gathersABatchAsFeaturesByExamples() {
        DenseMatrix x = new DenseMatrix(2, 2);
        POINTS.gather(new int[] {3, 0, 2}, 1, 3, x);
        assertThat(x.getData()).isEqualTo(new double[][] {{1, 3}, {10, 30}});
    }

    @Test
    void gathersManyFeaturesBlockByBlock() {
        DenseMatrix wide = new DenseMatrix(3, 1300);
        for (int i = 0; i < wide.values().length; i++) {
            wide.values()[i] = i;
        }
        Dataset dataset = Dataset.of("wide", wide, new DenseMatrix(3, 0));
        assertThat(dataset.inputs().getData()).isEqualTo(wide.transpose().getData());
    }

    @Test
    void refusesABatchOfAnotherShape() {
        assertThatThrownBy(() -> POINTS.gather(new int[] {0, 1}, 0, 2, new DenseMatrix(2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("X is 2x3 but the batch is 2x2");
    }

    @Test
    void remembersWhereExamplesComeFrom() {
        Dataset chosen = POINTS.select(new int[] {3, 1}).skip(1);
        assertThat(chosen.place(0)).isEqualTo("points.csv: row 2");
        assertThat(chosen.place(0, chosen.columns().get(1))).isEqualTo("points.csv: row 2, column 'x2'");
        assertThat(chosen.feature(0, 1)).isEqualTo(20);
        assertThat(chosen.target(0, 0)).isEqualTo(1);
    }

    @Test
    void keepsTargetsAndOriginsWhenFeaturesChange() {
        Dataset part = POINTS.select(new int[] {2, 3});
        Dataset changed = part.mapFeatures(x -> 2 * x).skip(1);
        assertThat(changed.feature(0, 1)).isEqualTo(80);
        assertThat(changed.target(0, 0)).isEqualTo(1);
        assertThat(changed.origin(0)).isEqualTo(3);
    }

    @Test
    void keepsFeaturesWhenTargetsChange() {
        Dataset part =
                POINTS.select(new int[] {2, 3}).withTargets(List.of(Column.numeric("z")), new double[][] {{7, 8}});
        assertThat(part.select(new int[] {1}).target(0, 0)).isEqualTo(8);
        assertThat(part.select(new int[] {1}).feature(0, 0)).isEqualTo(4);
    }

    @Test
    void bytesBehaveLikeDoubles() {
        ByteStore store = new ByteStore(2, 3, new byte[] {0, 1, (byte) 255, 4, 5, (byte) 128});
        Dataset dataset = Dataset.of("images", Column.numbered("x", 3), store, List.of(), new double[0][]);
        assertThat(dataset.inputs().getData()).isEqualTo(new double[][] {{0, 4}, {1, 5}, {255, 128}});
        assertThat(dataset.skip(1).mapFeatures(x -> x / 255).featureMatrix().getRow(0))
                .containsExactly(4 / 255.0, 5 / 255.0, 128 / 255.0);
    }

    @Test
    void refusesToSkipOrTakeMoreThanThereIs() {
        assertThatThrownBy(() -> POINTS.skip(4))
                .isInstanceOf(DataException.class)
                .hasMessage("skip must be in [0, 4), got 4; points.csv has 4 examples");
        assertThatThrownBy(() -> POINTS.take(5))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.option()).contains("take"))
                .hasMessage("take must be in [1, 4], got 5; no more examples of points.csv are left");
    }

    @Test
    void picksColumnsByName() {
        assertThat(POINTS.withColumns(List.of("x2")).featureMatrix().getColumn(0))
                .containsExactly(10, 20, 30, 40);
        assertThat(POINTS.withColumns(List.of("x1", "x2"))).isSameAs(POINTS);
        assertThatThrownBy(() -> POINTS.withColumns(List.of("x1", "height")))
                .hasMessage("no column 'height' in points.csv; known are 'x1', 'x2'");
    }

    @Test
    void saysWhatIsNotReadyForANetwork() {
        assertThat(POINTS.notReady()).isEmpty();
        Dataset hole = POINTS.mapFeatures(x -> x == 30 ? Double.NaN : x);
        assertThat(hole.skip(1).notReady())
                .contains("points.csv: row 3, column 'x2': the value is missing or NaN; impute fills it");
        Dataset text = POINTS.withFeatures(
                List.of(Column.categorical("port", List.of("C", "Q"))), FeatureStore.of(new DenseMatrix(4, 1)));
        assertThat(text.notReady())
                .contains(
                        "points.csv: column 'port' holds text ('C', 'Q'); one_hot makes numbers of it, drop leaves it out");
    }
}
