package org.layerwise.experiment.internal.model;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerwise.core.DenseMatrix;
import org.layerwise.experiment.internal.Json;
import tools.jackson.core.JacksonException;

/**
 * The header of a safetensors file.
 *
 * @param tensors where the values are, by name; they fill the data exactly
 * @param metadata texts by name
 */
record SafetensorsHeader(Map<String, Tensor> tensors, Map<String, String> metadata) {
    private static final String METADATA = "__metadata__";

    /** Where the values of one matrix are, in bytes after the header. */
    record Tensor(int rows, int columns, long from, long to) {}

    static byte[] of(Map<String, DenseMatrix> tensors, Map<String, String> metadata) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put(METADATA, metadata);
        long offset = 0;
        for (Map.Entry<String, DenseMatrix> tensor : tensors.entrySet()) {
            DenseMatrix matrix = tensor.getValue();
            long end = offset + 8L * matrix.values().length;
            Map<String, Object> entry = new LinkedHashMap<>(); // in this order: the bytes must not depend on the JVM
            entry.put("dtype", "F64");
            entry.put("shape", List.of(matrix.getRowDimension(), matrix.getColumnDimension()));
            entry.put("data_offsets", List.of(offset, end));
            header.put(tensor.getKey(), entry);
            offset = end;
        }
        String json = Json.write(header);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return (json + " ".repeat((8 - bytes.length % 8) % 8)).getBytes(StandardCharsets.UTF_8);
    }

    static SafetensorsHeader parse(Path file, String json, long dataBytes) {
        Map<String, String> metadata = new LinkedHashMap<>();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        long next = 0;
        for (Map.Entry<?, ?> entry : object(file, json).entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (name.equals(METADATA)) {
                if (entry.getValue() instanceof Map<?, ?> texts) {
                    texts.forEach((key, text) -> metadata.put(String.valueOf(key), String.valueOf(text)));
                }
            } else {
                Tensor tensor = tensor(file, name, entry.getValue());
                if (tensor.from != next) {
                    throw damaged(file, name, "begins at " + tensor.from + "; expected " + next);
                }
                next = tensor.to;
                tensors.put(name, tensor);
            }
        }
        if (next != dataBytes) {
            throw new DamagedModelException(
                    file + ": " + dataBytes + " bytes of values; expected " + next + ", as the header says");
        }
        return new SafetensorsHeader(tensors, metadata);
    }

    private static Map<?, ?> object(Path file, String json) {
        try {
            if (Json.read(json) instanceof Map<?, ?> map) {
                return map;
            }
        } catch (JacksonException e) {
            throw new DamagedModelException(file + ": the header is damaged; expected JSON", e);
        }
        throw new DamagedModelException(file + ": the header is damaged; expected a JSON object");
    }

    private static Tensor tensor(Path file, String name, Object entry) {
        if (!(entry instanceof Map<?, ?> map)
                || !"F64".equals(map.get("dtype"))
                || !(map.get("shape") instanceof List<?> shape)
                || !(map.get("data_offsets") instanceof List<?> offsets)) {
            throw damaged(file, name, "is not described as float64 with shape and offsets");
        }
        long rows = number(file, name, shape, 0);
        long columns = number(file, name, shape, 1);
        long from = number(file, name, offsets, 0);
        long to = number(file, name, offsets, 1);
        long bytes = Math.multiplyHigh(rows, columns) == 0 ? rows * columns : -1;
        if (rows > Integer.MAX_VALUE
                || columns > Integer.MAX_VALUE
                || bytes < 0
                || bytes > Integer.MAX_VALUE
                || to - from != 8 * bytes) {
            throw damaged(file, name, "of shape " + shape + " does not fit offsets " + offsets);
        }
        return new Tensor((int) rows, (int) columns, from, to);
    }

    private static long number(Path file, String name, List<?> numbers, int index) {
        if (numbers.size() == 2 && numbers.get(index) instanceof Long number && number >= 0) {
            return number;
        }
        throw damaged(file, name, "has " + numbers + "; expected two whole numbers");
    }

    private static DamagedModelException damaged(Path file, String name, String what) {
        return new DamagedModelException(file + ": tensor " + name + " " + what);
    }
}
