package org.layerwise.dataio.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.layerwise.dataio.DataException;

/**
 * The IDX format of MNIST: two zero bytes, the element type, the number of axes, each axis as four bytes, then the elements,
 * all most significant byte first.
 */
public final class IdxFile {
    private static final Map<Integer, Elements> TYPES = Map.of(
            0x08, Elements.U1,
            0x09, Elements.I1,
            0x0B, Elements.I2,
            0x0C, Elements.I4,
            0x0D, Elements.F4,
            0x0E, Elements.F8);

    private IdxFile() {}

    /**
     * The array in a file.
     *
     * @throws DataException if the file is none of this format, is cut short, has trailing bytes or a wrong check sum
     */
    public static Tensor read(InputFile file) throws IOException {
        try (ByteReader reader = ByteReader.open(file)) {
            ByteBuffer magic = reader.buffer(4, "the first bytes");
            Elements type = TYPES.get(magic.get(2) & 0xff);
            int dimensions = magic.get(3) & 0xff;
            if (magic.getShort(0) != 0 || type == null || dimensions == 0) {
                throw reader.wrong(String.format(
                        java.util.Locale.ROOT,
                        "is no IDX file: it begins with %08x; 00000803 for images and 00000801 for labels are expected",
                        magic.getInt(0)));
            }
            ByteBuffer sizes = reader.buffer(4 * dimensions, "the sizes of " + dimensions + " axes");
            List<Integer> axes = new ArrayList<>();
            long bytes = type.size();
            for (int d = 0; d < dimensions; d++) {
                int size = sizes.getInt();
                bytes = size < 0 || bytes > Integer.MAX_VALUE ? Long.MAX_VALUE : bytes * size;
                axes.add(size);
            }
            ByteBuffer elements = ByteBuffer.wrap(reader.take(bytes, "the values of axes " + axes));
            reader.finish();
            return type.tensor(file.name(), axes, elements);
        }
    }
}
