package org.layerwise.dataio.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.layerwise.dataio.tables.TableFile.LineHandler;

/** Cuts a text into lines, which end with a line feed, alone or after a carriage return. */
public final class TextLines {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 1 << 28;

    private final InputFile file;
    private final TextInput text;
    private char[] line = new char[BUFFER];
    private int length;
    private long number;

    /** @param follower is told how many bytes of the file were read */
    public TextLines(InputFile file, String encoding, LongConsumer follower) {
        this.file = file;
        this.text = new TextInput(file, encoding, follower);
    }

    /** Hands over every line. */
    public void read(LineHandler handler) throws IOException {
        char[] buffer = new char[BUFFER];
        try (Reader reader = text.open()) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                take(buffer, read, handler);
            }
        } catch (CharacterCodingException e) {
            throw text.undecodable(e);
        } catch (IOException e) {
            throw file.wrong("can't be read", e);
        }
        if (length > 0) {
            end(handler);
        }
    }

    private void take(char[] buffer, int read, LineHandler handler) throws IOException {
        int from = 0;
        for (int i = 0; i < read; i++) {
            if (buffer[i] == '\n') {
                append(buffer, from, i);
                end(handler);
                from = i + 1;
            }
        }
        append(buffer, from, read);
    }

    private void append(char[] buffer, int from, int to) {
        int needed = length + to - from;
        if (needed > LONGEST) {
            throw file.wrong("line " + (number + 1) + " is longer than " + LONGEST + " characters");
        }
        if (needed > line.length) {
            line = Arrays.copyOf(line, Math.max(needed, 2 * line.length));
        }
        System.arraycopy(buffer, from, line, length, to - from);
        length = needed;
    }

    private void end(LineHandler handler) throws IOException {
        number++;
        int whole = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        length = 0;
        handler.line(line, whole, number);
    }
}
