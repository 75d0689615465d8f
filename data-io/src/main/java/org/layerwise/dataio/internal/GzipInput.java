package org.layerwise.dataio.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip strictly: a wrong check sum, a wrong length and bytes after the end are errors, which the JDK's own stream
 * lets pass in part. Several members after each other are read as one, as gzip does.
 */
final class GzipInput extends InputStream {
    private static final int BUFFER = 1 << 16;
    private static final int EXTRA = 4;
    private static final int TEXTS = 0x18;
    private static final int HEADER_SUM = 2;

    private final InputStream packed;
    private final byte[] buffer = new byte[BUFFER];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private int at;
    private int end;
    /** Of the buffer's first byte in the file. */
    private long base;

    private long length;
    private boolean ended;

    /** @param packed the file from its start */
    GzipInput(InputStream packed) throws IOException {
        this.packed = packed;
        startMember();
    }

    static boolean isGzip(byte[] start) {
        return start.length >= 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    }

    private long offset() {
        return base + at;
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        base += end;
        at = 0;
        end = Math.max(0, packed.read(buffer, 0, BUFFER));
        return end > 0;
    }

    private int next(String part) throws IOException {
        if (!fill()) {
            throw new EOFException("the gzip " + part + " does not end");
        }
        return buffer[at++] & 0xff;
    }

    private void startMember() throws IOException {
        long start = offset();
        int[] header = new int[10];
        for (int i = 0; i < header.length; i++) {
            if (!fill()) {
                throw new ZipException("no gzip header at offset " + start);
            }
            header[i] = next("header");
        }
        if (header[0] != 0x1f || header[1] != 0x8b || header[2] != 8) {
            throw new ZipException("no gzip header at offset " + start);
        }
        skipRest(header[3]);
        inflater.reset();
        if (at < end) {
            inflater.setInput(buffer, at, end - at);
        }
        sum.reset();
        length = 0;
    }

    /** What the flags say that follows the header's ten bytes. */
    private void skipRest(int flags) throws IOException {
        if ((flags & EXTRA) != 0) {
            for (int extra = next("header") | next("header") << 8; extra > 0; extra--) {
                next("header");
            }
        }
        for (int text = Integer.bitCount(flags & TEXTS); text > 0; text--) {
            while (next("header") != 0) {}
        }
        if ((flags & HEADER_SUM) != 0) {
            next("header");
            next("header");
        }
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
                at = end - inflater.getRemaining();
                endMember();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("the gzip stream at offset " + offset() + " needs a dictionary");
            } else {
                refill();
            }
        }
        return ended ? -1 : 0;
    }

    private void refill() throws IOException {
        at = end;
        if (!fill()) {
            throw new EOFException("the gzip stream is cut short");
        }
        inflater.setInput(buffer, at, end - at);
    }

    private int inflate(byte[] destination, int offset, int count) throws IOException {
        try {
            return inflater.inflate(destination, offset, count);
        } catch (DataFormatException e) {
            long place = base + end - inflater.getRemaining();
            throw new ZipException("the gzip stream is damaged at offset " + place + ": " + e.getMessage());
        }
    }

    private void endMember() throws IOException {
        long place = offset();
        if (number() != (int) sum.getValue()) {
            throw new ZipException("the gzip check sum at offset " + place + " is wrong");
        }
        if (number() != (int) length) {
            throw new ZipException("the gzip length at offset " + (place + Integer.BYTES) + " is wrong");
        }
        if (!fill()) {
            ended = true;
            return;
        }
        if ((buffer[at] & 0xff) != 0x1f) {
            long from = offset();
            long rest = (long) end - at;
            for (int read = packed.read(buffer); read > 0; read = packed.read(buffer)) {
                rest += read;
            }
            throw new ZipException(rest + " trailing bytes at offset " + from);
        }
        startMember();
    }

    /** Four bytes, the least significant first. */
    private int number() throws IOException {
        int number = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            if (!fill()) {
                throw new EOFException("the gzip stream is cut short");
            }
            number |= next("stream") << shift;
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
