package org.layerwise.experiment.internal.run;

import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.ReadProgress;

/** Streamed features of which it is said how far they have been read, since fitting a transform may read all of them, several times. */
final class WatchedFeatures implements FeatureStore {
    private static final int TOLD_EVERY = 64;

    private final Dataset dataset;
    private final ReadProgress progress;
    private final String what;
    private final double[] row;
    private int last = -1;
    private int pass = 1;

    private WatchedFeatures(Dataset dataset, ReadProgress progress, String what) {
        this.dataset = dataset;
        this.progress = progress;
        this.what = what;
        this.row = new double[dataset.features()];
    }

    /** The same data set, watched where it is streamed. */
    static Dataset of(Dataset dataset, ReadProgress progress, String what) {
        return dataset.isStreamed()
                ? dataset.withFeatures(dataset.columns(), new WatchedFeatures(dataset, progress, what))
                        .withShape(dataset.shape())
                : dataset;
    }

    @Override
    public int rows() {
        return dataset.examples();
    }

    @Override
    public int columns() {
        return dataset.features();
    }

    @Override
    public boolean isInMemory() {
        return false;
    }

    @Override
    public double get(int example, int column) {
        return dataset.feature(example, column);
    }

    @Override
    public void scatter(int example, int from, int to, double[] destination, int offset, int stride) {
        tell(example);
        dataset.copyFeatures(example, row);
        for (int c = from, at = offset; c < to; c++, at += stride) {
            destination[at] = row[c];
        }
    }

    private void tell(int example) {
        pass += example < last ? 1 : 0;
        last = example;
        if (example % TOLD_EVERY == 0) {
            progress.at(what + (pass > 1 ? ", pass " + pass : ""), example, dataset.examples(), ReadProgress.Unit.ROWS);
        }
    }
}
