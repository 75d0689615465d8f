package org.layerwise.dataio.internal;

import java.util.stream.IntStream;
import org.layerwise.dataio.Dataset;

/** Finds columns that lack values. */
public final class Gaps {
    private Gaps() {}

    /** Those of some columns of which a value is missing; every example is looked at once. */
    public static int[] among(Dataset dataset, int[] columns) {
        boolean[] lacking = new boolean[dataset.features()];
        double[] row = new double[dataset.features()];
        for (int i = 0; i < dataset.examples(); i++) {
            dataset.copyFeatures(i, row);
            for (int c : columns) {
                lacking[c] |= Double.isNaN(row[c]);
            }
        }
        return IntStream.of(columns).filter(c -> lacking[c]).toArray();
    }
}
