package org.layerwise.dataio.internal;

import java.util.Optional;

/** What is learnt of one column of rows with named values when they are read for the first time. */
final class NamedColumn {
    private static final int NUMBER = 0;
    private static final int TRUTH = 1;
    private static final int TEXT = 2;

    private final String name;
    private final int[] counts = new int[3];
    private final String[] places = {"", "", ""};
    private final String[] samples = {"", "", ""};
    private Optional<String> refusal = Optional.empty();
    private long given;
    private int lastRow = -1;

    NamedColumn(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /**
     * Counts a row that has this column, with or without a value.
     *
     * @return false if this row has had it before
     */
    boolean countGiven(int row) {
        if (row == lastRow) {
            return false;
        }
        lastRow = row;
        given++;
        return true;
    }

    long given() {
        return given;
    }

    /** Takes no values, for a reason. */
    void refuse(String why) {
        refusal = Optional.of(why);
    }

    Optional<String> refusal() {
        return refusal;
    }

    void countNumber(double value, RowPlace place) {
        count(NUMBER, place, value);
    }

    void countTruth(boolean value, RowPlace place) {
        count(TRUTH, place, value);
    }

    void countText(String value, RowPlace place) {
        count(TEXT, place, value);
    }

    private void count(int kind, RowPlace place, Object sample) {
        if (counts[kind]++ == 0) {
            places[kind] = place.text();
            samples[kind] = String.valueOf(sample);
        }
    }

    long values() {
        return (long) counts[NUMBER] + counts[TRUTH] + counts[TEXT];
    }

    boolean hasTexts() {
        return counts[TEXT] > 0;
    }

    boolean isTruth() {
        return counts[TRUTH] > 0 && values() == counts[TRUTH];
    }

    /** Whether what the column is can't be told: mostly numbers and some texts, or numbers and booleans. */
    boolean isUnclear() {
        int texts = counts[TEXT] + counts[TRUTH];
        return counts[NUMBER] > 0 && texts > 0 && (counts[TEXT] == 0 || counts[NUMBER] > texts);
    }

    String mistake() {
        int kind = counts[TEXT] > 0 ? TEXT : TRUTH;
        String what = kind == TEXT ? Names.quoted(samples[TEXT]) + " is no number" : samples[TRUTH] + " is a boolean";
        return places[kind] + ", column " + Names.quoted(name) + ": " + what + ", but " + counts[NUMBER] + " of the "
                + values()
                + " values of this column are numbers; if it means a missing value list it under missing:, if"
                + " the column holds categories list it under categorical:";
    }
}
