package org.layerwise.dataparquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Checks what a Parquet file declares against its length, so that the library takes no memory for what is not there. */
final class Sizes {
    /** Length of the footer, and the magic word. */
    private static final int TAIL = 8;

    private static final int FEW = 1 << 12;
    private static final String UNPACKED = "2";
    private static final String PACKED = "3";
    private static final String DICTIONARY = "7.1";

    private final Path path;

    Sizes(Path path) {
        this.path = path;
    }

    /** Requires a footer that declares nothing beyond its own bytes; whether the file ends like one the library tells. */
    void checkFooter() throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            long end = file.size() - TAIL;
            if (end < 0) {
                return;
            }
            long length = bytes(file, end, Integer.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getInt()
                    & 0xffffffffL;
            if (length <= end && length <= Integer.MAX_VALUE) {
                read(bytes(file, end - length, (int) length), "the footer");
            }
        }
    }

    /** Requires that the pages of a column in a group lie within the file and unpack to no more than packing can do. */
    void checkPages(ColumnChunkMetaData chunk) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            long at = chunk.getStartingPos();
            long end = at + chunk.getTotalSize();
            if (at < 0 || end < at || end > file.size()) {
                throw new IOException("column '" + chunk.getPath().toDotString() + "' is said to lie from " + at
                        + " to " + end + " in a file of " + file.size() + " bytes");
            }
            long values = 0;
            while (at < end && values < chunk.getValueCount()) {
                ByteBuffer header = header(file, at, end);
                Map<String, Long> numbers = read(header, "the header of a page");
                long packed = numbers.getOrDefault(PACKED, 0L);
                at += header.position() + packed;
                check(numbers, packed, end - at, chunk.getCodec());
                values += numbers.getOrDefault("5.1", 0L) + numbers.getOrDefault("8.1", 0L);
            }
        }
    }

    private static void check(Map<String, Long> numbers, long packed, long left, CompressionCodecName codec)
            throws IOException {
        long unpacked = numbers.getOrDefault(UNPACKED, 0L);
        if (packed < 0 || left < 0) {
            throw new IOException("a page of " + packed + " bytes, which are not there");
        }
        if (unpacked < 0 || unpacked > packed * most(codec) + FEW) {
            throw new IOException(
                    "a page of " + packed + " bytes that unpacks to " + unpacked + ", more than " + codec + " can");
        }
        long entries = numbers.getOrDefault(DICTIONARY, 0L);
        if (entries < 0 || entries > unpacked) {
            throw new IOException("a dictionary of " + entries + " values in " + unpacked + " bytes");
        }
    }

    /** How many times what is packed its plain form can be. */
    private static long most(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED -> 1;
            case SNAPPY -> 64;
            case LZ4, LZ4_RAW -> 255;
            case GZIP -> 1032;
            default -> 1 << 15; // zstd packs 128 KB of one byte into four
        };
    }

    /** The beginning of what is left: so much of it that the structure there is whole. */
    private static ByteBuffer header(FileChannel file, long at, long end) throws IOException {
        long length = Math.min(FEW, end - at);
        while (true) {
            ByteBuffer bytes = bytes(file, at, (int) length);
            try {
                CompactStruct.read(bytes);
                return bytes.rewind();
            } catch (BufferUnderflowException e) {
                if (length == end - at || length > Integer.MAX_VALUE / 2) {
                    throw new IOException("the header of a page does not end", e);
                }
                length = Math.min(2 * length, end - at);
            }
        }
    }

    private static Map<String, Long> read(ByteBuffer bytes, String what) throws IOException {
        try {
            return CompactStruct.read(bytes);
        } catch (BufferUnderflowException e) {
            throw new IOException(what + " declares more than it holds", e);
        }
    }

    private static ByteBuffer bytes(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
            // reads on
        }
        return bytes.flip();
    }
}
