package org.layerwise.dataio.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.FeatureStore;

/**
 * Images that are decoded whenever they are asked for. The last one stays decoded, so that whoever takes an image value by
 * value decodes it once.
 */
final class ImageStore implements FeatureStore {
    private final int rows;
    private final int columns;
    private final Decoder decoder;
    private volatile Decoded last = new Decoded(-1, new byte[0]);

    /** Decodes the image of a row. */
    @FunctionalInterface
    interface Decoder {
        void decode(int row, byte[] destination);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Decoded(int row, byte[] pixels) {}

    ImageStore(int rows, int columns, Decoder decoder) {
        this.rows = rows;
        this.columns = columns;
        this.decoder = decoder;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public boolean isInMemory() {
        return false;
    }

    @Override
    public int bytesPerValue() {
        return 1;
    }

    private byte[] pixels(int row) {
        Decoded known = last;
        if (known.row != row) {
            byte[] pixels = new byte[columns];
            decoder.decode(row, pixels);
            known = new Decoded(row, pixels);
            last = known;
        }
        return known.pixels;
    }

    @Override
    public double get(int row, int column) {
        return pixels(row)[column] & 0xff;
    }

    @Override
    public void scatter(int row, int from, int to, double[] destination, int offset, int stride) {
        byte[] pixels = pixels(row);
        for (int c = from, at = offset; c < to; c++, at += stride) {
            destination[at] = pixels[c] & 0xff;
        }
    }

    /** Bytes in memory; decoded by all cores. Of several that can't be the first is said, whichever came first in time. */
    @Override
    public FeatureStore pick(int[] chosen) {
        byte[] pixels = new byte[Math.multiplyExact(chosen.length, columns)];
        Map<Integer, DataException> failed = new ConcurrentSkipListMap<>();
        IntStream.range(0, chosen.length).parallel().forEach(i -> {
            byte[] own = new byte[columns];
            try {
                decoder.decode(chosen[i], own);
            } catch (DataException e) {
                failed.put(i, e);
            }
            System.arraycopy(own, 0, pixels, i * columns, columns);
        });
        for (DataException first : failed.values()) {
            throw first;
        }
        return new ByteStore(chosen.length, columns, pixels);
    }
}
