package org.layerwise.dataio.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.ReadContext;

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

    /** As many as NumPy had for long; images have three or four. */
    private static final int MOST_AXES = 32;

    private IdxFile() {}

    /**
     * The array in a file, in memory or, where the context says so, left there.
     *
     * @throws DataException if the file is none of this format, is cut short, has trailing bytes or a wrong check sum
     */
    public static Tensor read(InputFile file, ReadContext context) throws IOException {
        try (ByteReader reader = ByteReader.open(file)) {
            ByteBuffer magic = reader.buffer(4, "the first bytes");
            Elements type = TYPES.get(magic.get(2) & 0xff);
            int dimensions = magic.get(3) & 0xff;
            if (magic.getShort(0) != 0 || type == null || dimensions == 0) {
                throw reader.wrong(String.format(
                        Locale.ROOT,
                        "is no IDX file: it begins with %08x; 00000803 for images and 00000801 for labels are expected",
                        magic.getInt(0)));
            }
            if (dimensions > MOST_AXES) {
                throw reader.wrong(
                        "is said to have " + dimensions + " axes; expected at most " + MOST_AXES + ", images have 3");
            }
            ByteBuffer sizes = reader.buffer(4 * dimensions, "the sizes of " + dimensions + " axes");
            List<Integer> axes = new ArrayList<>();
            boolean sound = true;
            for (int d = 0; d < dimensions; d++) {
                int size = sizes.getInt();
                sound &= size >= 0;
                axes.add(size);
            }
            String what = "the values of axes " + axes;
            long bytes = sound ? FileArray.size(axes) * type.size() : Long.MAX_VALUE;
            if (sound && FileArray.isWanted(file, context, type, axes)) {
                return Tensor.inFile(
                        file.name(), axes, reader.leave(bytes, what, context, axes, type, ByteOrder.BIG_ENDIAN));
            }
            ByteBuffer elements = ByteBuffer.wrap(reader.take(bytes, what));
            reader.finish();
            return type.tensor(file.name(), axes, elements);
        }
    }
}
