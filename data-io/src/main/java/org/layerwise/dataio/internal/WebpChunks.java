package org.layerwise.dataio.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.layerwise.dataio.DataException;

/**
 * The pieces of a WebP file: a decoder that comes to the end of one that is cut short goes on with zeros.
 *
 * @param end the offset after the last piece, with the byte that may fill it up to an even length
 * @param pictureEnd the offset after the piece that holds the picture
 * @param isLossless whether that is coded without loss
 */
record WebpChunks(int end, int pictureEnd, boolean isLossless) {
    private static final int HEADER = 12;
    private static final int FRAME = 8;

    static boolean isWebp(byte[] file) {
        return file.length >= HEADER
                && name(file, 0).equals("RIFF")
                && name(file, 8).equals("WEBP");
    }

    /**
     * Walks through the pieces.
     *
     * @throws DataException if a piece, or the whole, is longer than what there is, or there is no picture
     */
    static WebpChunks of(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long end = FRAME + length(bytes, 4);
        if (end > file.length) {
            throw new DataException("is a damaged image (it declares " + end + " bytes, but has " + file.length + ")");
        }
        int pictureEnd = 0;
        boolean lossless = false;
        for (long at = HEADER; at < end; ) {
            long left = end - at - FRAME;
            if (left < 0 || length(bytes, (int) at + 4) > left) {
                throw new DataException(
                        "is a damaged image (the piece at offset " + at + " is longer than what is left of the file)");
            }
            long length = length(bytes, (int) at + 4);
            String name = name(file, (int) at);
            if (pictureEnd == 0 && (name.equals("VP8 ") || name.equals("VP8L"))) {
                pictureEnd = (int) (at + FRAME + length);
                lossless = name.equals("VP8L");
            }
            at += FRAME + length + (length & 1);
        }
        if (pictureEnd == 0) {
            throw new DataException("is a WebP file without a still picture; an animation is not read");
        }
        return new WebpChunks((int) Math.min(end + (end & 1), file.length), pictureEnd, lossless);
    }

    /** The file as if nothing followed the piece that holds its picture. */
    static byte[] untilPicture(byte[] file) {
        byte[] shorter = Arrays.copyOf(file, of(file).pictureEnd);
        ByteBuffer.wrap(shorter).order(ByteOrder.LITTLE_ENDIAN).putInt(4, shorter.length - FRAME);
        return shorter;
    }

    private static long length(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0xffffffffL;
    }

    private static String name(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }
}
