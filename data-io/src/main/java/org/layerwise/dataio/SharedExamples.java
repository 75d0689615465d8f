package org.layerwise.dataio;

import java.util.Optional;

/**
 * Examples of one part that are, feature for feature, in another one too. Scores of the one then say less than they seem to.
 *
 * @param count how many there are
 * @param first the first of them in its file, as {@code titanic.csv: row 7}
 * @param original the example of the other part that it equals
 * @param oneIn one of so many examples was compared, and the count is an estimate; 1 where all were
 */
public record SharedExamples(int count, String first, String original, int oneIn) {
    /** All examples were compared. */
    public SharedExamples(int count, String first, String original) {
        this(count, first, original, 1);
    }

    /**
     * Compares two parts; categories are compared by name. Where more than half of the training examples repeat others,
     * repetition is natural and nothing is said. Parts that are read from a file while training are left to
     * {@link SharedExamplesSearch}.
     *
     * @return empty if no example is in both
     */
    public static Optional<SharedExamples> between(Dataset training, Dataset other) {
        if (training.isStreamed()
                || other.isStreamed()
                || training.examples() == 0
                || training.features() != other.features()) {
            return Optional.empty();
        }
        RowTable table = new RowTable(training);
        return table.distinct() * 2L < training.examples() ? Optional.empty() : table.find(other);
    }
}
