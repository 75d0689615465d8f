package org.layerwise.dataio.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.Streaming;

/**
 * An array as a file holds it: unsigned bytes, numbers or texts in memory, the last axis contiguous, or numbers that stay in
 * their file.
 */
public final class Tensor {
    private final String name;
    private final List<Integer> axes;
    private final byte[] bytes;
    private final double[] numbers;
    private final List<String> texts;
    private final Optional<FileArray> kept;
    /** Whether the first axis runs fastest in the file, not the last. */
    private final boolean columnMajor;

    private Tensor(String name, List<Integer> axes, byte[] bytes, double[] numbers, List<String> texts) {
        this(name, axes, bytes, numbers, texts, Optional.empty(), false);
    }

    private Tensor(
            String name,
            List<Integer> axes,
            byte[] bytes,
            double[] numbers,
            List<String> texts,
            Optional<FileArray> kept,
            boolean columnMajor) {
        this.name = name;
        this.axes = List.copyOf(axes);
        this.bytes = bytes;
        this.numbers = numbers;
        this.texts = texts;
        this.kept = kept;
        this.columnMajor = columnMajor;
    }

    public static Tensor ofBytes(String name, List<Integer> axes, byte[] bytes) {
        return new Tensor(name, axes, bytes, new double[0], List.of());
    }

    public static Tensor ofNumbers(String name, List<Integer> axes, double[] numbers) {
        return new Tensor(name, axes, new byte[0], numbers, List.of());
    }

    public static Tensor ofTexts(String name, List<Integer> axes, List<String> texts) {
        return new Tensor(name, axes, new byte[0], new double[0], List.copyOf(texts));
    }

    /** An array that stays in its file, the last axis contiguous. */
    static Tensor inFile(String name, List<Integer> axes, FileArray kept) {
        return new Tensor(name, axes, new byte[0], new double[0], List.of(), Optional.of(kept), false);
    }

    public String name() {
        return name;
    }

    public List<Integer> axes() {
        return axes;
    }

    /** The same values with other axes of the same product. */
    Tensor withAxes(List<Integer> others) {
        return new Tensor(name, others, bytes, numbers, texts, kept, columnMajor);
    }

    /** {@code 209x64x64x3}, for messages. */
    public String shape() {
        return axes.isEmpty()
                ? "scalar"
                : String.join("x", axes.stream().map(String::valueOf).toList());
    }

    /** The number of entries, the product of the axes. */
    public long size() {
        return axes.contains(0)
                ? 0
                : axes.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** How to read what belongs to these features: left in its file where they are, since memory would not do for doubles. */
    public ReadContext forTargets(ReadContext context) {
        return isInFile()
                ? new ReadContext(context.baseDirectory(), context.random(), Streaming.ALWAYS, context.progress())
                : context;
    }

    /** Whether the entries stay in their file. */
    public boolean isInFile() {
        return kept.isPresent();
    }

    public boolean isText() {
        return !texts.isEmpty();
    }

    public int first() {
        return axes.isEmpty() ? 1 : axes.get(0);
    }

    public int last() {
        return axes.isEmpty() ? 1 : axes.get(axes.size() - 1);
    }

    /** An entry by its place in memory. */
    public double number(int index) {
        if (kept.isPresent()) {
            return kept.get().rows(Math.toIntExact(size())).get(index, 0);
        }
        return bytes.length > 0 ? bytes[index] & 0xff : numbers[index];
    }

    public List<String> texts() {
        return texts;
    }

    /** The entries as names: texts as they are, numbers written out. */
    public List<String> labels() {
        return isText()
                ? texts
                : IntStream.range(0, Math.toIntExact(size()))
                        .mapToObj(i -> Column.numeric(name).label(number(i)).orElse("NaN"))
                        .toList();
    }

    /** Whether all but one axis have a single entry. */
    public boolean isVector() {
        return axes.stream().filter(n -> n != 1).count() <= 1;
    }

    /** The same array where the file has its first axis contiguous, as MATLAB and Fortran have. */
    public Tensor fromColumnMajor() {
        if (axes.size() < 2 || isVector()) {
            return this;
        }
        if (kept.isPresent()) {
            return new Tensor(name, axes, bytes, numbers, texts, kept, true);
        }
        int[] from = columnMajorOrder(axes);
        if (isText()) {
            return ofTexts(name, axes, Arrays.stream(from).mapToObj(texts::get).toList());
        }
        if (bytes.length > 0) {
            byte[] reordered = new byte[from.length];
            for (int i = 0; i < from.length; i++) {
                reordered[i] = bytes[from[i]];
            }
            return ofBytes(name, axes, reordered);
        }
        return ofNumbers(
                name, axes, Arrays.stream(from).mapToDouble(i -> numbers[i]).toArray());
    }

    /** For each place in row-major order the place in column-major order. */
    private static int[] columnMajorOrder(List<Integer> axes) {
        int dimensions = axes.size();
        int[] strides = new int[dimensions];
        int stride = 1;
        for (int d = 0; d < dimensions; d++) {
            strides[d] = stride;
            stride *= axes.get(d);
        }
        int[] from = new int[stride];
        int[] index = new int[dimensions];
        int at = 0;
        for (int i = 0; i < from.length; i++) {
            from[i] = at;
            for (int d = dimensions - 1; d >= 0; d--) {
                at += strides[d];
                if (++index[d] < axes.get(d)) {
                    break;
                }
                at -= index[d] * strides[d];
                index[d] = 0;
            }
        }
        return from;
    }

    /** The examples along the first axis, each as one row. */
    public FeatureStore examplesFirst() {
        int rows = first();
        int columns = columns(rows);
        if (kept.isPresent()) {
            return firstInFile(kept.get(), rows);
        }
        return bytes.length > 0
                ? new ByteStore(rows, columns, bytes)
                : FeatureStore.of(DenseMatrix.wrap(rows, columns, numbers));
    }

    private FeatureStore firstInFile(FileArray array, int rows) {
        if (!columnMajor) {
            return array.rows(rows);
        }
        int[] order = columnMajorOrder(axes.subList(1, axes.size()));
        int[] places = new int[order.length];
        for (int c = 0; c < order.length; c++) {
            places[order[c]] = c;
        }
        return array.turned(rows, k -> places[k]);
    }

    private int columns(int rows) {
        return rows == 0 ? 0 : Math.toIntExact(size() / rows);
    }

    /** The examples along the last axis, each as one row. */
    public FeatureStore examplesLast() {
        int rows = last();
        int columns = columns(rows);
        if (kept.isPresent()) {
            return lastInFile(kept.get(), rows);
        }
        if (bytes.length > 0) {
            byte[] turned = new byte[bytes.length];
            for (int c = 0; c < columns; c++) {
                for (int i = 0; i < rows; i++) {
                    turned[i * columns + c] = bytes[c * rows + i];
                }
            }
            return new ByteStore(rows, columns, turned);
        }
        DenseMatrix lying = DenseMatrix.wrap(/* rows= */ columns, /* columns= */ rows, numbers);
        return FeatureStore.of(lying.transpose());
    }

    private FeatureStore lastInFile(FileArray array, int rows) {
        if (!columnMajor) {
            return array.turned(rows, k -> k);
        }
        FeatureStore lying = array.rows(rows);
        List<Integer> one = axes.subList(0, axes.size() - 1);
        return one.size() == 1 ? lying : new ReorderedColumns(lying, columnMajorOrder(one));
    }

    /** The entries of a vector, each as one row. */
    FeatureStore entries() {
        int rows = Math.toIntExact(size());
        return kept.map(array -> array.rows(rows))
                .orElseGet(() -> new Tensor(name, List.of(rows, 1), bytes, numbers, texts).examplesFirst());
    }

    /** The first entry that is infinite; NaN stands for a missing value and is let through. */
    public Optional<Integer> infinite() {
        for (int i = 0; i < numbers.length; i++) {
            if (Double.isInfinite(numbers[i])) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
