package org.layerwise.dataio.tables;

import java.io.IOException;

/** The rows of a table. They are read several times, always from the beginning and always alike. */
public interface TableRows {
    /** About how much memory their values take as doubles, to decide whether they are streamed. */
    long estimatedBytes() throws IOException;

    /**
     * Hands over all rows.
     *
     * @throws org.layerwise.dataio.DataException if the file is damaged, with the place
     */
    void read(RowSink sink) throws IOException;
}
