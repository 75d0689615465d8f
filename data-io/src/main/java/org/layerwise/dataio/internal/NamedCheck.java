package org.layerwise.dataio.internal;

import java.util.List;
import org.layerwise.dataio.DataException;

/** Whether the wanted columns of rows with named values can be used, by what was learnt of them. */
final class NamedCheck {
    private static final long FEW = 1 << 20;
    private static final long MOST_GAPS = 64;

    private final InputFile file;
    private final NamedSurvey survey;
    private final TableHeader header;
    private final List<String> names;
    private final String advice;

    /**
     * @param names the wanted columns
     * @param chosen whether someone listed the features
     */
    NamedCheck(InputFile file, NamedSurvey survey, TableHeader header, List<String> names, boolean chosen) {
        this.file = file;
        this.survey = survey;
        this.header = header;
        this.names = names;
        this.advice = chosen ? "" : "; leave it out by listing the others under features:";
    }

    /** @throws DataException for each column that can't be used, or if nearly all values are missing */
    void pass() {
        Mistakes mistakes = new Mistakes();
        for (String name : names) {
            mistakes.attempt(() -> usable(survey.known(name)));
        }
        mistakes.throwFirst();
        requireValues();
    }

    private NamedColumn usable(NamedColumn column) {
        column.refusal().ifPresent(why -> {
            throw unreadable(column.name(), why);
        });
        if (column.isUnclear() && !header.categorical().contains(column.name())) {
            throw DataException.ofMixedColumn(column.name(), file.name() + ": " + column.mistake());
        }
        return column;
    }

    private DataException unreadable(String name, String why) {
        String message = file.name() + ": column " + Names.quoted(name) + " " + why + advice;
        if (header.targets().contains(name)) {
            return new DataException(message);
        }
        List<String> useful = header.features().stream()
                .filter(other -> survey.known(other).refusal().isEmpty())
                .toList();
        return DataException.ofUselessColumn(useful, message);
    }

    private void requireValues() {
        long values =
                names.stream().mapToLong(name -> survey.known(name).given()).sum();
        long cells = (long) survey.rows() * names.size();
        if (cells > FEW && cells > MOST_GAPS * values) {
            throw file.wrong("has " + survey.rows() + " rows and " + names.size() + " columns, but only " + values
                    + " values; so many gaps mean that names hold what should be a value; choose features:");
        }
    }
}
