package org.layerwise.experiment.internal.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;
import org.layerwise.core.DenseMatrix;

/** CRC-32C over everything that a checkpoint says: it finds what a disk or a copy has damaged. */
final class Checksum {
    private static final int CHUNK = 1 << 16;

    private final CRC32C crc = new CRC32C();
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);

    private Checksum() {}

    /** In hexadecimal digits. */
    static String of(Map<String, String> texts, Map<String, DenseMatrix> tensors) {
        Checksum checksum = new Checksum();
        texts.forEach((name, text) -> checksum.add(name).add(text));
        tensors.forEach((name, matrix) -> checksum.add(name).add(matrix.shape()).add(matrix.values()));
        return String.format(Locale.ROOT, "%08x", checksum.crc.getValue());
    }

    private Checksum add(String text) {
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        crc.update(0);
        return this;
    }

    private void add(double[] values) {
        for (int from = 0; from < values.length; from += CHUNK / 8) {
            int count = Math.min(CHUNK / 8, values.length - from);
            chunk.clear().asDoubleBuffer().put(values, from, count);
            crc.update(chunk.limit(8 * count));
        }
    }
}
