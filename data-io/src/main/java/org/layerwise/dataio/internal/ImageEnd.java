package org.layerwise.dataio.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import org.layerwise.dataio.DataException;

/** Finds where an image ends, as decoders stop there and say nothing about what follows. */
final class ImageEnd {
    private static final int JPEG_START = 0xffd8;
    private static final int JPEG_END = 0xd9;
    private static final int JPEG_SCAN = 0xda;
    private static final int JPEG_RESTART = 0xd0;
    private static final int JPEG_ALONE = 0x01;
    private static final int GIF_HEADER = 10;
    private static final int GIF_TRAILER = 0x3b;
    private static final int GIF_EXTENSION = 0x21;
    private static final int GIF_IMAGE = 0x2c;
    private static final int BMP_HEADER = 34;

    private ImageEnd() {}

    /**
     * Requires that nothing follows the image.
     *
     * @throws DataException if there are bytes after its end
     */
    static void require(byte[] file, OptionalInt end) {
        if (end.isPresent() && end.getAsInt() < file.length) {
            throw new DataException("has " + (file.length - end.getAsInt())
                    + " bytes after the end of the image, from offset " + end.getAsInt()
                    + "; save it again without them, or cut them off");
        }
    }

    /** Where a JPEG, GIF or BMP file ends; empty where it does not end, which its decoder tells. */
    static OptionalInt of(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        try {
            return switch (bytes.getShort(0) & 0xffff) {
                case JPEG_START -> jpeg(bytes);
                case 'G' << 8 | 'I' -> gif(bytes);
                case 'B' << 8 | 'M' -> bmp(bytes.order(ByteOrder.LITTLE_ENDIAN));
                default -> OptionalInt.empty();
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return OptionalInt.empty();
        }
    }

    /** Segments up to the one that ends the image; a smaller image lies within a segment. */
    private static OptionalInt jpeg(ByteBuffer bytes) {
        bytes.position(2);
        while (true) {
            int marker = marker(bytes);
            if (marker == JPEG_END) {
                return OptionalInt.of(bytes.position());
            }
            boolean alone = (marker & 0xf8) == JPEG_RESTART || marker == JPEG_ALONE;
            if (!alone) {
                bytes.position(bytes.position() + (bytes.getShort(bytes.position()) & 0xffff));
            }
            if (alone || marker == JPEG_SCAN) {
                skipScan(bytes);
            }
        }
    }

    private static int marker(ByteBuffer bytes) {
        while ((bytes.get() & 0xff) != 0xff) {
            // what stands between segments is no part of any
        }
        int marker = bytes.get() & 0xff;
        while (marker == 0xff) {
            marker = bytes.get() & 0xff;
        }
        return marker;
    }

    /** Goes to the next marker that is no restart; 0xff of the data is followed by 0. */
    private static void skipScan(ByteBuffer bytes) {
        while (true) {
            if ((bytes.get() & 0xff) == 0xff) {
                int next = bytes.get(bytes.position()) & 0xff;
                if (next != 0 && next != 0xff && (next & 0xf8) != JPEG_RESTART) {
                    bytes.position(bytes.position() - 1);
                    return;
                }
            }
        }
    }

    private static OptionalInt gif(ByteBuffer bytes) {
        bytes.position(GIF_HEADER);
        skipColours(bytes, 2);
        while (true) {
            switch (bytes.get() & 0xff) {
                case GIF_TRAILER -> {
                    return OptionalInt.of(bytes.position());
                }
                case GIF_EXTENSION -> bytes.get();
                case GIF_IMAGE -> {
                    bytes.position(bytes.position() + 8);
                    skipColours(bytes, 0);
                    bytes.get();
                }
                default -> {
                    return OptionalInt.empty();
                }
            }
            for (int length = bytes.get() & 0xff; length > 0; length = bytes.get() & 0xff) {
                bytes.position(bytes.position() + length);
            }
        }
    }

    /** Flags, so many bytes, and the table of colours that the flags tell of. */
    private static void skipColours(ByteBuffer bytes, int between) {
        int flags = bytes.get() & 0xff;
        int colours = (flags & 0x80) == 0 ? 0 : 2 << (flags & 7);
        bytes.position(bytes.position() + between + 3 * colours);
    }

    /** As long as it says; where that is less than its pixels take, as some programs write 0 there, where they end. */
    private static OptionalInt bmp(ByteBuffer bytes) {
        long declared = bytes.getInt(2) & 0xffffffffL;
        long pixels = bytes.getInt(10) & 0xffffffffL;
        if (bytes.getInt(14) >= BMP_HEADER - 14) {
            long packed = bytes.getInt(30);
            long line = ((bytes.getInt(18) * (long) bytes.getShort(28) + 31) / 32) * 4;
            boolean plain = packed == 0 || packed == 3;
            pixels += plain ? line * Math.abs((long) bytes.getInt(22)) : bytes.getInt(34) & 0xffffffffL;
        }
        long end = Math.max(declared, pixels);
        return end > bytes.limit() ? OptionalInt.empty() : OptionalInt.of((int) end);
    }
}
