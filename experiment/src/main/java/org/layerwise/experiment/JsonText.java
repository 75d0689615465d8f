package org.layerwise.experiment;

import org.layerwise.experiment.internal.Json;

/** Values as JSON, for commands that print it. */
public final class JsonText {
    private JsonText() {}

    /**
     * Indented JSON with a line feed at its end.
     *
     * @param value a map, a list, a text, a number, a boolean, or any of these within each other; numbers that are not
     *     finite become text
     */
    public static String of(Object value) {
        return Json.writePretty(value);
    }
}
