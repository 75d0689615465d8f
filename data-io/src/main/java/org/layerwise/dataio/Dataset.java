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
    private final String source;
    private final StoredColumns stored;
    private final StoredColumns storedTargets;
    private final Selection selection;

    private Dataset(String source, StoredColumns stored, StoredColumns storedTargets, Selection selection) {
        this.source = source;
        this.stored = stored;
        this.storedTargets = storedTargets;
        this.selection = selection;
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
        return new Dataset(
                source,
                new StoredColumns(columns, store),
                new StoredColumns(targets, targetStore),
                Selection.all(store.rows()));
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
        return selection.count();
    }

    /** The features of each example, {@code n[0]} where every column is numeric. */
    public int features() {
        return stored.count();
    }

    /** The feature columns. */
    public List<Column> columns() {
        return stored.columns();
    }

    /** The axes of one example before flattening: height, width, channels for images; otherwise the number of features. */
    public List<Integer> shape() {
        return stored.axes();
    }

    /** The target columns; empty in data to predict from. */
    public List<Column> targets() {
        return storedTargets.columns();
    }

    /** The value of a feature: NaN where it is missing, the category's index in a categorical column. */
    public double feature(int example, int column) {
        return stored.store().get(selection.features().at(example), column);
    }

    /** The value of a target as the file gives it: NaN where it is missing, the category's index in a categorical column. */
    public double target(int example, int column) {
        return storedTargets.store().get(selection.targets().at(example), column);
    }

    /** {@code titanic.csv: row 7}: where an example comes from; rows count from 1, without the header. */
    public String place(int example) {
        return source + ": row " + (origin(example) + 1);
    }

    /** {@code titanic.csv: row 7, column 'Age'}. */
    public String place(int example, Column column) {
        return place(example) + ", column '" + column.name() + "'";
    }

    /** The index, from 0, that an example has in its file. */
    public int origin(int example) {
        return selection.origins().at(example);
    }

    /** The features as a new matrix of (examples, features). */
    public DenseMatrix featureMatrix() {
        DenseMatrix matrix = new DenseMatrix(examples(), features());
        for (int i = 0; i < examples(); i++) {
            copyFeatures(i, 0, features(), matrix.values(), i * features(), 1);
        }
        return matrix;
    }

    /**
     * Whether the features are read from a file, or computed, whenever they are asked for: then they should be taken in
     * order, or some examples at a time by {@link #inMemory}.
     */
    public boolean isStreamed() {
        return !stored.store().isInMemory();
    }

    /** What the values take in memory, or in their file. */
    public long bytes() {
        return examples() * (stored.bytesPerExample() + storedTargets.bytesPerExample());
    }

    /**
     * What this data set holds in memory, names of columns included, in bytes, by what holds it: data sets with the same
     * holder share it, and a part of a file holds all of it.
     */
    public IdentityHashMap<Object, Long> held() {
        IdentityHashMap<Object, Long> held = new IdentityHashMap<>();
        stored.addHeldValues(held);
        storedTargets.addHeldValues(held);
        stored.addHeldNames(held);
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
        stored.store().scatter(selection.features().at(example), from, to, destination, offset, stride);
    }

    /** These examples, in this order, in memory. */
    public Dataset inMemory(int[] examples) {
        Selection chosen = selection.at(examples);
        return new Dataset(
                source,
                stored.with(stored.store().pick(chosen.features().list())),
                storedTargets.with(storedTargets.store().pick(chosen.targets().list())),
                chosen.withOwnValues());
    }

    /**
     * The same examples with changed features, which are computed when they are asked for.
     *
     * @param change gives, for some of the examples in memory, the same ones with other features, each from its own
     *     example alone
     */
    public Dataset lazily(UnaryOperator<Dataset> change) {
        Dataset sample = change.apply(inMemory(new int[] {0}));
        StoredColumns lazy = sample.stored.with(new LazyFeatures(this, change, sample.features()));
        return new Dataset(source, lazy, storedTargets, selection.withOwnFeatures());
    }

    /** The features of exactly these examples, in this order. */
    FeatureStore ownFeatures() {
        FeatureStore store = stored.store();
        Rows rows = selection.features();
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
        Gathering.fill(stored.store(), selection.features(), examples, from, x);
    }

    /** These examples, in this order; an index may come twice. */
    public Dataset select(int[] examples) {
        return with(selection.at(examples));
    }

    /** As {@link #select}; the indices are not copied if that can be: whoever gives them away no longer writes to them. */
    Dataset selectGiven(int[] examples) {
        return with(selection.atGiven(examples));
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
        return with(selection.range(count, examples()));
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
        return with(selection.range(0, count));
    }

    private Dataset with(Selection part) {
        return new Dataset(source, stored, storedTargets, part);
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
        return new Dataset(source, new StoredColumns(names, features), storedTargets, selection.withOwnFeatures());
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
        return new Dataset(source, stored, new StoredColumns(names, values), selection.withOwnTargets());
    }

    /**
     * The same examples with the features of another data set as targets.
     *
     * @param others as many examples, in this view's order
     */
    public Dataset withTargets(Dataset others) {
        return new Dataset(source, stored, others.stored, selection.withTargets(others.selection));
    }

    /** A data set whose features are the targets of this one, so that transforms can be fitted on them. */
    public Dataset targetsAsFeatures() {
        FeatureStore none = new ColumnStore(storedTargets.store().rows(), new double[0][]);
        return new Dataset(source, storedTargets, new StoredColumns(List.of(), none), selection.targetsAsFeatures());
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
        return withFeatures(IntStream.of(places).mapToObj(columns()::get).toList(), pick(places));
    }

    private FeatureStore pick(int[] columns) {
        DenseMatrix picked = new DenseMatrix(examples(), columns.length);
        for (int i = 0; i < examples(); i++) {
            for (int c = 0; c < columns.length; c++) {
                picked.setEntry(i, c, feature(i, columns[c]));
            }
        }
        return FeatureStore.of(picked);
    }

    /**
     * Where the features are not ready for a network: {@code titanic.csv: row 6, column 'Age': the value is missing}.
     *
     * @return what is wrong with the first column that is categorical or the first value that is not finite; empty if all
     *     features are finite numbers
     */
    public Optional<String> notReady() {
        return Readiness.problem(this);
    }

    /** The same values in other axes: {@code [28, 28]}. */
    public Dataset withShape(List<Integer> axes) {
        return new Dataset(source, stored.withAxes(axes), storedTargets, selection);
    }

    /** Every feature value replaced by a function of it; columns and axes stay. */
    public Dataset mapFeatures(DoubleUnaryOperator function) {
        FeatureStore mapped = stored.store().map(selection.features().list(), function);
        return new Dataset(source, stored.with(mapped), storedTargets, selection.withOwnFeatures());
    }
}
