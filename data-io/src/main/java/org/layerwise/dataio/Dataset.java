package org.layerwise.dataio;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ShapeException;
import org.layerwise.dataio.internal.ColumnPick;
import org.layerwise.dataio.internal.Names;

/**
 * Examples with features and targets: an immutable view of what a reader read.
 *
 * <p>Each example is contiguous, rows are examples, as files have them. Networks want the course's orientation, (features,
 * examples): {@link #gather} transposes a mini-batch into it. Targets keep the values that the file gives; what they
 * mean (classes or numbers) follows from the loss, see {@link TargetEncoding}.
 *
 * <p>Taking a part copies nothing.
 */
public final class Dataset {
    /** Features that are transposed at a time: few enough that the lines written to stay in the first-level cache. */
    private static final int BLOCK = 32;

    private static final int WIDE_BATCH = 256;

    private final String source;
    private final List<Column> columns;
    private final List<Integer> shape;
    private final FeatureStore store;
    private final List<Column> targets;
    private final double[][] targetValues;
    /** Of each example: its row in the store, in the targets' arrays, and in the file. */
    private final int[] rows;

    private final int[] targetRows;
    private final int[] origins;

    private Dataset(
            String source,
            List<Column> columns,
            List<Integer> shape,
            FeatureStore store,
            List<Column> targets,
            double[][] targetValues,
            int[] rows,
            int[] targetRows,
            int[] origins) {
        this.source = source;
        this.columns = List.copyOf(columns);
        this.shape = List.copyOf(shape);
        this.store = store;
        this.targets = List.copyOf(targets);
        this.targetValues = targetValues;
        this.rows = rows;
        this.targetRows = targetRows;
        this.origins = origins;
        if (columns.size() != store.columns()) {
            throw new ShapeException(columns.size() + " columns are named but each example has " + store.columns());
        }
    }

    /**
     * A data set of all that is stored. Arrays are not copied: whoever gives them away no longer writes to them.
     *
     * @param source what messages call it: the file's name, or the generator
     * @param columns the features by name
     * @param store the features' values, (examples, features)
     * @param targets the targets by name; empty where none are known, as in data to predict from
     * @param targetValues one array for each target, as long as there are examples
     */
    public static Dataset of(
            String source, List<Column> columns, FeatureStore store, List<Column> targets, double[][] targetValues) {
        for (double[] values : targetValues) {
            if (values.length != store.rows()) {
                throw new ShapeException(store.rows() + " examples but " + values.length + " targets");
            }
        }
        int[] rows = IntStream.range(0, store.rows()).toArray();
        return new Dataset(source, columns, List.of(columns.size()), store, targets, targetValues, rows, rows, rows);
    }

    /** A data set of numbers, (examples, features) and (examples, targets), named {@code x1 …} and {@code y}; copied. */
    public static Dataset of(String source, DenseMatrix features, DenseMatrix targets) {
        int outputs = targets.getColumnDimension();
        double[][] values = new double[outputs][];
        Arrays.setAll(values, targets::getColumn);
        List<Column> names = outputs == 1 ? List.of(Column.numeric("y")) : Column.numbered("y", outputs);
        List<Column> columns = Column.numbered("x", features.getColumnDimension());
        return of(source, columns, FeatureStore.of(features.copy()), names, values);
    }

    /** What messages call this data set: {@code titanic.csv}. */
    public String source() {
        return source;
    }

    /** m, the number of examples. */
    public int examples() {
        return rows.length;
    }

    /** The features of each example, {@code n[0]} where every column is numeric. */
    public int features() {
        return columns.size();
    }

    /** The feature columns. */
    public List<Column> columns() {
        return columns;
    }

    /** The axes of one example before flattening: height, width, channels for images; otherwise the number of features. */
    public List<Integer> shape() {
        return shape;
    }

    /** The target columns; empty in data to predict from. */
    public List<Column> targets() {
        return targets;
    }

    /** The value of a feature: NaN where it is missing, the category's index in a categorical column. */
    public double feature(int example, int column) {
        return store.get(rows[example], column);
    }

    /** The value of a target as the file gives it: NaN where it is missing, the category's index in a categorical column. */
    public double target(int example, int column) {
        return targetValues[column][targetRows[example]];
    }

    /** {@code titanic.csv: row 7}: where an example comes from; rows count from 1, without the header. */
    public String place(int example) {
        return source + ": row " + (origins[example] + 1);
    }

    /** {@code titanic.csv: row 7, column 'Age'}. */
    public String place(int example, Column column) {
        return place(example) + ", column '" + column.name() + "'";
    }

    /** The index, from 0, that an example has in its file. */
    public int origin(int example) {
        return origins[example];
    }

    /** The features as a new matrix of (examples, features). */
    public DenseMatrix featureMatrix() {
        DenseMatrix matrix = new DenseMatrix(examples(), features());
        for (int i = 0; i < rows.length; i++) {
            store.scatter(rows[i], 0, features(), matrix.values(), i * features(), 1);
        }
        return matrix;
    }

    /** X: the features of all examples as a new matrix of (features, examples). */
    public DenseMatrix inputs() {
        DenseMatrix x = new DenseMatrix(features(), examples());
        gather(all(), 0, examples(), x);
        return x;
    }

    /**
     * Writes the features of {@code examples[from … to)} into X, one column for each example; does not allocate.
     *
     * @param examples indices of examples, a permutation for instance
     * @param x destination of shape (features, to - from)
     */
    public void gather(int[] examples, int from, int to, DenseMatrix x) {
        int batch = to - from;
        if (x.getRowDimension() != features() || x.getColumnDimension() != batch) {
            throw new ShapeException("X is " + x.shape() + " but the batch is " + features() + "x" + batch);
        }
        int block = batch > WIDE_BATCH ? BLOCK / 2 : BLOCK;
        for (int c = 0; c < features(); c += block) {
            int end = Math.min(c + block, features());
            for (int j = 0; j < batch; j++) {
                store.scatter(rows[examples[from + j]], c, end, x.values(), c * batch + j, batch);
            }
        }
    }

    /** These examples, in this order; an index may come twice. */
    public Dataset select(int[] examples) {
        return new Dataset(
                source,
                columns,
                shape,
                store,
                targets,
                targetValues,
                pick(rows, examples),
                pick(targetRows, examples),
                pick(origins, examples));
    }

    private static int[] pick(int[] from, int[] indices) {
        return IntStream.of(indices).map(i -> from[i]).toArray();
    }

    /**
     * All but the first examples.
     *
     * @throws DataException if fewer than count + 1 examples are there
     */
    public Dataset skip(int count) {
        if (count < 0 || count >= Math.max(1, examples())) {
            throw DataException.ofOption(
                    "skip",
                    "skip must be in [0, " + examples() + "), got " + count + "; " + source + " has " + examples()
                            + " examples");
        }
        return select(IntStream.range(count, examples()).toArray());
    }

    /**
     * The first examples.
     *
     * @throws DataException if fewer than count examples are there
     */
    public Dataset take(int count) {
        if (count < 1 || count > examples()) {
            throw DataException.ofOption(
                    "take",
                    "take must be in [1, " + examples() + "], got " + count + "; no more examples of " + source
                            + " are left");
        }
        return select(IntStream.range(0, count).toArray());
    }

    /**
     * The same examples with other features.
     *
     * @param features one row for each example of this view, in its order
     */
    public Dataset withFeatures(List<Column> names, FeatureStore features) {
        if (features.rows() != examples()) {
            throw new ShapeException(examples() + " examples but " + features.rows() + " rows of features");
        }
        return new Dataset(
                source, names, List.of(names.size()), features, targets, targetValues, all(), targetRows, origins);
    }

    /**
     * The same examples with other targets.
     *
     * @param values one array for each target, in this view's order
     */
    public Dataset withTargets(List<Column> names, double[][] values) {
        return new Dataset(source, columns, shape, store, names, values, rows, all(), origins);
    }

    /** A data set whose features are the targets of this one, so that transforms can be fitted on them. */
    public Dataset targetsAsFeatures() {
        DenseMatrix values = new DenseMatrix(examples(), targets.size());
        for (int i = 0; i < examples(); i++) {
            for (int t = 0; t < targets.size(); t++) {
                values.setEntry(i, t, target(i, t));
            }
        }
        FeatureStore own = FeatureStore.of(values);
        List<Integer> one = List.of(targets.size());
        return new Dataset(source, targets, one, own, List.of(), new double[0][], all(), all(), origins);
    }

    /**
     * The same examples with these feature columns, in this order: data to predict from, whatever else they hold.
     *
     * @throws DataException if a column is not there; it is named
     */
    public Dataset withColumns(List<String> names) {
        int[] places = ColumnPick.indices(this, names);
        if (Arrays.equals(places, IntStream.range(0, features()).toArray())) {
            return this;
        }
        DenseMatrix picked = new DenseMatrix(examples(), places.length);
        for (int i = 0; i < examples(); i++) {
            for (int c = 0; c < places.length; c++) {
                picked.setEntry(i, c, feature(i, places[c]));
            }
        }
        return withFeatures(IntStream.of(places).mapToObj(columns::get).toList(), FeatureStore.of(picked));
    }

    /**
     * Where the features are not ready for a network: {@code titanic.csv: row 6, column 'Age': the value is missing}.
     *
     * @return what is wrong with the first column that is categorical or the first value that is not finite; empty if all
     *     features are finite numbers
     */
    public Optional<String> notReady() {
        for (Column column : columns) {
            if (column.isCategorical()) {
                return Optional.of(source + ": column '" + column.name() + "' holds text ("
                        + Names.listed(column.categories().stream().limit(3).toList())
                        + "); one_hot makes numbers of it, drop leaves it out");
            }
        }
        double[] row = new double[features()];
        for (int i = 0; i < rows.length; i++) {
            store.scatter(rows[i], 0, row.length, row, 0, 1);
            for (int c = 0; c < row.length; c++) {
                if (!Double.isFinite(row[c])) {
                    String what = Double.isNaN(row[c])
                            ? "the value is missing or NaN; impute fills it"
                            : "the value is infinite";
                    return Optional.of(place(i, columns.get(c)) + ": " + what);
                }
            }
        }
        return Optional.empty();
    }

    /** The same values in other axes: {@code [28, 28]}. */
    public Dataset withShape(List<Integer> axes) {
        if (axes.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact) != features()) {
            throw new ShapeException("axes " + axes + " do not hold " + features() + " features");
        }
        return new Dataset(source, columns, axes, store, targets, targetValues, rows, targetRows, origins);
    }

    /** Every feature value replaced by a function of it; columns and axes stay. */
    public Dataset mapFeatures(DoubleUnaryOperator function) {
        FeatureStore mapped = store.map(rows, function);
        return new Dataset(source, columns, shape, mapped, targets, targetValues, all(), targetRows, origins);
    }

    private int[] all() {
        return IntStream.range(0, examples()).toArray();
    }
}
