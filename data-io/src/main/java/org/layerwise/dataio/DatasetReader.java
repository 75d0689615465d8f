package org.layerwise.dataio;

import java.io.IOException;

/** Reads or generates a data set; an immutable record that says from where. */
@FunctionalInterface
public interface DatasetReader {
    /**
     * Reads the whole data set.
     *
     * @throws DataException if what is read is no data set: the message names file and row, column or offset; the
     *     option that is to blame, where one is, can be asked for
     * @throws IOException if the device fails while reading; a missing file is a DataException
     */
    Dataset read(ReadContext context) throws IOException;
}
