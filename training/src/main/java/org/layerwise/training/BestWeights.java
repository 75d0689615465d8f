package org.layerwise.training;

import java.util.List;
import org.layerwise.core.DenseMatrix;

/** Keeps a copy of the parameters, and of what layers remember, as they stood after the best epoch. */
final class BestWeights {
    private final List<DenseMatrix> live;
    private final List<DenseMatrix> kept;

    BestWeights(List<DenseMatrix> live) {
        this.live = live;
        this.kept = live.stream().map(DenseMatrix::copy).toList();
    }

    void keep() {
        copy(live, kept);
    }

    void restore() {
        copy(kept, live);
    }

    List<DenseMatrix> kept() {
        return kept;
    }

    private static void copy(List<DenseMatrix> from, List<DenseMatrix> to) {
        for (int i = 0; i < from.size(); i++) {
            double[] values = from.get(i).values();
            System.arraycopy(values, 0, to.get(i).values(), 0, values.length);
        }
    }
}
