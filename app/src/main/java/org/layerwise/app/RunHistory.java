package org.layerwise.app;

import java.util.ArrayList;
import java.util.List;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.TrainingListener;

/** Keeps what was logged of a run, for its report. */
final class RunHistory implements TrainingListener {
    private final List<EpochRecord> epochs = new ArrayList<>();

    @Override
    public void epochFinished(EpochRecord epoch) {
        epochs.add(epoch);
    }

    /** The logged epochs, in order. */
    List<EpochRecord> epochs() {
        return List.copyOf(epochs);
    }
}
