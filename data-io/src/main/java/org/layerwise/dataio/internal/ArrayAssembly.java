package org.layerwise.dataio.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.readers.ExampleAxis;

/** Makes a data set of arrays: finds the axis of the examples and checks that features and targets fit. */
public final class ArrayAssembly {
    private final String source;
    private final Tensor features;
    private final Optional<Tensor> targets;
    private final Optional<ExampleAxis> axis;

    public ArrayAssembly(String source, Tensor features, Optional<Tensor> targets, Optional<ExampleAxis> axis) {
        this.source = source;
        this.features = features;
        this.targets = targets;
        this.axis = axis;
    }

    /**
     * The data set.
     *
     * @param classes names of the target's values 0, 1, …; empty where the file gives none
     */
    public Dataset dataset(List<String> classes) {
        checkFeatures();
        boolean last = examplesAreLast();
        FeatureStore store = last ? features.examplesLast() : features.examplesFirst();
        List<Integer> axes = features.axes();
        List<Integer> shape = new ArrayList<>(
                last ? axes.subList(0, axes.size() - 1) : axes.subList(Math.min(1, axes.size()), axes.size()));
        List<Column> columns = Column.numbered("x", store.columns());
        List<Column> names = new ArrayList<>();
        FeatureStore values = targets.map(y -> targetValues(y, store.rows(), last, classes, names))
                .orElseGet(() -> new ColumnStore(store.rows(), new double[0][]));
        Dataset dataset = Dataset.of(source, columns, store, names, values);
        return shape.size() > 1 ? dataset.withShape(shape) : dataset;
    }

    private void checkFeatures() {
        if (features.isText()) {
            throw DataException.ofOption(
                    "features", source + ": '" + features.name() + "' holds text; features must be numbers");
        }
        if (features.size() == 0) {
            throw new DataException(source + ": '" + features.name() + "' is empty (" + features.shape() + ")");
        }
        // What stays in its file is looked at when it is read.
        features.infinite().ifPresent(at -> {
            throw new DataException(source + ": '" + features.name() + "'" + index(features, at) + " is infinite");
        });
    }

    private static String index(Tensor tensor, int at) {
        List<String> indices = new ArrayList<>();
        int rest = at;
        for (int d = tensor.axes().size() - 1; d >= 0; d--) {
            indices.add(0, String.valueOf(rest % tensor.axes().get(d)));
            rest /= tensor.axes().get(d);
        }
        return "[" + String.join(", ", indices) + "]";
    }

    private boolean examplesAreLast() {
        if (axis.isPresent()) {
            return axis.get() == ExampleAxis.COLUMNS && features.axes().size() > 1;
        }
        if (targets.isEmpty() || features.axes().size() < 2) {
            return false;
        }
        Tensor y = targets.get();
        boolean first = fits(y, features.first());
        boolean last = fits(y, features.last());
        if (first && last && features.axes().size() == 2) {
            throw DataException.ofOption(
                    "examples",
                    source + ": '" + features.name() + "' is " + features.shape() + " and '" + y.name() + "' is "
                            + y.shape()
                            + ", so either axis may hold the examples; say examples: rows or examples: columns");
        }
        if (!first && !last) {
            throw mismatch(y, features.first());
        }
        return !first;
    }

    private static boolean fits(Tensor y, int examples) {
        return y.isVector() ? y.size() == examples : y.first() == examples || y.last() == examples;
    }

    private DataException mismatch(Tensor y, int examples) {
        return new DataException(source + ": '" + features.name() + "' is " + features.shape() + ", " + examples
                + " examples, but '" + y.name() + "' is " + y.shape() + "; there must be one target for each example");
    }

    private FeatureStore targetValues(Tensor y, int examples, boolean last, List<String> classes, List<Column> names) {
        if (!fits(y, examples)) {
            throw mismatch(y, examples);
        }
        if (y.isText()) {
            return new ColumnStore(examples, texts(y, names));
        }
        if (y.isVector()) {
            names.add(new Column("y", Column.Kind.NUMERIC, classes));
            return y.isInFile() ? y.entries() : new ColumnStore(examples, new double[][] {numbers(y, 0, 1, examples)});
        }
        boolean along = last ? y.last() == examples : y.first() != examples;
        int count = Math.toIntExact(y.size() / examples);
        names.addAll(Column.numbered("y", count));
        if (y.isInFile()) {
            return along ? y.examplesLast() : y.examplesFirst();
        }
        double[][] values = new double[count][];
        for (int t = 0; t < count; t++) {
            values[t] = along ? numbers(y, t * examples, 1, examples) : numbers(y, t, count, examples);
        }
        return new ColumnStore(examples, values);
    }

    private static double[] numbers(Tensor y, int offset, int stride, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = y.number(offset + i * stride);
        }
        return values;
    }

    private static double[][] texts(Tensor y, List<Column> names) {
        List<String> categories = Ordering.sorted(Set.copyOf(y.texts()));
        names.add(Column.categorical("y", categories));
        Map<String, Integer> index = new HashMap<>();
        categories.forEach(category -> index.put(category, index.size()));
        return new double[][] {y.texts().stream().mapToDouble(index::get).toArray()};
    }
}
