package org.layerwise.dataio.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerwise.dataio.tables.RowSink;

/** Learns which columns rows have, in order of appearance, and what kinds of values are in them. */
final class NamedSurvey implements RowSink {
    private final InputFile file;
    private final Map<String, NamedColumn> columns = new LinkedHashMap<>();
    private final Missing missing;
    private final RowPlace place = new RowPlace();

    NamedSurvey(InputFile file, List<String> missing) {
        this.file = file;
        this.missing = new Missing(missing);
    }

    int rows() {
        return place.row() + 1;
    }

    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** A column that is there. */
    NamedColumn known(String name) {
        return Optional.ofNullable(columns.get(name)).orElseThrow();
    }

    private NamedColumn of(String name) {
        return columns.computeIfAbsent(name, NamedColumn::new);
    }

    private NamedColumn given(String name) {
        NamedColumn column = of(name);
        if (!column.countGiven(place.row())) {
            throw file.wrong(place.text() + ": column " + Names.quoted(name) + " comes twice; names must differ");
        }
        return column;
    }

    @Override
    public void column(String name) {
        of(name);
    }

    @Override
    public boolean wants(String column) {
        return true;
    }

    @Override
    public void unreadable(String column, String why) {
        of(column).refuse(why);
    }

    @Override
    public void row(long line) {
        place.next(line);
    }

    @Override
    public void number(String column, double value) {
        NamedColumn known = given(column);
        if (!missing.is(value)) {
            known.countNumber(value, place);
        }
    }

    @Override
    public void beyondDoubles(String column, String written, long character) {
        given(column).countNumber(Double.MAX_VALUE, place);
    }

    @Override
    public void truth(String column, boolean value) {
        NamedColumn known = given(column);
        known.countTruth(value, place);
    }

    @Override
    public void text(String column, String value) {
        NamedColumn known = given(column);
        if (!missing.is(value)) {
            known.countText(value, place);
        }
    }

    @Override
    public void missing(String column) {
        given(column);
    }
}
