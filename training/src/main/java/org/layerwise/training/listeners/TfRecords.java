package org.layerwise.training.listeners;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * TensorFlow's record format: {@code length (8 bytes), masked CRC32C of it (4), the bytes, their masked CRC32C (4)}, all
 * little-endian.
 */
final class TfRecords {
    private static final int HEAD = 12;
    private static final int TAIL = 4;
    private static final int MASK = 0xa282ead8;

    private TfRecords() {}

    static ByteBuffer framed(byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(HEAD + content.length + TAIL).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(content.length);
        out.putInt(masked(out.duplicate().flip()));
        out.put(content);
        out.putInt(masked(ByteBuffer.wrap(content)));
        return out.flip();
    }

    /** A sum of bytes that themselves contain sums would be weak, so it is turned and shifted. */
    private static int masked(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        int sum = (int) crc.getValue();
        return (sum >>> 15 | sum << 17) + MASK;
    }

    /** The whole records at the beginning of a file, one after the other; what follows a damaged one is lost. */
    static List<ByteBuffer> read(ByteBuffer file) {
        ByteBuffer in = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        List<ByteBuffer> records = new ArrayList<>();
        while (in.remaining() >= HEAD + TAIL) {
            int start = in.position();
            long length = in.getLong();
            boolean sound =
                    in.getInt() == masked(file.duplicate().limit(start + 8).position(start));
            if (!sound || length < 0 || length > in.remaining() - TAIL) {
                return records;
            }
            ByteBuffer content = in.slice(in.position(), (int) length);
            in.position(in.position() + (int) length);
            if (in.getInt() != masked(content.duplicate())) {
                return records;
            }
            records.add(content);
        }
        return records;
    }

    /** The bytes that a record takes in a file. */
    static long size(ByteBuffer content) {
        return HEAD + (long) content.remaining() + TAIL;
    }
}
