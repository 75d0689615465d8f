package org.layerwise.experiment.internal.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
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
    private static final int CHUNK = 1 << 17;

    private Safetensors() {}

    /**
     * All that a file holds.
     *
     * @param tensors by name, in the file's order
     * @param metadata texts by name
     */
    public record Contents(Map<String, DenseMatrix> tensors, Map<String, String> metadata) {
        /** Copies the maps, keeping their order, but not the matrices. */
        public Contents {
            tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
            metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        }
    }

    /** Writes the file whole or not at all. */
    public static void write(Path file, Map<String, DenseMatrix> tensors, Map<String, String> metadata)
            throws IOException {
        byte[] header = SafetensorsHeader.of(tensors, metadata);
        Bytes.writeSafely(file, channel -> {
            ByteBuffer start = buffer(LENGTH + header.length)
                    .putLong(header.length)
                    .put(header)
                    .flip();
            Bytes.writeFully(channel, start);
            ByteBuffer chunk = buffer(CHUNK);
            for (DenseMatrix tensor : tensors.values()) {
                writeValues(channel, tensor.values(), chunk);
            }
        });
    }

    private static void writeValues(WritableByteChannel channel, double[] values, ByteBuffer chunk) throws IOException {
        for (int from = 0; from < values.length; from += CHUNK / 8) {
            int count = Math.min(CHUNK / 8, values.length - from);
            chunk.clear().asDoubleBuffer().put(values, from, count);
            Bytes.writeFully(channel, chunk.limit(8 * count));
        }
    }

    /**
     * Reads all matrices, in the file's order.
     *
     * @throws DamagedModelException if the file is cut, damaged, or no such file
     */
    public static Map<String, DenseMatrix> read(Path file) throws IOException {
        return readAll(file).tensors();
    }

    /**
     * Reads all that the file holds.
     *
     * @throws DamagedModelException if the file is cut, damaged, or no such file
     */
    public static Contents readAll(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            SafetensorsHeader header = header(file, channel);
            Map<String, DenseMatrix> read = new LinkedHashMap<>();
            ByteBuffer chunk = buffer(CHUNK);
            for (Map.Entry<String, SafetensorsHeader.Tensor> tensor :
                    header.tensors().entrySet()) {
                DenseMatrix matrix = new DenseMatrix(
                        tensor.getValue().rows(), tensor.getValue().columns());
                readValues(file, channel, matrix.values(), chunk);
                read.put(tensor.getKey(), matrix);
            }
            return new Contents(read, header.metadata());
        }
    }

    /**
     * Reads the texts alone.
     *
     * @throws DamagedModelException if the file is cut, damaged, or no such file
     */
    public static Map<String, String> readMetadata(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return header(file, channel).metadata();
        }
    }

    private static SafetensorsHeader header(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < LENGTH) {
            throw new DamagedModelException(file + ": " + size + " bytes are no weights; expected a safetensors file");
        }
        ByteBuffer first = buffer(LENGTH);
        readFully(file, channel, first);
        long length = first.getLong();
        long remaining = size - LENGTH;
        if (length < 2 || length > LONGEST_HEADER || length > remaining) {
            throw new DamagedModelException(file + ": offset 0: the header is said to have " + length
                    + " bytes; expected at most " + remaining);
        }
        ByteBuffer header = buffer((int) length);
        readFully(file, channel, header);
        return SafetensorsHeader.parse(
                file, StandardCharsets.UTF_8.decode(header).toString(), remaining - length);
    }

    private static void readValues(Path file, ReadableByteChannel channel, double[] values, ByteBuffer chunk)
            throws IOException {
        for (int from = 0; from < values.length; from += CHUNK / 8) {
            int count = Math.min(CHUNK / 8, values.length - from);
            readFully(file, channel, chunk.clear().limit(8 * count));
            DoubleBuffer numbers = chunk.asDoubleBuffer();
            numbers.get(values, from, count);
        }
    }

    private static void readFully(Path file, ReadableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new DamagedModelException(file + ": the file became shorter while it was read");
            }
        }
        bytes.flip();
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
