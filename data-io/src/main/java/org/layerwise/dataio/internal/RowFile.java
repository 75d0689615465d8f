package org.layerwise.dataio.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.layerwise.dataio.Column;

/**
 * What stands at the beginning and the end of a file of rows that a table was converted to.
 *
 * <p>The file: 64 bytes of header (magic, version, features, width, kind of elements, rows, place and length of the end,
 * its CRC-32C, the header's own); the rows, each {@code width} elements, little end first; the end: how many columns are
 * named, these, then the CRC-32C of each block of rows.
 *
 * @param elements what each value is stored as
 * @param features of each row
 * @param width features and targets of each row
 * @param rows how many there are
 * @param columns features, then targets; empty where they have no names, as those of arrays
 * @param sums the check sum of each block of rows
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record RowFile(Elements elements, int features, int width, long rows, List<Column> columns, int[] sums) {
    static final int HEADER = 64;
    private static final long MAGIC = 0x31_53_57_4f_52_57_4c_89L;
    private static final int VERSION = 3;
    private static final int NUMERIC = 0;
    private static final int CATEGORICAL = 1;
    private static final int DATE = 2;
    private static final int BLOCK_BYTES = 1 << 20;
    private static final int SUMMED = HEADER - Integer.BYTES;

    /** The binary logarithm of the rows in a block. */
    static int blockShift(long rowBytes) {
        return Math.max(0, 31 - Integer.numberOfLeadingZeros((int) Math.max(1, BLOCK_BYTES / rowBytes)));
    }

    /** The binary logarithm of the rows in a block. */
    int blockShift() {
        return blockShift(rowBytes());
    }

    /** The bytes of a row. */
    long rowBytes() {
        return (long) width * elements.size();
    }

    static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static int sum(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate());
        return (int) sum.getValue();
    }

    /** Where the rows end. */
    long end() {
        return HEADER + rows * rowBytes();
    }

    /** Writes end and header, in this order, so that a file that was not finished has no header. */
    void writeTo(FileChannel channel) throws IOException {
        byte[] end = endBytes();
        writeAll(channel, ByteBuffer.wrap(end), end());
        channel.force(true);
        ByteBuffer header = buffer(HEADER);
        header.putLong(MAGIC).putInt(VERSION).putInt(features).putInt(width).putInt(elements.code());
        header.putLong(rows).putLong(end()).putLong(end.length).putInt(sum(ByteBuffer.wrap(end)));
        header.putInt(SUMMED, sum(header.duplicate().position(0).limit(SUMMED)));
        writeAll(channel, header.position(0), 0);
        channel.force(true);
    }

    static void writeAll(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private byte[] endBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(columns.size());
            for (Column column : columns) {
                writeText(out, column.name());
                out.writeByte(column.isDate() ? DATE : column.isCategorical() ? CATEGORICAL : NUMERIC);
                out.writeInt(column.categories().size());
                for (String category : column.categories()) {
                    writeText(out, category);
                }
            }
            for (int sum : sums) {
                out.writeInt(sum);
            }
        }
        return bytes.toByteArray();
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads header and end.
     *
     * @throws IOException if the file is none of these, or damaged
     */
    static RowFile read(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer header = readAll(channel, HEADER, 0);
            if (header.getInt(SUMMED) != sum(header.duplicate().limit(SUMMED))
                    || header.getLong() != MAGIC
                    || header.getInt() != VERSION) {
                throw new IOException("its header is damaged");
            }
            int features = header.getInt();
            int width = header.getInt();
            int kind = header.getInt();
            long rows = header.getLong();
            long end = header.getLong();
            long length = header.getLong();
            if (end + length != channel.size() || length > Integer.MAX_VALUE - 8) {
                throw new IOException("it has " + channel.size() + " bytes instead of " + (end + length));
            }
            Elements elements = Elements.of(kind);
            if (!fits(features, width, elements, rows, end) || length < 0) {
                throw new IOException("it does not hold " + rows + " rows of " + width + " values");
            }
            ByteBuffer bytes = readAll(channel, (int) length, end);
            if (sum(bytes) != header.getInt()) {
                throw new IOException("its end is damaged");
            }
            byte[] tail = new byte[(int) length];
            bytes.rewind().get(tail);
            return parsed(elements, features, width, rows, tail);
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw new IOException("it is damaged", e);
        }
    }

    /** Whether the rows take what lies between header and end. */
    private static boolean fits(int features, int width, Elements elements, long rows, long end) {
        return features >= 0
                && width >= Math.max(1, features)
                && rows >= 0
                && rows <= Integer.MAX_VALUE
                && end >= HEADER
                && Math.multiplyHigh(rows, (long) width * elements.size()) == 0
                && rows * width * elements.size() == end - HEADER;
    }

    private static RowFile parsed(Elements elements, int features, int width, long rows, byte[] end)
            throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(end))) {
            List<Column> columns = new ArrayList<>();
            int named = in.readInt();
            if (named != 0 && named != width) {
                throw new IOException("it names " + named + " of " + width + " columns");
            }
            for (int c = 0; c < named; c++) {
                String name = readText(in);
                int kind = in.readByte();
                List<String> categories = new ArrayList<>();
                for (int k = in.readInt(); k > 0; k--) {
                    categories.add(readText(in));
                }
                columns.add(column(kind, name, categories));
            }
            int[] sums = new int[Math.toIntExact((rows >> blockShift((long) width * elements.size())) + 1)];
            for (int b = 0; b < sums.length; b++) {
                sums[b] = in.readInt();
            }
            if (in.available() > 0) {
                throw new IOException("its end has " + in.available() + " bytes too many");
            }
            return new RowFile(elements, features, width, rows, List.copyOf(columns), sums);
        }
    }

    private static Column column(int kind, String name, List<String> categories) throws IOException {
        return switch (kind) {
            case NUMERIC -> Column.numeric(name);
            case CATEGORICAL -> Column.categorical(name, categories);
            case DATE -> Column.dates(name, categories);
            default -> throw new IOException("it has a column of no known kind " + kind);
        };
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static ByteBuffer readAll(FileChannel channel, int count, long position) throws IOException {
        ByteBuffer bytes = buffer(count);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new IOException("it is cut short");
            }
        }
        return bytes.flip();
    }
}
