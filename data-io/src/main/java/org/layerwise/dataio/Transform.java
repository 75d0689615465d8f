package org.layerwise.dataio;

/** A change to the features, or to regression targets, whose statistics come from the training part alone. */
public interface Transform {
    /** Takes the statistics of the training part. */
    Fitted fit(Dataset training);

    /**
     * A transform with its statistics: an immutable record, stored with the model.
     *
     * <p>Registered under the same name as its transform, as {@code registrar.add(Transform.Fitted.class, name, …)}.
     */
    interface Fitted {
        /** The data set changed; the one given is left as it is. */
        Dataset apply(Dataset dataset);
    }
}
