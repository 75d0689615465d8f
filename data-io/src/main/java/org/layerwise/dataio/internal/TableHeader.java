package org.layerwise.dataio.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.layerwise.dataio.DataException;

/**
 * The names of a table's columns, and which of them are wanted.
 *
 * @param names of all columns in the file's order
 * @param features the wanted ones
 * @param targets the target columns
 * @param categorical those to take as categories although they look like numbers
 */
record TableHeader(List<String> names, List<String> features, List<String> targets, List<String> categorical) {
    /**
     * Checks names and chooses columns.
     *
     * @throws DataException if a name comes twice or a wanted column is not there
     */
    static TableHeader of(InputFile file, List<String> names, TableRequest request) {
        requireDifferent(file, names);
        Mistakes mistakes = new Mistakes();
        List<String> targets = known(file, names, request.target(), "target", request, mistakes);
        List<String> categorical = known(file, names, request.categorical(), "categorical", request, mistakes);
        List<String> features = new ArrayList<>(known(file, names, request.features(), "features", request, mistakes));
        mistakes.throwFirst();
        if (features.isEmpty()) {
            features.addAll(names);
            features.removeAll(Set.copyOf(targets));
        }
        requireDistinct(features, "features");
        requireDistinct(targets, "target");
        requireApart(features, targets);
        if (features.isEmpty()) {
            throw file.wrong("has no column besides the target; at least one feature is needed");
        }
        return new TableHeader(names, List.copyOf(features), targets, categorical);
    }

    private static void requireDifferent(InputFile file, List<String> names) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Integer before = places.putIfAbsent(names.get(i), i);
            if (before != null) {
                String twice = "line 1: column " + Names.quoted(names.get(i)) + " comes twice, as fields "
                        + (before + 1) + " and " + (i + 1) + "; names must differ";
                throw file.wrong(HeaderHint.after(twice, names));
            }
        }
    }

    private static void requireApart(List<String> features, List<String> targets) {
        for (String target : targets) {
            if (features.contains(target)) {
                throw DataException.ofOption("features", "the target column '" + target + "' is among the features");
            }
        }
    }

    private static void requireDistinct(List<String> wanted, String option) {
        Set<String> seen = new HashSet<>();
        for (String name : wanted) {
            if (!seen.add(name)) {
                throw DataException.ofOption(option, option + " lists column '" + name + "' twice");
            }
        }
    }

    private static List<String> known(
            InputFile file,
            List<String> names,
            List<String> wanted,
            String option,
            TableRequest request,
            Mistakes mistakes) {
        Set<String> set = Set.copyOf(names);
        List<String> found = new ArrayList<>();
        for (String name : wanted) {
            String actual = request.header() ? name : fromEnd(name, names.size());
            mistakes.attempt(() -> {
                        if (set.contains(actual)) {
                            return actual;
                        }
                        throw unknown(file, names, option, name, request);
                    })
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** {@code -1} is the last column of a table without header. */
    private static String fromEnd(String name, int columns) {
        return name.matches("-[1-9][0-9]{0,6}") ? String.valueOf(columns + 1 + Integer.parseInt(name)) : name;
    }

    private static DataException unknown(
            InputFile file, List<String> names, String option, String name, TableRequest request) {
        if (!request.header()) {
            return DataException.ofOption(
                    option,
                    "no column " + Names.quoted(name) + " in " + file.name()
                            + "; without header columns are named 1 to " + names.size() + ", and -1 is the last");
        }
        DataException plain = file.unknown(option, "column", name, names);
        return DataException.ofOption(option, HeaderHint.after(String.valueOf(plain.getMessage()), names));
    }
}
