package org.layerwise.dataio;

/** Says what is wrong with data, and where: file and row, column or offset; lower case, no full stop. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message where and what */
    public DataException(String message) {
        super(message);
    }

    /** @param cause what the library that read the file threw */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
