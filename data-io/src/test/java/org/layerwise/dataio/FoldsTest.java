package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Splittable;

class FoldsTest {
    private static final Dataset DATA = data(23);

    private static Dataset data(int n) {
        DenseMatrix x = new DenseMatrix(n, 1);
        DenseMatrix y = new DenseMatrix(n, 1);
        for (int i = 0; i < n; i++) {
            x.setEntry(i, 0, i / 3);
            y.setEntry(i, 0, i < 5 ? 1 : 0);
        }
        return Dataset.of("data", x, y);
    }

    private static List<Integer> origins(Dataset part) {
        return IntStream.range(0, part.examples()).mapToObj(part::origin).toList();
    }

    @Test
    void everyExampleIsHeldOutOnce() {
        Folds folds = new Folds(5, true, true, 3, Optional.empty());
        List<Integer> heldOut = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            Split.Parts cut = folds.cut(DATA, k, true, new Splittable());
            Dataset dev = cut.dev().orElseThrow();
            assertThat(dev.examples()).isEqualTo(k < 3 ? 5 : 4);
            assertThat(dev.examples() + cut.train().examples()).isEqualTo(23);
            assertThat(origins(cut.train())).doesNotContainAnyElementsOf(origins(dev));
            assertThat(IntStream.range(0, dev.examples())
                            .filter(i -> dev.target(i, 0) == 1)
                            .count())
                    .isEqualTo(1);
            heldOut.addAll(origins(dev));
        }
        assertThat(heldOut).doesNotHaveDuplicates().hasSize(23);
        assertThat(origins(folds.cut(DATA, 2, true, new Splittable()).dev().orElseThrow()))
                .isEqualTo(
                        origins(folds.cut(DATA, 2, true, new Splittable()).dev().orElseThrow()));
    }

    @Test
    void withoutShufflingFoldsAreConsecutive() {
        Folds folds = new Folds(4, true, false, 0, Optional.empty());
        assertThat(origins(folds.cut(DATA, 1, true, new Splittable()).dev().orElseThrow()))
                .containsExactly(6, 7, 8, 9, 10, 11);
    }

    @Test
    void groupsStayTogether() {
        Folds folds = new Folds(3, true, true, 1, Optional.of("x1"));
        for (int k = 0; k < 3; k++) {
            Split.Parts cut = folds.cut(DATA, k, false, new Splittable());
            double[] train = cut.train().inputs().getRow(0);
            double[] dev = cut.dev().orElseThrow().inputs().getRow(0);
            assertThat(dev.length).isBetween(5, 11);
            assertThat(IntStream.range(0, dev.length).mapToObj(i -> dev[i]).toList())
                    .doesNotContainAnyElementsOf(IntStream.range(0, train.length)
                            .mapToObj(i -> train[i])
                            .toList());
        }
    }

    @Test
    void refusesMoreFoldsThanExamples() {
        assertThatThrownBy(() -> new Folds(5, true, true, 0, Optional.empty()).cut(data(4), 0, false, new Splittable()))
                .hasMessage("the 4 training examples do not make 5 folds");
        assertThatThrownBy(() -> new Folds(1, true, true, 0, Optional.empty())).hasMessage("folds must be >= 2, got 1");
    }
}
