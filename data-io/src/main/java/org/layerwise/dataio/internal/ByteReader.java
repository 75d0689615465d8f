package org.layerwise.dataio.internal;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.ReadContext;

/** Reads a binary file from start to end and knows what is left; nothing is allocated for what can't be there. */
public final class ByteReader implements AutoCloseable {
    /** Deflate packs at most so many bytes into one. */
    private static final long GREATEST_COMPRESSION = 1032;

    private static final int CERTAIN = 1 << 20;

    private final InputFile file;
    private final String part;
    private final InputStream in;
    private final long most;
    private final boolean packed;
    private Runnable atEnd = () -> {};
    private long offset;

    /**
     * @param part what messages call it: the file's name, or the file's and the entry's
     * @param most the bytes that can be there at most
     */
    ByteReader(InputFile file, String part, InputStream in, long most) {
        this(file, part, in, most, true);
    }

    private ByteReader(InputFile file, String part, InputStream in, long most, boolean packed) {
        this.packed = packed;
        this.file = file;
        this.part = part;
        this.in = in;
        this.most = most;
    }

    /** What messages call it. */
    String name() {
        return part;
    }

    /** What is read. */
    InputFile file() {
        return file;
    }

    /** Opens a file, plain or gzipped, whatever its name says. */
    public static ByteReader open(InputFile file) throws IOException {
        long size = file.size();
        InputStream plain = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16);
        plain.mark(2);
        boolean gzip = GzipInput.isGzip(plain.readNBytes(2));
        plain.reset();
        if (!gzip) {
            return new ByteReader(file, file.name(), plain, size, false);
        }
        try {
            long most = size > Long.MAX_VALUE / GREATEST_COMPRESSION ? Long.MAX_VALUE : GREATEST_COMPRESSION * size;
            return new ByteReader(file, file.name(), new GzipInput(plain), most);
        } catch (IOException e) {
            plain.close();
            throw file.wrong("is no sound gzip file", e);
        }
    }

    /** The bytes that a packed entry can have at most. */
    static long mostUnpacked(long packed) {
        return GREATEST_COMPRESSION * packed + 64;
    }

    /** Bytes read so far. */
    public long offset() {
        return offset;
    }

    /**
     * The next bytes.
     *
     * @param what they are, for the message
     * @throws DataException if so many can't be there, or are not
     */
    public byte[] take(long count, String what) {
        if (count > Integer.MAX_VALUE - 8) {
            throw tooMany(count, what);
        }
        requireRoom(count, what);
        byte[] bytes;
        try {
            bytes = read((int) count);
            if (bytes.length < count) {
                throw new DataException(part + ": is cut short: " + what + " at offset " + offset + " take " + count
                        + " bytes, but the file ends after " + bytes.length);
            }
        } catch (EOFException e) {
            throw new DataException(part + ": is cut short: " + what + " at offset " + offset + " do not end", e);
        } catch (IOException e) {
            throw file.wrong("can't be unpacked", e);
        }
        offset += count;
        return bytes;
    }

    /** What is packed may be less than it could be: memory is taken for what comes. */
    private byte[] read(int count) throws IOException {
        if (packed && count > CERTAIN) {
            return in.readNBytes(count);
        }
        byte[] bytes = new byte[count];
        int read = in.readNBytes(bytes, 0, count);
        return read < count ? Arrays.copyOf(bytes, read) : bytes;
    }

    private void requireRoom(long count, String what) {
        if (count < 0 || count > most - offset) {
            throw tooMany(count, what);
        }
    }

    private DataException tooMany(long count, String what) {
        return new DataException(part + ": " + what + " at offset " + offset + " take " + count + " bytes, but "
                + (count > most - offset
                        ? "at most " + (most - offset) + " are left"
                        : "that is too many for memory; streaming: true leaves them in the file"));
    }

    /**
     * The rest, which must be the elements of an array, left where it is; what is packed is unpacked once.
     *
     * @param bytes that they take
     * @param what they are, for the message
     * @throws DataException if the file is shorter or longer than that
     */
    FileArray leave(
            long bytes, String what, ReadContext context, List<Integer> axes, Elements elements, ByteOrder order)
            throws IOException {
        requireRoom(bytes, what);
        if (packed) {
            return FileArray.unpacked(file, part, context, axes, elements, order, this);
        }
        if (offset + bytes < most) {
            throw trailing(offset + bytes);
        }
        return FileArray.within(file, part, context, axes, offset, elements, order);
    }

    private DataException trailing(long from) {
        return new DataException(part + ": has trailing bytes at offset " + from + ", where it should end");
    }

    /** The next bytes, most significant first. */
    public ByteBuffer buffer(int count, String what) {
        return ByteBuffer.wrap(take(count, what));
    }

    /** A message about this file. */
    public DataException wrong(String what) {
        return new DataException(part + ": " + what);
    }

    /**
     * Makes sure that nothing follows.
     *
     * @throws DataException if bytes are left, or a check sum is wrong
     */
    public void finish() {
        try {
            if (in.read() >= 0) {
                throw trailing(offset);
            }
        } catch (IOException e) {
            throw file.wrong("can't be unpacked", e);
        }
        atEnd.run();
    }

    /** Has something else checked too when all was read. */
    void checkAtEnd(Runnable check) {
        atEnd = check;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
