package org.layerwise.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.OptionException;
import org.layerwise.core.RecordCopy;
import org.layerwise.dataio.DatasetReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the command line says of a table of text; the words are those of the csv reader. */
@Command
final class TableOptions {
    @Option(names = "--target", paramLabel = "COLUMN", description = "Tables: a target column; may be repeated.")
    private final List<String> target = new ArrayList<>();

    @Option(names = "--delimiter", paramLabel = "CHAR", description = "Tables: what separates fields; default a comma.")
    private Optional<String> delimiter = Optional.empty();

    @Option(names = "--no-header", description = "Tables: the first line holds no names.")
    private boolean noHeader;

    @Option(
            names = "--missing",
            paramLabel = "TEXT",
            description = "Tables: what stands for a missing value; may be repeated. Default: nothing, ? and NA.")
    private final List<String> missing = new ArrayList<>();

    @Option(
            names = "--categorical",
            paramLabel = "COLUMN",
            description = "Tables: a column that holds categories although it looks like numbers; may be repeated.")
    private final List<String> categorical = new ArrayList<>();

    @Option(names = "--encoding", paramLabel = "NAME", description = "Tables: the encoding; default utf-8.")
    private String encoding = "utf-8";

    @Option(
            names = "--comment",
            paramLabel = "CHAR",
            description = "Tables: what begins a line to leave out; default none.")
    private Optional<String> comment = Optional.empty();

    @Option(
            names = "--decimal",
            paramLabel = "CHAR",
            description = "Tables: what separates decimals, a point or a comma; default a point.")
    private Optional<String> decimal = Optional.empty();

    /** The target columns. */
    List<String> target() {
        return List.copyOf(target);
    }

    /** @throws InputException if one of the options is given: an experiment file says such things itself */
    void refuse() {
        boolean given = delimiter.isPresent() || comment.isPresent() || decimal.isPresent();
        given |= noHeader || !encoding.equals("utf-8");
        if (given || !target.isEmpty() || !missing.isEmpty() || !categorical.isEmpty()) {
            throw new InputException("options of tables go with a data file; an experiment file says all that itself,"
                    + " and --set changes it");
        }
    }

    /**
     * A reader with what was given here in those of its options that have the same names.
     *
     * @param name as experiment files name it
     * @param features the columns to read; empty for all
     * @param more columns to take as categories, besides those that were given
     */
    DatasetReader reader(String name, DatasetReader plain, List<String> features, List<String> more) {
        Map<String, Object> given = new LinkedHashMap<>();
        if (!features.isEmpty()) {
            given.put("features", features);
        }
        delimiter.ifPresent(text -> given.put("delimiter", Optional.of(text)));
        comment.ifPresent(text -> given.put("comment", Optional.of(text)));
        decimal.ifPresent(text -> given.put("decimal", text));
        if (noHeader) {
            given.put("header", false);
        }
        if (!missing.isEmpty()) {
            given.put("missing", List.copyOf(missing));
        }
        List<String> categories = new ArrayList<>(categorical);
        categories.addAll(more);
        if (!categories.isEmpty()) {
            given.put("categorical", List.copyOf(categories));
        }
        if (!encoding.equals("utf-8")) {
            given.put("encoding", encoding);
        }
        return with(name, plain, given);
    }

    private static DatasetReader with(String name, DatasetReader plain, Map<String, Object> given) {
        Set<String> unknown = new LinkedHashSet<>(given.keySet());
        try {
            DatasetReader reader = RecordCopy.of(plain, (option, value) -> {
                unknown.remove(option.getName());
                return given.getOrDefault(option.getName(), value);
            });
            unknown.stream().findFirst().ifPresent(key -> {
                throw new InputException(name + " takes no option " + key);
            });
            return reader;
        } catch (OptionException e) {
            throw new InputException("--" + e.getMessage());
        }
    }
}
