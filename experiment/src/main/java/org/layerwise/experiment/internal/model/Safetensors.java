package org.layerwise.experiment.internal.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.layerwise.core.DenseMatrix;
import org.layerwise.experiment.internal.Bytes;

/**
 * Matrices by name in one file: the safetensors format, float64 only.
 *
 * <pre>{@code
 * 8 bytes   length n of the header, little-endian
 * n bytes   JSON: {"name": {"dtype": "F64", "shape": [r, c], "data_offsets": [from, to]}, …}
 * the rest  the values, row by row, little-endian, in the order of the offsets and without gaps
 * }</pre>
 *
 * <p>Declared sizes are checked against the file before anything is allocated.
 */
public final class Safetensors {
    private static final int LENGTH = 8;
    private static final int LONGEST_HEADER = 100_000_000;

    private Safetensors() {}

    /** Writes the file whole or not at all. */
    public static void write(Path file, Map<String, DenseMatrix> tensors, Map<String, String> metadata)
            throws IOException {
        byte[] header = SafetensorsHeader.of(tensors, metadata);
        ByteBuffer[] parts = new ByteBuffer[tensors.size() + 1];
        parts[0] = buffer(LENGTH + header.length)
                .putLong(header.length)
                .put(header)
                .flip();
        int i = 1;
        for (DenseMatrix tensor : tensors.values()) {
            ByteBuffer values = buffer(Math.multiplyExact(8, tensor.values().length));
            values.asDoubleBuffer().put(tensor.values());
            parts[i++] = values;
        }
        Bytes.writeSafely(file, parts);
    }

    /**
     * Reads all matrices, in the file's order.
     *
     * @throws DamagedModelException if the file is cut, damaged, or no such file
     */
    public static Map<String, DenseMatrix> read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > Integer.MAX_VALUE - LENGTH || size < LENGTH) {
            throw new DamagedModelException(file + ": " + size + " bytes are no weights; expected a safetensors file");
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        long length = bytes.getLong();
        if (length < 2 || length > LONGEST_HEADER || length > bytes.remaining()) {
            throw new DamagedModelException(file + ": offset 0: the header is said to have " + length
                    + " bytes; expected at most " + bytes.remaining());
        }
        byte[] header = new byte[(int) length];
        bytes.get(header);
        Map<String, SafetensorsHeader.Tensor> tensors =
                SafetensorsHeader.parse(file, new String(header, StandardCharsets.UTF_8), bytes.remaining());
        return values(tensors, bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    private static Map<String, DenseMatrix> values(Map<String, SafetensorsHeader.Tensor> tensors, ByteBuffer data) {
        Map<String, DenseMatrix> read = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            DenseMatrix matrix = new DenseMatrix(tensor.rows(), tensor.columns());
            data.position((int) tensor.from());
            data.slice().order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(matrix.values());
            read.put(name, matrix);
        });
        return read;
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
