package org.layerwise.dataio;

import java.io.IOException;
import java.util.Map;

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

    /**
     * What a user should know of single feature columns although nothing is wrong with them, a sentence each: that the file
     * has no name for one, for instance. Nothing unless told otherwise.
     *
     * @param read what this reader read
     * @return sentences by the column's name
     * @throws IOException if the device fails while reading
     */
    default Map<String, String> columnNotes(ReadContext context, Dataset read) throws IOException {
        return Map.of();
    }
}
