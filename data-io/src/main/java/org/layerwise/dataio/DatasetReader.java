package org.layerwise.dataio;

import java.io.IOException;

/** Reads or generates a data set; an immutable record that says from where. */
public interface DatasetReader {
    /**
     * Reads the whole data set.
     *
     * @throws DataException if what is read is no data set: the message names file and row, column or offset
     * @throws IOException if the file can't be read at all
     */
    Dataset read(ReadContext context) throws IOException;
}
