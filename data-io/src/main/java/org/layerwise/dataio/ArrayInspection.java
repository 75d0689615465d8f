package org.layerwise.dataio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.internal.ArrayAssembly;
import org.layerwise.dataio.internal.Hdf5File;
import org.layerwise.dataio.internal.InputFile;
import org.layerwise.dataio.internal.MatVariables;
import org.layerwise.dataio.internal.NpyFile;
import org.layerwise.dataio.internal.Tensor;
import org.layerwise.dataio.readers.ExampleAxis;

/** Looks at a file of arrays, each of them a part. */
final class ArrayInspection {
    private final InputFile input;
    private final ReadContext context;
    private final List<Tensor> arrays = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    ArrayInspection(InputFile input, ReadContext context) {
        this.input = input;
        this.context = context;
    }

    /** The one array of a file has no name of its own. */
    Inspection npy() throws IOException {
        Tensor array = NpyFile.read(input, context);
        return new Inspection("npy", List.of(DatasetSummary.of(dataset(input.name(), array))), List.of());
    }

    Inspection npz() throws IOException {
        for (String name : NpyFile.names(input)) {
            collect(() -> NpyFile.read(input, name, "features", context));
        }
        return all("npz");
    }

    Inspection hdf5() throws IOException {
        try (Hdf5File file = Hdf5File.open(input)) {
            for (String name : file.names()) {
                collect(() -> file.read(name, "features", context));
            }
        }
        return all("hdf5");
    }

    Inspection mat() throws IOException {
        try (MatVariables file = MatVariables.open(input, name -> true, context)) {
            for (String name : file.names()) {
                collect(() -> file.read(name, "features"));
            }
        }
        return all("mat");
    }

    private interface Source {
        Tensor get() throws IOException;
    }

    /** What is of a kind that networks can't take is named and left out; what is damaged is an error. */
    private void collect(Source source) throws IOException {
        try {
            arrays.add(source.get());
        } catch (DataException e) {
            if (e.option().isEmpty() || e.getCause() != null) {
                throw e;
            }
            notes.add("left out: " + e.getMessage());
        }
    }

    private Inspection all(String format) {
        if (arrays.isEmpty()) {
            throw input.wrong("holds no arrays" + (notes.isEmpty() ? "" : "; " + String.join("; ", notes)));
        }
        List<DatasetSummary> parts = new ArrayList<>();
        for (Tensor array : arrays) {
            if (array.size() == 0) {
                notes.add("left out: '" + array.name() + "' is empty (" + array.shape() + ")");
            } else {
                parts.add(DatasetSummary.of(dataset(input.name() + ": '" + array.name() + "'", array)));
            }
        }
        return new Inspection(format, parts, notes);
    }

    private static Dataset dataset(String source, Tensor array) {
        return array.isText()
                ? texts(source, array)
                : new ArrayAssembly(source, array, Optional.empty(), Optional.of(ExampleAxis.ROWS)).dataset(List.of());
    }

    private static Dataset texts(String source, Tensor array) {
        Map<String, Integer> places = new LinkedHashMap<>();
        double[] indices = array.texts().stream()
                .mapToDouble(text -> places.computeIfAbsent(text, unknown -> places.size()))
                .toArray();
        Column column = Column.categorical(array.name(), List.copyOf(places.keySet()));
        return Dataset.of(
                source,
                List.of(column),
                FeatureStore.of(DenseMatrix.wrap(indices.length, 1, indices)),
                List.of(),
                new double[0][]);
    }
}
