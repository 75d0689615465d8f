package org.layerwise.dataio.internal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.layerwise.dataio.DataException;

/** What ends the parsing of a table, in words for whoever wrote it. */
final class CsvFault {
    private static final Pattern AFTER_QUOTE = Pattern.compile("(?i)after closing quote: '(\\P{Cntrl})'.* line (\\d+)");
    private static final Pattern UNCLOSED = Pattern.compile("(?i)unclosed quote.* line (\\d+)");

    private final InputFile file;
    private final TextInput text;

    CsvFault(InputFile file, TextInput text) {
        this.file = file;
        this.text = text;
    }

    /** The library wraps what happens while it parses; what lies below says more. */
    RuntimeException explained(Exception thrown) throws IOException {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataException || cause instanceof Room.Exceeded) {
                return (RuntimeException) cause;
            }
            if (cause instanceof CharacterCodingException coding) {
                return text.undecodable(coding);
            }
            if (cause instanceof IOException) {
                return file.wrong("can't be read", cause);
            }
        }
        return syntax(thrown);
    }

    /** The library says what it does not accept in its message alone. */
    private DataException syntax(Exception thrown) {
        Matcher unclosed = UNCLOSED.matcher(String.valueOf(thrown.getMessage()));
        if (unclosed.find()) {
            return file.wrong("line " + unclosed.group(1) + ": a quote begins a field here that does not end");
        }
        Matcher quoted = AFTER_QUOTE.matcher(String.valueOf(thrown.getMessage()));
        if (quoted.find()) {
            return file.wrong("line " + quoted.group(2) + ": " + Names.quoted(quoted.group(1))
                    + " follows a closing quote; if it separates fields say delimiter: \"" + quoted.group(1) + "\"");
        }
        return file.wrong("is no proper table", thrown);
    }
}
