package org.layerwise.datajson;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.tables.RowSink;
import org.layerwise.dataio.tables.TableFile;
import org.layerwise.dataio.tables.TableRows;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** The objects of a file, one a line. */
final class JsonRows implements TableRows {
    private static final int DEEPEST = 64;
    /** What text is packed to, roughly: so many times smaller. */
    private static final long PACKED = 8;

    private final TableFile file;
    private final String encoding;
    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            // They are told from other mistakes here.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    JsonRows(TableFile file, String encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    /** A number of eight bytes takes as many characters, with its key. */
    @Override
    public long estimatedBytes() throws IOException {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".gz") ? PACKED * file.size() : file.size();
    }

    @Override
    public void read(RowSink sink) throws IOException {
        int[] rows = new int[1];
        file.lines(encoding, (text, length, number) -> {
            if (!isBlank(text, length)) {
                rows[0]++;
                line(text, length, "row " + rows[0] + " (line " + number, number, sink);
            }
        });
    }

    private static boolean isBlank(char[] text, int length) {
        for (int i = 0; i < length; i++) {
            if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private void line(char[] text, int length, String place, long number, RowSink sink) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text, 0, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw file.wrong(
                        place + "): " + found(parser.currentToken()) + "; expected an object, {\"key\": value, …}"
                                + (parser.currentToken() == JsonToken.START_ARRAY ? ", in each line" : ""));
            }
            sink.row(number);
            object(parser, "", sink);
            requireEnd(parser, text, length, place);
        } catch (JacksonException e) {
            throw malformed(place, length, e);
        }
    }

    private void requireEnd(JsonParser parser, char[] text, int length, String place) {
        int end = (int) parser.currentLocation().getCharOffset();
        while (end < length && (text[end] == ' ' || text[end] == '\t')) {
            end++;
        }
        if (end < length) {
            throw file.wrong(place + ", character " + (end + 1)
                    + "): more follows after the object; expected one object a line");
        }
    }

    private DataException malformed(String place, int length, JacksonException e) {
        String what = String.valueOf(e.getOriginalMessage());
        int character = Optional.ofNullable(e.getLocation())
                .map(at -> Math.max(1, Math.min(at.getColumnNr(), length + 1)))
                .orElse(1);
        boolean end = what.startsWith("Unexpected end-of-input") || what.startsWith("Unexpected end of input");
        String said = end
                ? "the object does not end in this line; expected one whole object a line"
                : "is no proper JSON (" + clipped(worded(what)) + ")";
        return file.wrong(place + ", character " + character + "): " + said);
    }

    /** Without the list of all that a value could have been. */
    private static String worded(String what) {
        return what.replaceAll("\\s+", " ")
                .replaceAll("(: was expecting|: expected a valid value) \\(JSON String.*", "");
    }

    private static String clipped(String text) {
        return text.length() > 200 ? text.substring(0, 197) + "..." : text;
    }

    private static String found(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            default -> "a number";
        };
    }

    private static void object(JsonParser parser, String prefix, RowSink sink) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = prefix + parser.currentName();
            value(parser, parser.nextToken(), name, sink);
        }
    }

    private static void array(JsonParser parser, String prefix, RowSink sink) {
        int position = 1;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            value(parser, token, prefix + position++, sink);
        }
    }

    private static void number(JsonParser parser, String name, RowSink sink) {
        double value = parser.getDoubleValue();
        if (Double.isInfinite(value) && !parser.isNaN()) {
            sink.beyondDoubles(
                    name, parser.getString(), parser.currentTokenLocation().getColumnNr());
        } else {
            sink.number(name, value);
        }
    }

    private static void value(JsonParser parser, JsonToken token, String name, RowSink sink) {
        switch (token) {
            case START_OBJECT -> object(parser, name + ".", sink);
            case START_ARRAY -> array(parser, name + ".", sink);
            case VALUE_STRING -> sink.text(name, parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> sink.truth(name, token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> sink.missing(name);
            default -> number(parser, name, sink);
        }
    }
}
