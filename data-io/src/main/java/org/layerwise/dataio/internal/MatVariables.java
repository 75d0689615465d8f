package org.layerwise.dataio.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.ReadContext;

/** The variables of a MATLAB file, whatever its version. */
public interface MatVariables extends AutoCloseable {
    /**
     * Opens a file; version 7.3 is told by its first bytes.
     *
     * @param wanted which variables will be read; others need not be
     * @param context says whether numbers of version 7.3 stay in the file; those of version 5 never do
     * @throws DataException if it is none of MATLAB's, or a damaged one
     */
    static MatVariables open(InputFile file, Predicate<String> wanted, ReadContext context) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file.path())) {
            start = in.readNBytes(10);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return text.startsWith("MATLAB 7.3") ? Mat73File.open(file, context) : new MatFile(file, wanted);
    }

    /** Their names. */
    List<String> names();

    /**
     * A variable with the axes that MATLAB shows.
     *
     * @param option the reader's option that asks for it
     * @throws DataException if there is none, or it does not hold real numbers or text
     */
    Tensor read(String name, String option);

    @Override
    void close();
}
