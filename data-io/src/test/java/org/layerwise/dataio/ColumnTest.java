package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;

class ColumnTest {
    @Test
    void numbersColumnsFromOne() {
        assertThat(Column.numbered("x", 3))
                .isEqualTo(List.of(Column.numeric("x1"), Column.numeric("x2"), Column.numeric("x3")));
        assertThat(Column.numbered("x", 0)).isEmpty();
    }

    @Test
    void numberedColumnsAreAFixedList() {
        List<Column> columns = Column.numbered("x", 2);
        assertThatThrownBy(() -> columns.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> columns.set(0, Column.numeric("y"))).isInstanceOf(UnsupportedOperationException.class);
    }

    /** Of images there are tens of thousands: they are not copied into objects. */
    @Test
    void aDataSetHoldsNothingForThem() {
        double[][] targets = {{0, 1}};
        FeatureStore store = FeatureStore.of(new DenseMatrix(2, 100));
        List<Column> y = List.of(Column.numeric("y"));
        List<Column> numbered = Column.numbered("x", 100);
        assertThat(Dataset.of("numbered", numbered, store, y, targets).columns())
                .isSameAs(numbered);
        assertThat(held(Dataset.of("numbered", numbered, store, y, targets)))
                .isLessThan(held(Dataset.of("named", List.copyOf(numbered), store, y, targets)));
    }

    private static long held(Dataset dataset) {
        return dataset.held().values().stream().mapToLong(Long::longValue).sum();
    }
}
