package org.layerwise.dataio.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.layerwise.dataio.Column;

/** What is learnt of one column of a table while it is read. */
final class TableColumn {
    final String name;
    final int slot;
    private final boolean declaredCategorical;
    private final Map<String, Integer> categories = new HashMap<>();
    private int numbers;
    private int texts;
    private String firstText = "";
    private int firstTextRow;
    private long firstTextLine;

    TableColumn(String name, int slot, boolean declaredCategorical) {
        this.name = name;
        this.slot = slot;
        this.declaredCategorical = declaredCategorical;
    }

    boolean declaredCategorical() {
        return declaredCategorical;
    }

    void countNumber() {
        numbers++;
    }

    /** The index of a text among the categories, in order of appearance. */
    double category(String text, int row, long line) {
        if (texts++ == 0) {
            firstText = text;
            firstTextRow = row;
            firstTextLine = line;
        }
        Integer known = categories.putIfAbsent(text, categories.size());
        return known == null ? categories.size() - 1 : known;
    }

    /** Whether numbers and texts are mixed, so that what the numbers looked like is needed. */
    boolean isMixed() {
        return !declaredCategorical && numbers > 0 && texts > 0;
    }

    boolean isMostlyNumbers() {
        return isMixed() && numbers > texts;
    }

    /** Whether its texts would all be numbers if their decimals were separated otherwise. */
    boolean isOfOtherDecimals(char point) {
        Decimal other = new Decimal(point == '.' ? ',' : '.');
        return !declaredCategorical
                && texts > 0
                && categories.keySet().stream().allMatch(text -> other.parse(text.toCharArray(), 0, text.length()));
    }

    String decimalMistake(char point) {
        String other = point == '.' ? "comma" : "point";
        return place() + Names.quoted(firstText) + " is no number; if its " + other
                + " separates decimals say decimal: \""
                + (point == '.' ? ',' : '.') + "\", if thousands leave it out, if the column holds categories list it"
                + " under categorical:";
    }

    private String place() {
        return "row " + (firstTextRow + 1) + " (line " + firstTextLine + "), column '" + name + "': ";
    }

    String mistake() {
        return place() + Names.quoted(firstText) + " is no number, but " + numbers + " of the " + (numbers + texts)
                + " values of this column are; if it means a missing value list it under missing:, if the column holds"
                + " categories list it under categorical:";
    }

    boolean isCategorical() {
        return declaredCategorical || texts > 0;
    }

    /**
     * The column with sorted categories; the stored indices are changed to match.
     *
     * @param declared whether someone said that it holds categories
     */
    Column finish(RowStore store, boolean declared) {
        if (!isCategorical()) {
            return Column.numeric(name);
        }
        List<String> sorted = Ordering.sorted(categories.keySet());
        int[] place = new int[sorted.size()];
        Map<String, Integer> sortedPlace = new HashMap<>();
        sorted.forEach(category -> sortedPlace.put(category, sortedPlace.size()));
        categories.forEach((category, index) -> place[index] = sortedPlace.getOrDefault(category, 0));
        store.renumber(slot, place);
        return !declared && Dates.are(sorted) ? Column.dates(name, sorted) : Column.categorical(name, sorted);
    }
}
