package org.layerwise.dataparquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * A structure in Thrift's compact protocol, as Parquet describes its parts by: walked through to see whether what it declares
 * fits into the bytes that are there, before the library takes memory for it.
 *
 * <p>Of its values only whole numbers are kept, by the numbers of the fields that lead to them: {@code 7.1} is field 1 of the
 * structure in field 7.
 * <p>Source: github.com/apache/thrift, doc/specs/thrift-compact-protocol.md.
 */
final class CompactStruct {
    private static final int DEEPEST = 64;
    private static final int LONGEST_VARINT = 10;
    private static final int STOP = 0;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int SHORT = 4;
    private static final int LONG = 6;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;
    private static final int UUID = 13;
    private static final int UUID_BYTES = 16;
    /** The size in a list's first byte that says that the size follows. */
    private static final int LONG_LIST = 15;

    private final ByteBuffer bytes;
    private final Map<String, Long> numbers = new HashMap<>();

    private CompactStruct(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * Walks through the structure that begins at the buffer's position and leaves the position after it.
     *
     * @throws BufferUnderflowException if the bytes end before it does
     * @throws IOException if it is none, or declares more than there are bytes
     */
    static Map<String, Long> read(ByteBuffer bytes) throws IOException {
        CompactStruct struct = new CompactStruct(bytes);
        struct.struct("", 0);
        return struct.numbers;
    }

    private void struct(String prefix, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("a header of more than " + DEEPEST + " levels");
        }
        long field = 0;
        for (int first = bytes.get() & 0xff; first != STOP; first = bytes.get() & 0xff) {
            int delta = first >> 4;
            field = delta == 0 ? zigzag() : field + delta;
            int type = first & 0xf;
            if (type > FALSE) { // of booleans the type is the value
                value(type, prefix + field, depth);
            }
        }
    }

    private void value(int type, String path, int depth) throws IOException {
        switch (type) {
            case STOP + 1, FALSE, BYTE -> bytes.get();
            case SHORT, SHORT + 1, LONG -> numbers.put(path, zigzag());
            case DOUBLE -> skip(Double.BYTES);
            case BINARY -> skip(count("a text", 1));
            case LIST, SET -> list(path, depth);
            case MAP -> map(path, depth);
            case STRUCT -> struct(path + ".", depth + 1);
            case UUID -> skip(UUID_BYTES);
            default -> throw new IOException("a header with a value of no known type " + type);
        }
    }

    private void list(String path, int depth) throws IOException {
        int first = bytes.get() & 0xff;
        int size = first >> 4;
        elements(size == LONG_LIST ? count("a list", 1) : size, first & 0xf, path, depth);
    }

    private void elements(int size, int type, String path, int depth) throws IOException {
        for (int i = 0; i < size; i++) {
            value(type, path, depth + 1);
        }
    }

    private void map(String path, int depth) throws IOException {
        int size = count("a map", 2);
        if (size > 0) {
            int types = bytes.get() & 0xff;
            for (int i = 0; i < size; i++) {
                value(types >> 4, path, depth + 1);
                value(types & 0xf, path, depth + 1);
            }
        }
    }

    /** How many there are of something that takes so many bytes at least. */
    private int count(String what, int each) throws IOException {
        long count = varint();
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new IOException("a header with " + what + " of length " + count);
        }
        if (count * each > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        return (int) count;
    }

    private void skip(int length) {
        if (length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        bytes.position(bytes.position() + length);
    }

    private long zigzag() throws IOException {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    private long varint() throws IOException {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("a header with a number of more than " + LONGEST_VARINT + " bytes");
    }
}
