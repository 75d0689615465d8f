package org.layerwise.dataio.internal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.layerwise.dataio.DataException;

/** The pieces of a PNG file, whose check sums the JDK does not look at. */
final class PngChunks {
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int FRAME = 12;
    private static final int END = 0x49454e44;
    /** Set in the names of pieces that one may do without. */
    private static final int OPTIONAL = 0x20000000;

    private PngChunks() {}

    static boolean isPng(byte[] file) {
        return file.length >= Long.BYTES && ByteBuffer.wrap(file).getLong() == SIGNATURE;
    }

    /**
     * Walks through the pieces up to the last one.
     *
     * @return the offset after it
     *
     * @throws DataException if one that is needed is cut short or has a wrong check sum, or the last one is not there
     */
    static int check(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int at = Long.BYTES;
        while (true) {
            if (file.length - at < FRAME) {
                throw new DataException("is a damaged image (it is cut short at offset " + file.length + ")");
            }
            int length = bytes.getInt(at);
            int name = bytes.getInt(at + 4);
            if (length < 0 || length > file.length - at - FRAME) {
                throw new DataException("is a damaged image (the piece at offset " + at + " declares "
                        + (length & 0xffffffffL) + " bytes, but " + (file.length - at - FRAME) + " are left)");
            }
            CRC32 sum = new CRC32();
            sum.update(file, at + 4, length + 4);
            if ((name & OPTIONAL) == 0 && (int) sum.getValue() != bytes.getInt(at + 8 + length)) {
                throw new DataException(
                        "is a damaged image (the check sum of the piece at offset " + at + " is wrong)");
            }
            if (name == END) {
                return at + FRAME + length;
            }
            at += FRAME + length;
        }
    }
}
