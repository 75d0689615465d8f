package org.layerwise.dataio.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.layerwise.dataio.DataException;

/** The pieces of a WebP file: a decoder that comes to the end of one that is cut short goes on with zeros. */
final class WebpChunks {
    private static final int HEADER = 12;
    private static final int FRAME = 8;

    private WebpChunks() {}

    static boolean isWebp(byte[] file) {
        return file.length >= HEADER
                && name(file, 0).equals("RIFF")
                && name(file, 8).equals("WEBP");
    }

    /**
     * Walks through the pieces.
     *
     * @return the offset after the last one, with the byte that may fill it up to an even length
     *
     * @throws DataException if a piece, or the whole, is longer than what there is, or there is no picture
     */
    static int check(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long end = FRAME + length(bytes, 4);
        if (end > file.length) {
            throw new DataException("is a damaged image (it declares " + end + " bytes, but has " + file.length + ")");
        }
        boolean picture = false;
        for (long at = HEADER; at < end; ) {
            long left = end - at - FRAME;
            if (left < 0 || length(bytes, (int) at + 4) > left) {
                throw new DataException(
                        "is a damaged image (the piece at offset " + at + " is longer than what is left of the file)");
            }
            picture |= name(file, (int) at).startsWith("VP8")
                    && !name(file, (int) at).equals("VP8X");
            long length = length(bytes, (int) at + 4);
            at += FRAME + length + (length & 1);
        }
        if (!picture) {
            throw new DataException("is a WebP file without a still picture; an animation is not read");
        }
        return (int) Math.min(end + (end & 1), file.length);
    }

    private static long length(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0xffffffffL;
    }

    private static String name(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }
}
