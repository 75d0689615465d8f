package org.layerwise.dataio.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.layerwise.dataio.transforms.SampleTables.PEOPLE;
import static org.layerwise.dataio.transforms.SampleTables.apply;
import static org.layerwise.dataio.transforms.SampleTables.table;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;

/** Transforms that make numbers of categories. */
class CategoriesTest {
    @Test
    void oneHotExpandsInPlace() {
        Dataset known = PEOPLE.take(3);
        Dataset encoded = new OneHot(List.of("port", "class"), OneHot.Unknown.ERROR)
                .fit(known)
                .apply(known);
        assertThat(encoded.columns())
                .extracting(Column::name)
                .containsExactly("age", "port=C", "port=S", "class=1", "class=3");
        assertThat(encoded.featureMatrix().getRow(2)).containsExactly(40, 0, 1, 0, 1);
    }

    @Test
    void oneHotRefusesAMissingValue() {
        assertThatThrownBy(() -> new OneHot().fit(PEOPLE).apply(PEOPLE))
                .hasMessage("people.csv: row 4, column 'port': the value is missing; impute it before one_hot");
    }

    @Test
    void oneHotRefusesOrIgnoresAnUnseenCategory() {
        Transform.Fitted strict = new OneHot().fit(PEOPLE.select(new int[] {0, 2}));
        assertThatThrownBy(() -> strict.apply(PEOPLE))
                .hasMessage("people.csv: row 2, column 'port': 'C' does not occur in the training part; known are 'S';"
                        + " unknown: ignore lets it pass");
        Transform.Fitted lenient = new OneHot(List.of(), OneHot.Unknown.IGNORE).fit(PEOPLE.select(new int[] {0, 2}));
        assertThat(lenient.apply(PEOPLE.take(2)).feature(1, 1)).isZero();
    }

    @Test
    void unseenCategoriesAreSaidWhereTheyAreIgnored() {
        Dataset training = PEOPLE.select(new int[] {0, 2});
        assertThat(new OneHot(List.of(), OneHot.Unknown.IGNORE).fit(training).notes(PEOPLE))
                .containsExactly(
                        "column 'port' has 1 value that the training part has not, the first in people.csv: row"
                                + " 2, 'C': all its columns are 0");
        assertThat(new OneHot(List.of(), OneHot.Unknown.IGNORE)
                        .fit(PEOPLE.select(new int[] {1}))
                        .notes(PEOPLE.select(new int[] {0, 1, 2})))
                .singleElement(STRING)
                .contains("has 2 values that the training part has not, the first in people.csv: row 1, 'S'");
        Transform.Fitted ordinal = new Ordinal(List.of(), Map.of(), OneHot.Unknown.IGNORE).fit(training);
        assertThat(ordinal.notes(PEOPLE)).hasSize(1);
        assertThat(ordinal.apply(PEOPLE).feature(1, 1)).isEqualTo(-1);
    }

    @Test
    void aNumberIsTheSameCategoryHoweverItIsWritten() {
        Dataset train = table(
                List.of(Column.categorical("kids", List.of("0", "1", "01", "2"))), new double[][] {{0}, {1}, {2}, {3}});
        Dataset other = table(
                List.of(Column.categorical("kids", List.of("0.0", "1.0", "2.00", "01"))),
                new double[][] {{2}, {3}, {0}});
        Transform.Fitted ordinal = new Ordinal().fit(train);
        assertThat(ordinal.apply(other).featureMatrix().getColumn(0)).containsExactly(3, 2, 0);
        Transform.Fitted oneHot = new OneHot().fit(train);
        assertThat(oneHot.apply(other).featureMatrix().getRow(0)).containsExactly(0, 0, 0, 1);
        Dataset both = table(List.of(Column.categorical("kids", List.of("1.0"))), new double[][] {{0}});
        assertThatThrownBy(() -> oneHot.apply(both)).hasMessageContaining("'1.0' does not occur in the training part");
        assertThat(new OneHot(List.of(), OneHot.Unknown.IGNORE).fit(train).notes(other))
                .isEmpty();
    }

    @Test
    void ordinalNumbersCategoriesInOrder() {
        assertThat(apply(new Ordinal(), PEOPLE)[0][1]).isEqualTo(1);
        assertThat(apply(new Ordinal(), PEOPLE)[3][1]).isNaN();
        Ordinal given = new Ordinal(List.of(), Map.of("port", List.of("S", "Q", "C")));
        Dataset numbered = given.fit(PEOPLE).apply(PEOPLE);
        assertThat(numbered.feature(1, 1)).isEqualTo(2);
        assertThat(numbered.columns().get(1)).isEqualTo(Column.numeric("port"));
        Transform.Fitted two = new Ordinal().fit(PEOPLE.take(1));
        assertThatThrownBy(() -> two.apply(PEOPLE))
                .hasMessage("people.csv: row 2, column 'port': 'C' is not among the known categories 'S'");
    }

    @Test
    void hashingReplacesCategoriesByAFixedNumberOfColumns() {
        Dataset hashed = new Hashing(3, List.of()).fit(PEOPLE).apply(PEOPLE);
        assertThat(hashed.columns())
                .extracting(Column::name)
                .containsExactly("age", "class", "hash1", "hash2", "hash3");
        assertThat(hashed.featureMatrix().getRow(3)).containsExactly(60, 2, 0, 0, 0);
        assertThatThrownBy(() -> new Hashing(0, List.of())).hasMessage("buckets must be in [1, 65536], got 0");
    }
}
