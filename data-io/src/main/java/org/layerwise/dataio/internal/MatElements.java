package org.layerwise.dataio.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.layerwise.dataio.DataException;

/**
 * Walks through the elements of a MATLAB variable and believes nothing: a size must fit in what encloses it, and a number of
 * entries in the bytes that hold them. What passes can be given to a library that takes memory for whatever is declared.
 *
 * <pre>{@code
 * element   type (4 bytes), size (4 bytes), values, filled up to 8 bytes; or size and type (2 bytes each), 4 bytes of values
 * variable  flags, dimensions, name, then values: numbers, texts, or variables
 * }</pre>
 */
final class MatElements {
    private static final int TAG = 8;
    private static final int MATRIX = 14;
    private static final int CELL = 1;
    private static final int STRUCT = 2;
    private static final int OBJECT = 3;
    private static final int SPARSE = 5;
    private static final int DEEPEST = 32;
    private static final int LONGEST_KEPT = 256;
    private static final int PARTS_KEPT = 6;
    private static final int SINK = 1 << 13;

    private final InputFile file;
    private final long place;
    private final InputStream in;
    private final ByteOrder order;
    private final byte[] sink = new byte[SINK];

    /**
     * @param place of the variable in the file, for messages
     * @param in what follows the variable's own tag
     */
    MatElements(InputFile file, long place, InputStream in, ByteOrder order) {
        this.file = file;
        this.place = place;
        this.in = in;
        this.order = order;
    }

    /** One element of a variable, with the first bytes of its values. */
    private record Part(long size, ByteBuffer values) {}

    /** Reads the tag of a variable, as compressed ones have, and all that it encloses. */
    void checkTagged() throws IOException {
        ByteBuffer tag = bytes(TAG);
        if (tag.getInt(0) != MATRIX) {
            throw wrong("holds an element of type " + tag.getInt(0) + " instead of a variable");
        }
        check(tag.getInt(4) & 0xffffffffL);
        if (in.read() >= 0) {
            throw wrong("goes on after its declared " + tag.getInt(4) + " bytes");
        }
    }

    /** Reads all that a variable of this size encloses. */
    void check(long size) throws IOException {
        variable(size, 0);
    }

    private void variable(long size, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw wrong("has more than " + DEEPEST + " levels of cells");
        }
        List<Part> parts = new ArrayList<>();
        long variables = 0;
        long left = size;
        while (left >= TAG) {
            ByteBuffer tag = bytes(TAG);
            left -= TAG;
            if (tag.getInt(0) >>> 16 != 0) {
                parts.add(shortPart(tag));
                continue;
            }
            long length = tag.getInt(4) & 0xffffffffL;
            if (length > left) {
                throw wrong("holds an element that declares " + length + " bytes, but " + left + " are left");
            }
            if (tag.getInt(0) == MATRIX) {
                variables++;
                variable(length, depth + 1);
            } else {
                parts.add(new Part(length, kept(length, parts.size())));
            }
            long fill = Math.min(left - length, -length & 7);
            skip(fill);
            left -= length + fill;
        }
        skip(left);
        if (size > 0) {
            requireRoom(size, parts, variables);
        }
    }

    private Part shortPart(ByteBuffer tag) {
        int length = tag.getInt(0) >>> 16;
        if (length > 4) {
            throw wrong("holds a short element of " + length + " bytes; at most 4 fit");
        }
        return new Part(length, tag.position(4).slice().order(order));
    }

    /** Whether as many entries as the dimensions say can be in so many bytes. */
    private void requireRoom(long size, List<Part> parts, long variables) {
        if (parts.size() < 2
                || parts.get(0).values().remaining() < 4
                || parts.get(1).size() > LONGEST_KEPT) {
            throw wrong("does not begin with flags and at most 64 dimensions");
        }
        long entries = 1;
        IntBuffer dimensions = parts.get(1).values().asIntBuffer();
        while (dimensions.hasRemaining()) {
            int dimension = dimensions.get();
            entries = dimension < 0 || entries > Integer.MAX_VALUE ? Long.MAX_VALUE : entries * dimension;
        }
        long most = switch (parts.get(0).values().get(order == ByteOrder.LITTLE_ENDIAN ? 0 : 3) & 0xff) {
            case CELL -> variables;
            case STRUCT -> structs(parts, 2, variables);
            case OBJECT -> structs(parts, 3, variables);
            case SPARSE -> Math.max(size, Runtime.getRuntime().maxMemory() / (4 * Double.BYTES));
            default -> size;
        };
        if (entries > most) {
            throw wrong("declares " + (entries == Long.MAX_VALUE ? "too many" : entries) + " entries, but its " + size
                    + " bytes hold at most " + most);
        }
    }

    /** How many structures the variables make, each with one for every field. */
    private static long structs(List<Part> parts, int lengthPart, long variables) {
        if (parts.size() < lengthPart + 2 || parts.get(lengthPart).values().remaining() < 4) {
            return 0;
        }
        int longest = parts.get(lengthPart).values().getInt(0);
        long fields = longest <= 0 ? 0 : parts.get(lengthPart + 1).size() / longest;
        return fields == 0 ? 1 : variables / fields;
    }

    /** The first bytes of a part's values; the others are left out. */
    private ByteBuffer kept(long length, int before) throws IOException {
        long kept = before < PARTS_KEPT ? Math.min(length, LONGEST_KEPT) : 0;
        ByteBuffer values = bytes((int) kept);
        skip(length - kept);
        return values;
    }

    private ByteBuffer bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw wrong("is cut short");
        }
        return ByteBuffer.wrap(bytes).order(order);
    }

    private void skip(long count) throws IOException {
        for (long left = count; left > 0; ) {
            int read = in.read(sink, 0, (int) Math.min(left, SINK));
            if (read < 0) {
                throw wrong("is cut short");
            }
            left -= read;
        }
    }

    private DataException wrong(String what) {
        return file.wrong("the variable at offset " + place + " " + what);
    }
}
