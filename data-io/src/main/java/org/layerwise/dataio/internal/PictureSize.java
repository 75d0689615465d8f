package org.layerwise.dataio.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.layerwise.dataio.DataException;

/** Whether a file can hold the picture that it declares: asked before a decoder takes memory for it. */
final class PictureSize {
    /** While a pixel is decoded: what the decoder keeps of it, and a copy. */
    private static final int BYTES_PER_PIXEL = 8;

    /** Deflate packs at most so many bytes into one. */
    private static final int DEFLATE = 1032;

    /** How a JPEG file begins. */
    static final String JPEG = "\u00ff\u00d8\u00ff";

    /** JPEG takes a bit or more for each block of 64 pixels. */
    private static final int JPEG_BYTE = 8 * 64;

    /** A run of at most 255 pixels takes two bytes; a byte that is not packed holds at most 8. */
    private static final int BMP = 128;

    /** A block of 256 pixels takes 2.4 bits or more for the way in which it is predicted. */
    private static final int VP8 = 8 * 256 / 2;

    /** A picture of one colour takes no bits at all: so much of it is believed for a byte, and at least {@link #FLAT}. */
    private static final int VP8L = 8256;

    private static final long FLAT = 1 << 20;

    private PictureSize() {}

    /** @throws DataException if the file is too short for so many pixels, or memory is */
    static void require(byte[] file, int width, int height) {
        long pixels = (long) width * height;
        if (pixels > most(file)) {
            throw new DataException(
                    "declares " + width + "x" + height + " pixels, more than " + file.length + " bytes can hold");
        }
        requireMemory(pixels * BYTES_PER_PIXEL, width, height);
    }

    /** What is taken must fit in half of the heap: other images and the data set are there too. */
    private static void requireMemory(long bytes, int width, int height) {
        long most = Math.min(Runtime.getRuntime().maxMemory() / 2, Integer.MAX_VALUE - 8);
        if (bytes > most) {
            throw new DataException("has " + width + "x" + height + " pixels and takes " + (bytes >> 20)
                    + " MB, of which " + (most >> 20) + " can be had; make it smaller, or give Java more (-Xmx)");
        }
    }

    private static long most(byte[] file) {
        long length = file.length;
        if (begins(file, JPEG)) {
            return JPEG_BYTE * length;
        }
        if (begins(file, "GIF8")) {
            return mostOfGif(length);
        }
        if (begins(file, "BM")) {
            return BMP * length;
        }
        if (WebpChunks.isWebp(file)) {
            return WebpChunks.of(file).isLossless() ? Math.max(FLAT, VP8L * length) : VP8 * length;
        }
        return mostOfPng(file);
    }

    /** A PNG file declares its bits per pixel behind width and height. */
    private static long mostOfPng(byte[] file) {
        if (file.length < 26) {
            return 0;
        }
        int channels = switch (file[25]) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        return (long) DEFLATE * Byte.SIZE * file.length / (Math.max(1, file[24]) * channels);
    }

    /**
     * The pixels that LZW packs into so many bytes where it packs best: each code stands for one pixel more than the last
     * one, and takes a bit more whenever the table has doubled, up to 4096 codes of 12 bits.
     */
    static long mostOfGif(long bytes) {
        long bits = bytes * Byte.SIZE;
        long pixels = 0;
        int size = 3;
        int longest = 0;
        for (int codes = 4; codes < 4096; codes++) {
            size += codes == 1 << size ? 1 : 0;
            if (bits < size) {
                return pixels;
            }
            bits -= size;
            pixels += ++longest;
        }
        return pixels + bits / 12 * longest;
    }

    static boolean begins(byte[] file, String magic) {
        byte[] start = magic.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }
}
