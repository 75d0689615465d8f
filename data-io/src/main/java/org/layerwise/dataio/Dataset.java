package org.layerwise.dataio;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ShapeException;
import org.layerwise.dataio.internal.ColumnPick;
import org.layerwise.dataio.internal.ColumnStore;
import org.layerwise.dataio.internal.Names;
import org.layerwise.dataio.internal.Rows;

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
    /** What a column takes besides its values: its name and kind. */
    private static final long COLUMN = 80;

    private final String source;
    private final List<Column> columns;
    private final List<Integer> shape;
    private final FeatureStore store;
    private final List<Column> targets;
    private final FeatureStore targetStore;
    /** Of each example: its row in the store, in that of the targets, and in the file. */
    private final Rows rows;

    private final Rows targetRows;
    private final Rows origins;

    private Dataset(
            String source,
            List<Column> columns,
            List<Integer> shape,
            FeatureStore store,
            List<Column> targets,
            FeatureStore targetStore,
            Rows rows,
            Rows targetRows,
            Rows origins) {
        this.source = source;
        this.columns = columns instanceof NumberedColumns ? columns : List.copyOf(columns);
        this.shape = List.copyOf(shape);
        this.store = store;
        this.targets = List.copyOf(targets);
        this.targetStore = targetStore;
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
        return of(source, columns, store, targets, new ColumnStore(store.rows(), targetValues));
    }

    /**
     * A data set of all that is stored, its targets in a store of their own.
     *
     * @param source what messages call it: the file's name, or the generator
     * @param columns the features by name
     * @param store the features' values, (examples, features)
     * @param targets the targets by name
     * @param targetStore the targets' values, (examples, targets)
     */
    public static Dataset of(
            String source, List<Column> columns, FeatureStore store, List<Column> targets, FeatureStore targetStore) {
        if (targetStore.rows() != store.rows() || targetStore.columns() != targets.size()) {
            throw new ShapeException(store.rows() + " examples and " + targets.size() + " targets by name, but targets"
                    + " are " + targetStore.rows() + "x" + targetStore.columns());
        }
        Rows rows = Rows.first(store.rows());
        return new Dataset(source, columns, List.of(columns.size()), store, targets, targetStore, rows, rows, rows);
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
        return rows.count();
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
        return store.get(rows.at(example), column);
    }

    /** The value of a target as the file gives it: NaN where it is missing, the category's index in a categorical column. */
    public double target(int example, int column) {
        return targetStore.get(targetRows.at(example), column);
    }

    /** {@code titanic.csv: row 7}: where an example comes from; rows count from 1, without the header. */
    public String place(int example) {
        return source + ": row " + (origins.at(example) + 1);
    }

    /** {@code titanic.csv: row 7, column 'Age'}. */
    public String place(int example, Column column) {
        return place(example) + ", column '" + column.name() + "'";
    }

    /** The index, from 0, that an example has in its file. */
    public int origin(int example) {
        return origins.at(example);
    }

    /** The features as a new matrix of (examples, features). */
    public DenseMatrix featureMatrix() {
        DenseMatrix matrix = new DenseMatrix(examples(), features());
        for (int i = 0; i < examples(); i++) {
            store.scatter(rows.at(i), 0, features(), matrix.values(), i * features(), 1);
        }
        return matrix;
    }

    /**
     * Whether the features are read from a file, or computed, whenever they are asked for: then they should be taken in
     * order, or some examples at a time by {@link #inMemory}.
     */
    public boolean isStreamed() {
        return !store.isInMemory();
    }

    /** What the values take in memory, or in their file. */
    public long bytes() {
        return (long) examples()
                * ((long) features() * store.bytesPerValue() + (long) targets.size() * targetStore.bytesPerValue());
    }

    /**
     * What this data set holds in memory, names of columns included, in bytes, by what holds it: data sets with the same holder share it, and a
     * part of a file holds all of it.
     */
    public IdentityHashMap<Object, Long> held() {
        IdentityHashMap<Object, Long> held = new IdentityHashMap<>();
        for (FeatureStore one : List.of(store, targetStore)) {
            if (one.isInMemory()) {
                held.put(one.holder(), (long) one.rows() * one.columns() * one.bytesPerValue());
            }
        }
        held.put(columns, columns instanceof NumberedColumns ? 0 : COLUMN * columns.size());
        return held;
    }

    /**
     * Copies the features of one example.
     *
     * @param destination as long as there are features
     */
    public void copyFeatures(int example, double[] destination) {
        copyFeatures(example, 0, features(), destination, 0, 1);
    }

    /** Copies features {@code [from … to)} of one example; as {@link FeatureStore#scatter}. */
    void copyFeatures(int example, int from, int to, double[] destination, int offset, int stride) {
        store.scatter(rows.at(example), from, to, destination, offset, stride);
    }

    /** These examples, in this order, in memory. */
    public Dataset inMemory(int[] examples) {
        FeatureStore own = store.pick(rows.at(examples).list());
        FeatureStore ownTargets = targetStore.pick(targetRows.at(examples).list());
        Rows all = Rows.first(examples.length);
        return new Dataset(source, columns, shape, own, targets, ownTargets, all, all, origins.at(examples));
    }

    /**
     * The same examples with changed features, which are computed when they are asked for.
     *
     * @param change gives, for some of the examples in memory, the same ones with other features, each from its own
     *     example alone
     */
    public Dataset lazily(UnaryOperator<Dataset> change) {
        Dataset sample = change.apply(inMemory(new int[] {0}));
        FeatureStore lazy = new LazyFeatures(this, change, sample.features());
        return new Dataset(
                source,
                sample.columns,
                sample.shape,
                lazy,
                targets,
                targetStore,
                Rows.first(examples()),
                targetRows,
                origins);
    }

    /** The features of exactly these examples, in this order. */
    FeatureStore ownFeatures() {
        return store.rows() == examples() && rows.isFirst() ? store : store.pick(rows.list());
    }

    /** X: the features of all examples as a new matrix of (features, examples). */
    public DenseMatrix inputs() {
        DenseMatrix x = new DenseMatrix(features(), examples());
        gather(IntStream.range(0, examples()).toArray(), 0, examples(), x);
        return x;
    }

    /**
     * Writes the features of {@code examples[from … to)} into X, one column for each example; does not allocate, unless
     * they are streamed.
     *
     * @param examples indices of examples, a permutation for instance
     * @param x destination of shape (features, to - from)
     */
    public void gather(int[] examples, int from, int to, DenseMatrix x) {
        int batch = to - from;
        if (x.getRowDimension() != features() || x.getColumnDimension() != batch) {
            throw new ShapeException("X is " + x.shape() + " but the batch is " + features() + "x" + batch);
        }
        if (!store.isInMemory()) {
            int[] wanted = Arrays.copyOfRange(examples, from, to);
            FeatureStore picked = store.pick(rows.at(wanted).list());
            scatter(picked, IntStream.range(0, batch).toArray(), Rows.first(batch), 0, batch, x);
        } else {
            scatter(store, examples, rows, from, batch, x);
        }
    }

    private static void scatter(FeatureStore store, int[] examples, Rows rows, int from, int batch, DenseMatrix x) {
        int features = store.columns();
        int block = batch > WIDE_BATCH ? BLOCK / 2 : BLOCK;
        for (int c = 0; c < features; c += block) {
            int end = Math.min(c + block, features);
            for (int j = 0; j < batch; j++) {
                store.scatter(rows.at(examples[from + j]), c, end, x.values(), c * batch + j, batch);
            }
        }
    }

    /** These examples, in this order; an index may come twice. */
    public Dataset select(int[] examples) {
        Rows own = rows.at(examples);
        Rows ownTargets = targetRows == rows ? own : targetRows.at(examples);
        Rows ownOrigins = origins == rows ? own : origins.at(examples);
        return new Dataset(source, columns, shape, store, targets, targetStore, own, ownTargets, ownOrigins);
    }

    /** As {@link #select}; the indices are not copied if that can be: whoever gives them away no longer writes to them. */
    Dataset selectGiven(int[] examples) {
        Rows own = rows.atGiven(examples);
        Rows ownTargets = targetRows == rows ? own : targetRows.at(examples);
        Rows ownOrigins = origins == rows ? own : origins.at(examples);
        return new Dataset(source, columns, shape, store, targets, targetStore, own, ownTargets, ownOrigins);
    }

    private Dataset range(int from, int to) {
        Rows own = rows.range(from, to);
        Rows ownTargets = targetRows == rows ? own : targetRows.range(from, to);
        Rows ownOrigins = origins == rows ? own : origins.range(from, to);
        return new Dataset(source, columns, shape, store, targets, targetStore, own, ownTargets, ownOrigins);
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
        return range(count, examples());
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
        return range(0, count);
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
                source, names, List.of(names.size()), features, targets, targetStore, all(), targetRows, origins);
    }

    /**
     * The same examples with other targets.
     *
     * @param values one array for each target, in this view's order
     */
    public Dataset withTargets(List<Column> names, double[][] values) {
        return withTargets(names, new ColumnStore(examples(), values));
    }

    /**
     * The same examples with other targets.
     *
     * @param values (examples, targets), in this view's order
     */
    public Dataset withTargets(List<Column> names, FeatureStore values) {
        return new Dataset(source, columns, shape, store, names, values, rows, all(), origins);
    }

    /**
     * The same examples with the features of another data set as targets.
     *
     * @param others as many examples, in this view's order
     */
    public Dataset withTargets(Dataset others) {
        return new Dataset(source, columns, shape, store, others.columns, others.store, rows, others.rows, origins);
    }

    /** A data set whose features are the targets of this one, so that transforms can be fitted on them. */
    public Dataset targetsAsFeatures() {
        List<Integer> one = List.of(targets.size());
        FeatureStore none = new ColumnStore(targetStore.rows(), new double[0][]);
        return new Dataset(source, targets, one, targetStore, List.of(), none, targetRows, targetRows, origins);
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
        if (isStreamed()) {
            return lazily(some -> some.withColumns(names));
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
                return Optional.of(source + ": column '" + column.name() + "' holds "
                        + (column.isDate() ? "dates or times (" : "text (")
                        + Names.listed(column.categories().stream().limit(3).toList())
                        + "); one_hot makes numbers of it, drop leaves it out");
            }
        }
        double[] row = new double[features()];
        for (int i = 0; i < examples(); i++) {
            copyFeatures(i, row);
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
        return new Dataset(source, columns, axes, store, targets, targetStore, rows, targetRows, origins);
    }

    /** Every feature value replaced by a function of it; columns and axes stay. */
    public Dataset mapFeatures(DoubleUnaryOperator function) {
        FeatureStore mapped = store.map(rows.list(), function);
        return new Dataset(source, columns, shape, mapped, targets, targetStore, all(), targetRows, origins);
    }

    private Rows all() {
        return Rows.first(examples());
    }
}
