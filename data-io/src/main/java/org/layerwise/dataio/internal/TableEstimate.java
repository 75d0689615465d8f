package org.layerwise.dataio.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;

/** How much memory a table takes as doubles, told from the length of the fields at its beginning. */
final class TableEstimate {
    private static final int SAMPLE = 1 << 16;
    /** What text is packed to, roughly: so many times smaller. */
    private static final double PACKED = 4;

    private final InputFile file;
    private final TextInput text;

    TableEstimate(InputFile file, TextInput text) {
        this.file = file;
        this.text = text;
    }

    long bytes() throws IOException {
        String start = start();
        long fields = 1 + start.chars().filter(TableEstimate::endsField).count();
        double characters = (isPacked() ? PACKED : 1.0) * file.size();
        return (long) (characters * Double.BYTES * fields / Math.max(1, start.length()));
    }

    private String start() throws IOException {
        char[] start = new char[SAMPLE];
        int length = 0;
        try (Reader reader = text.open()) {
            for (int read = 0; read >= 0 && length < SAMPLE; read = reader.read(start, length, SAMPLE - length)) {
                length += read;
            }
            return new String(start, 0, length);
        } catch (CharacterCodingException e) {
            throw text.undecodable(e);
        } catch (IOException e) {
            throw file.wrong("can't be read", e);
        }
    }

    private static boolean endsField(int character) {
        return character == ',' || character == '\t' || character == ';' || character == '\n';
    }

    private boolean isPacked() {
        return file.name().endsWith(".gz");
    }
}
