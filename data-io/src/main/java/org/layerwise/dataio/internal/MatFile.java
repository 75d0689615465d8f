package org.layerwise.dataio.internal;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.layerwise.dataio.DataException;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatFile.Entry;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Sparse;

/**
 * The variables of a MATLAB file of version 5 (saved by MATLAB 5 to 7.2, Octave, SciPy).
 *
 * <p>The library believes the sizes that the file declares; so the elements are walked first (see {@link MatElements}),
 * compressed ones unpacked into nothing to learn their true length, and no buffer may be larger than what the walk found.
 */
final class MatFile implements MatVariables {
    private static final int HEADER = 128;
    private static final int TAG = 8;
    private static final int MATRIX = 14;
    private static final int COMPRESSED = 15;

    private final InputFile file;
    private final List<String> names = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /** @throws DataException if the file is none of MATLAB's version 5, or a damaged one */
    MatFile(InputFile file, Predicate<String> wanted) throws IOException {
        this.file = file;
        if (file.size() > Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 2)) {
            throw file.wrong("has " + (file.size() >> 20) + " MB, which memory may not hold, and MATLAB's format is not"
                    + " streamed; save it as hdf5 (-v7.3) or npy, or give Java more memory");
        }
        byte[] content = Files.readAllBytes(file.path());
        ByteBuffer buffer = ByteBuffer.wrap(content).order(order(content));
        long longest = walk(content, buffer);
        try {
            // Not closed: that would take the values away, and there is nothing behind it but the array.
            Mat5.newReader(Sources.wrap(content))
                    .setEntryFilter(header -> {
                        names.add(header.getName());
                        return wanted.test(header.getName());
                    })
                    .setBufferAllocator(capped(longest))
                    .disableSubsystemProcessing()
                    .readMat()
                    .getEntries()
                    .forEach(entries::add);
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw file.wrong("is a damaged MATLAB file", e);
        }
    }

    private ByteOrder order(byte[] content) {
        if (content.length < HEADER) {
            throw file.wrong(
                    "is no MATLAB file: it has " + content.length + " bytes, less than the header of " + HEADER);
        }
        if (content[126] == 'I' && content[127] == 'M') {
            return ByteOrder.LITTLE_ENDIAN;
        }
        if (content[126] == 'M' && content[127] == 'I') {
            return ByteOrder.BIG_ENDIAN;
        }
        throw file.wrong("is no MATLAB 5 file: bytes 126 and 127 are neither 'IM' nor 'MI'; save it as version 5 or 7"
                + " (MATLAB: save -v7)");
    }

    /** Checks that the elements fill the file exactly; the length of the longest, unpacked. */
    private long walk(byte[] content, ByteBuffer buffer) {
        long longest = 0;
        int at = HEADER;
        while (at < buffer.limit()) {
            if (buffer.limit() - at < TAG) {
                throw file.wrong("has " + (buffer.limit() - at) + " trailing bytes at offset " + at);
            }
            int type = buffer.getInt(at);
            long size = buffer.getInt(at + 4) & 0xffffffffL;
            if (type != MATRIX && type != COMPRESSED) {
                throw file.wrong("holds no variable at offset " + at + " but an element of type " + type);
            }
            if (size > buffer.limit() - at - TAG) {
                throw file.wrong("is cut short: the variable at offset " + at + " declares " + size + " bytes, "
                        + (buffer.limit() - at - TAG) + " are left");
            }
            longest = Math.max(longest, checked(content, buffer.order(), type, at, (int) size));
            at += TAG + (int) size;
        }
        if (longest == 0) {
            throw file.wrong("holds no variables");
        }
        return longest;
    }

    /** Walks through a variable; its length, unpacked. */
    private long checked(byte[] content, ByteOrder order, int type, int at, int size) {
        Inflater inflater = new Inflater();
        try (InputStream plain = new ByteArrayInputStream(content, at + TAG, size);
                InputStream in = type == COMPRESSED ? new InflaterInputStream(plain, inflater) : plain) {
            MatElements elements = new MatElements(file, at, in, order);
            if (type == COMPRESSED) {
                elements.checkTagged();
                return inflater.getBytesWritten();
            }
            elements.check(size);
            return size;
        } catch (EOFException e) {
            throw file.wrong("is cut short: the compressed variable at offset " + at + " does not end", e);
        } catch (IOException e) {
            throw file.wrong("is damaged: the compressed variable at offset " + at + " can't be unpacked", e);
        } finally {
            inflater.end();
        }
    }

    private BufferAllocator capped(long longest) {
        return new BufferAllocator() {
            @Override
            public ByteBuffer allocate(int size) {
                if (size < 0 || size > longest) {
                    throw file.wrong("a variable declares " + size + " bytes; the longest has " + longest);
                }
                return ByteBuffer.allocate(size);
            }

            @Override
            public void release(ByteBuffer buffer) {}
        };
    }

    @Override
    public List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public Tensor read(String name, String option) {
        Array array = entries.stream()
                .filter(entry -> entry.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> file.unknown(option, "variable", name, names))
                .getValue();
        try {
            return tensor(name, array, option);
        } catch (DataException e) {
            throw e;
        } catch (RuntimeException e) {
            throw file.wrong("variable '" + name + "' is damaged", e);
        }
    }

    private Tensor tensor(String name, Array array, String option) {
        List<Integer> axes = Arrays.stream(array.getDimensions()).boxed().toList();
        if (array instanceof Matrix matrix && !matrix.isComplex()) {
            return matrix(name, axes, matrix).fromColumnMajor();
        }
        if (array instanceof Char text) {
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < text.getNumRows(); i++) {
                rows.add(text.getRow(i).strip());
            }
            return Tensor.ofTexts(name, List.of(rows.size()), rows);
        }
        if (array instanceof Cell cell) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < cell.getNumElements(); i++) {
                if (!(cell.get(i) instanceof Char text)) {
                    throw refused(name, "a cell array that holds something else than texts", option);
                }
                texts.add(text.getString());
            }
            return Tensor.ofTexts(name, axes, texts).fromColumnMajor();
        }
        throw refused(name, array instanceof Matrix ? "complex" : "of type " + array.getType(), option);
    }

    private DataException refused(String name, String what, String option) {
        return DataException.ofOption(
                option, "variable '" + name + "' of " + file.name() + " is " + what + "; real numbers are needed");
    }

    private Tensor matrix(String name, List<Integer> axes, Matrix matrix) {
        int size = matrix.getNumElements();
        if (matrix.getType() == MatlabType.UInt8 && !matrix.isLogical()) {
            byte[] bytes = new byte[size];
            for (int i = 0; i < size; i++) {
                bytes[i] = matrix.getByte(i);
            }
            return Tensor.ofBytes(name, axes, bytes);
        }
        double[] numbers = new double[size];
        if (matrix instanceof Sparse sparse) {
            int rows = sparse.getNumRows();
            sparse.forEach(
                    (row, column, value, imaginary) -> numbers[Objects.checkIndex(row, rows) + column * rows] = value);
            return Tensor.ofNumbers(name, axes, numbers);
        }
        for (int i = 0; i < size; i++) {
            numbers[i] = matrix.getDouble(i);
        }
        return Tensor.ofNumbers(name, axes, numbers);
    }

    @Override
    public void close() {}
}
