package org.layerwise.experiment;

import java.util.Comparator;

/**
 * One mistake in an experiment file, with its place.
 *
 * <p>Its text is at most 2 KB: long lines are clipped around the caret.
 *
 * @param file the file as it was named, or {@code --set network.layers[0].units} for an override
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param path where in the tree, {@code network.layers[0].units}; empty where the file is no tree yet
 * @param message {@code <what is wrong>; <what is expected>}, lower case, no full stop
 * @param excerpt the offending line and a caret below it; empty where there is no line to show
 */
public record Problem(String file, int line, int column, String path, String message, String excerpt)
        implements Comparable<Problem> {
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing((Problem p) -> p.file.startsWith("--set "))
            .thenComparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::path)
            .thenComparing(Problem::message);

    /** {@code <file>:<line>:<column>: <path>: <what is wrong>; <what is expected>}. */
    public String headline() {
        String place = file + ":" + line + ":" + column + ": ";
        return path.isEmpty() ? place + message : place + path + ": " + message;
    }

    /** The headline, and the excerpt below it. */
    public String text() {
        return excerpt.isEmpty() ? headline() : headline() + "\n" + excerpt;
    }

    /** By place: the file before its overrides, from the top down. */
    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }
}
