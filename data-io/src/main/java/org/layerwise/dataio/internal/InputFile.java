package org.layerwise.dataio.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.ReadContext;

/**
 * A file that a reader was told to read.
 *
 * @param path where it is
 * @param name what messages call it: its last name
 * @param option the reader's option that names it
 */
public record InputFile(Path path, String name, String option) {
    /**
     * Finds a file; relative paths start from the context's folder.
     *
     * @throws DataException if there is no such file
     */
    public static InputFile find(ReadContext context, Path file, String option) {
        return found(context, file, option, false);
    }

    /**
     * Finds a folder.
     *
     * @throws DataException if there is no such folder
     */
    public static InputFile findDirectory(ReadContext context, Path file, String option) {
        return found(context, file, option, true);
    }

    private static InputFile found(ReadContext context, Path file, String option, boolean directory) {
        Path path = context.baseDirectory().resolve(file);
        if (!Files.exists(path)) {
            throw DataException.ofOption(option, (directory ? "no folder '" : "no file '") + path + "'" + near(path));
        }
        if (Files.isDirectory(path) != directory) {
            throw DataException.ofOption(
                    option,
                    "'" + path
                            + (directory ? "' is a file; a folder is expected" : "' is a folder; a file is expected"));
        }
        if (!Files.isReadable(path)) {
            throw DataException.ofOption(option, "'" + path + "' may not be read; check its permissions");
        }
        Path last = path.getFileName();
        return new InputFile(path, last == null ? path.toString() : last.toString(), option);
    }

    private static String near(Path path) {
        Path folder = path.getParent();
        Path last = path.getFileName();
        if (folder == null || last == null || !Files.isDirectory(folder)) {
            return folder == null ? "" : "; the folder '" + folder + "' does not exist";
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            List<String> names = siblings.limit(10_000)
                    .map(p -> String.valueOf(p.getFileName()))
                    .filter(name -> !name.startsWith(".") && !name.endsWith(".rows"))
                    .sorted()
                    .toList();
            return Names.nearHint(last.toString(), names);
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    /** Its length in bytes. */
    public long size() throws IOException {
        return Files.size(path);
    }

    /** A message about this file: its name and what is wrong. */
    public DataException wrong(String what) {
        return new DataException(name + ": " + what);
    }

    /** A message about this file that comes from a library. */
    public DataException wrong(String what, Throwable cause) {
        return new DataException(name + ": " + what + reason(cause), cause);
    }

    /** {@code (premature end)}: what a library says in words, without the names of classes; empty if it says nothing. */
    static String reason(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage())
                    .replaceAll("(\\w+\\.)+\\w*(Exception|Error)(: )?", "")
                    .replaceAll(", from `[^`]*`", "")
                    .replaceAll("[\\s\\p{Cntrl}]+", " ")
                    .strip();
            boolean ofCode = cause instanceof NullPointerException || cause instanceof ClassCastException;
            if (!ofCode && !message.isEmpty() && !message.equals("null")) {
                return " (" + (message.length() > 200 ? message.substring(0, 197) + "..." : message) + ")";
            }
        }
        return "";
    }

    /** A message about something that an option asks for and this file has not. */
    public DataException unknown(String concerned, String kind, String wanted, List<String> known) {
        return DataException.ofOption(
                concerned, "no " + kind + " " + Names.quoted(wanted) + " in " + name + Names.hint(wanted, known));
    }
}
