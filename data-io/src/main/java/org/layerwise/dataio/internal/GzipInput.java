package org.layerwise.dataio.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip strictly: a wrong check sum, a wrong length and bytes after the end are errors, which the JDK's own stream
 * lets pass in part. Several members after each other are read as one, as gzip does.
 */
final class GzipInput extends InputStream {
    private static final int HEADER = 10;
    private static final int TRAILER = 8;

    private final ByteBuffer packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private long length;
    private boolean ended;

    /** @param packed the whole file */
    GzipInput(byte[] packed) throws IOException {
        this.packed = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        startMember();
    }

    static boolean isGzip(byte[] start) {
        return start.length >= 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    }

    private void startMember() throws IOException {
        int at = packed.position();
        if (packed.remaining() < HEADER || packed.getShort(at) != (short) 0x8b1f || packed.get(at + 2) != 8) {
            throw new ZipException("no gzip header at offset " + at);
        }
        int flags = packed.get(at + 3);
        packed.position(at + HEADER);
        try {
            if ((flags & 4) != 0) {
                int extra = packed.getShort() & 0xffff;
                packed.position(packed.position() + extra);
            }
            for (int text = Integer.bitCount(flags & 0x18); text > 0; text--) {
                while (packed.get() != 0) {}
            }
            packed.position(packed.position() + ((flags & 2) != 0 ? 2 : 0));
        } catch (RuntimeException e) {
            throw new EOFException("the gzip header does not end");
        }
        inflater.reset();
        inflater.setInput(packed);
        sum.reset();
        length = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] destination, int offset, int count) throws IOException {
        while (!ended && count > 0) {
            int read = inflate(destination, offset, count);
            if (read > 0) {
                sum.update(destination, offset, read);
                length += read;
                return read;
            }
            if (inflater.finished()) {
                endMember();
            } else {
                throw new EOFException("the gzip stream is cut short");
            }
        }
        return ended ? -1 : 0;
    }

    private int inflate(byte[] destination, int offset, int count) throws IOException {
        try {
            return inflater.inflate(destination, offset, count);
        } catch (DataFormatException e) {
            throw new ZipException("the gzip stream is damaged at offset " + packed.position() + ": " + e.getMessage());
        }
    }

    private void endMember() throws IOException {
        if (packed.remaining() < TRAILER) {
            throw new EOFException("the gzip stream is cut short");
        }
        int at = packed.position();
        if (packed.getInt() != (int) sum.getValue()) {
            throw new ZipException("the gzip check sum at offset " + at + " is wrong");
        }
        if (packed.getInt() != (int) length) {
            throw new ZipException("the gzip length at offset " + (at + 4) + " is wrong");
        }
        if (packed.hasRemaining()) {
            if (packed.remaining() < 2 || packed.getShort(packed.position()) != (short) 0x8b1f) {
                throw new ZipException(packed.remaining() + " trailing bytes at offset " + packed.position());
            }
            startMember();
        } else {
            ended = true;
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
