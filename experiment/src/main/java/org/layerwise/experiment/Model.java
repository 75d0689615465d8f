package org.layerwise.experiment;

import java.nio.file.Path;
import java.util.Map;
import org.layerwise.core.Registry;

/** A trained network with all that belongs to it: class names, feature names, fitted transforms. */
@SuppressWarnings("DoNotCallSuggester") // until the insides follow
public final class Model {
    private Model() {}

    /**
     * Loads what a run left.
     *
     * @param run the run folder
     * @throws ExperimentException if it is no finished run, or damaged
     */
    public static Model load(Path run, Registry registry) {
        throw new UnsupportedOperationException("not yet: " + run + registry.kinds());
    }

    /**
     * Predicts for the examples of a file that looks like the training data; it needs no target column.
     *
     * @throws ExperimentException if columns are missing, by name, or the file can't be read
     */
    public Predictions predict(Path input) {
        throw new UnsupportedOperationException("not yet: " + input);
    }

    /**
     * Cost and metrics of each part of the run's data, as in {@code run.json}.
     *
     * @throws ExperimentException if the data can't be read any more
     */
    public Map<String, Map<String, Double>> evaluate() {
        throw new UnsupportedOperationException("not yet");
    }
}
