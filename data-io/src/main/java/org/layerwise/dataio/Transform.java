package org.layerwise.dataio;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.DenseMatrix;

/** A change to the features, or to regression targets, whose statistics come from the training part alone. */
public interface Transform {
    /**
     * Takes the statistics of the training part.
     *
     * @throws DataException if they can't be taken: a column that is not there, is of the wrong kind, or has no known value
     */
    Fitted fit(Dataset training);

    /**
     * What a user should know of the training part when this transform is fitted on it, a sentence each: a constant
     * column, for instance. Nothing unless told otherwise.
     */
    default List<String> notes(Dataset training) {
        return List.of();
    }

    /**
     * A transform with its statistics: an immutable record of plain values, stored with the model. Columns are matched by
     * name, so it can be applied to any data set that has those of the training part.
     *
     * <p>Registered under the same name as its transform, as {@code registrar.add(Transform.Fitted.class, name, …)}.
     */
    interface Fitted {
        /**
         * The data set changed; the one given is left as it is.
         *
         * @throws DataException if the data set lacks a column or holds what the training part had not prepared for
         */
        Dataset apply(Dataset dataset);

        /**
         * What a user should know of a data set to which this is applied, a sentence each: categories that the training
         * part did not have, for instance. Nothing unless told otherwise.
         */
        default List<String> notes(Dataset dataset) {
            return List.of();
        }

        /**
         * The columns that it looks at, by name; empty where it may look at any of them. Unless told otherwise, one that drops
         * columns looks at none, and any other may look at all.
         */
        default Optional<Set<String>> reads() {
            return drops().isEmpty() ? Optional.empty() : Optional.of(Set.of());
        }

        /**
         * The columns that it leaves out without a look at them: new data need not have those that nothing reads before.
         * None unless told otherwise.
         */
        default Set<String> drops() {
            return Set.of();
        }
    }

    /** A fitted transform that can be undone, so that predictions come out in the target's own units. */
    interface Invertible extends Fitted {
        /**
         * Undoes the change in place. Finite values give finite ones: what nothing gives, or nothing that doubles hold, is
         * limited.
         *
         * @param names the name of each row
         * @param values (outputs, examples): predictions or targets
         */
        void invert(List<String> names, DenseMatrix values);

        /**
         * How many of these values {@link #invert} limits. None unless told otherwise.
         *
         * @param names the name of each row
         * @param values as invert takes them; left as they are
         */
        default int limited(List<String> names, DenseMatrix values) {
            return 0;
        }
    }
}
