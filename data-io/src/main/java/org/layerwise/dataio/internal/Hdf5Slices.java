package org.layerwise.dataio.internal;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OrderedDataType;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.layerwise.dataio.ReadContext;

/**
 * A data set of an HDF5 file that stays there: contiguous numbers are read where they lie, chunked ones are converted once,
 * a band of chunks at a time.
 */
final class Hdf5Slices {
    private static final int BAND_BYTES = 1 << 24;

    private final InputFile file;
    private final String name;
    private final Dataset dataset;
    private final ReadContext context;
    private final long userBlock;

    /** @param userBlock the bytes before the beginning from which HDF5 counts */
    Hdf5Slices(InputFile file, String name, Dataset dataset, ReadContext context, long userBlock) {
        this.file = file;
        this.name = name;
        this.dataset = dataset;
        this.context = context;
        this.userBlock = userBlock;
    }

    /** The array, where it is to be streamed and can be; texts and scalars are not. */
    Optional<Tensor> tensor() throws IOException {
        Optional<Elements> type = elements(dataset.getDataType());
        if (dataset.isScalar() || dataset.getSize() == 0 || type.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> axes = Arrays.stream(dataset.getDimensions()).boxed().toList();
        if (!FileArray.isWanted(file, context, type.get(), axes)) {
            return Optional.empty();
        }
        if (dataset instanceof ContiguousDataset contiguous
                && dataset.getDataType() instanceof OrderedDataType ordered) {
            long offset = contiguous.getDataAddress() + userBlock;
            ByteOrder order = ordered.getByteOrder();
            return Optional.of(
                    Tensor.inFile(name, axes, FileArray.within(file, name, context, axes, offset, type.get(), order)));
        }
        return Optional.of(
                Tensor.inFile(name, axes, FileArray.converted(file, name, context, axes, type.get(), this::convert)));
    }

    private static Optional<Elements> elements(DataType type) {
        if (type instanceof FixedPoint whole && whole.getBitOffset() == 0) {
            boolean full = whole.getBitPrecision() == 8 * type.getSize();
            return full ? named((whole.isSigned() ? "I" : "U") + type.getSize()) : Optional.empty();
        }
        return type instanceof FloatingPoint ? named("F" + type.getSize()) : Optional.empty();
    }

    private static Optional<Elements> named(String wanted) {
        return Arrays.stream(Elements.values())
                .filter(element -> element.name().equals(wanted))
                .findFirst();
    }

    private void convert(FileArray.Sink sink) {
        int[] shape = dataset.getDimensions();
        long rowBytes = dataset.getSizeInBytes() / shape[0];
        int chunk = dataset instanceof ChunkedDataset chunked ? chunked.getChunkDimensions()[0] : 1;
        int most = (int) Math.max(1, Math.min(shape[0], BAND_BYTES / Math.max(1, rowBytes)));
        int band = chunk <= most ? most / chunk * chunk : most;
        int[] size = shape.clone();
        long[] from = new long[shape.length];
        for (int row = 0; row < shape[0]; row += band) {
            from[0] = row;
            size[0] = Math.min(band, shape[0] - row);
            put(dataset.getData(from, size), sink);
        }
    }

    /** The elements of an array of arrays, in order. */
    private static void put(Object values, FileArray.Sink sink) {
        int length = Array.getLength(values);
        if (values instanceof Object[] inner && !(values instanceof Number[])) {
            for (Object part : inner) {
                put(part, sink);
            }
            return;
        }
        for (int i = 0; i < length; i++) {
            sink.put(((Number) Array.get(values, i)).doubleValue());
        }
    }
}
