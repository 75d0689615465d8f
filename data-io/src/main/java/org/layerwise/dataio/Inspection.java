package org.layerwise.dataio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.internal.ArrayAssembly;
import org.layerwise.dataio.internal.FileKind;
import org.layerwise.dataio.internal.Hdf5File;
import org.layerwise.dataio.internal.HeaderHint;
import org.layerwise.dataio.internal.ImageTree;
import org.layerwise.dataio.internal.InputFile;
import org.layerwise.dataio.internal.MatVariables;
import org.layerwise.dataio.internal.Names;
import org.layerwise.dataio.internal.NpyFile;
import org.layerwise.dataio.internal.Tensor;
import org.layerwise.dataio.readers.ExampleAxis;
import org.layerwise.dataio.readers.Idx;
import org.layerwise.dataio.readers.ImageFolder;

/**
 * What a data file holds, whatever its format: that is told by the file's first bytes and its name.
 *
 * @param format as readers are called: {@code csv}
 * @param parts one for a table, for a pair of IDX files or a folder of images; one for each array of a file that holds
 *     several
 * @param notes what was taken for granted or left out
 */
public record Inspection(String format, List<DatasetSummary> parts, List<String> notes) {
    public Inspection {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    /** Makes readers of files whose format was found out. */
    public interface Readers {
        /**
         * The reader of a table of text.
         *
         * @param categorical columns to take as categories, besides those that were asked for
         */
        DatasetReader table(Path file, List<String> categorical);

        /**
         * The reader of a format by its name, where one is installed; likewise.
         *
         * @param features the columns to read; empty for all
         */
        Optional<DatasetReader> other(String format, Path file, List<String> features, List<String> categorical);
    }

    /**
     * Looks at a file or a folder of images.
     *
     * @param readers makes the readers of tables and of formats that this module does not know
     * @throws DataException if it is not there, of an unknown format, or damaged
     */
    public static Inspection of(ReadContext context, Path file, Readers readers) throws IOException {
        if (Files.isDirectory(context.baseDirectory().resolve(file))) {
            return images(context, file);
        }
        InputFile input = InputFile.find(context, file, "file");
        FileKind kind = FileKind.of(input);
        return switch (kind) {
            case CSV -> table("csv", (features, categorical) -> readers.table(file, categorical), context);
            case IDX -> idx(context, file);
            case NPY -> arrays("npy", List.of(NpyFile.read(input, context)), input, List.of());
            case NPZ -> npz(context, input);
            case HDF5 -> hdf5(context, input);
            case MAT -> mat(context, input);
            case JSON_LINES, PARQUET -> {
                String format = kind.name().toLowerCase(Locale.ROOT);
                yield table(
                        format,
                        (features, categorical) -> readers.other(format, file, features, categorical)
                                .orElseThrow(() -> input.wrong("is " + format + OptionalReaders.advice(format))),
                        context);
            }
        };
    }

    private interface Tables {
        DatasetReader of(List<String> features, List<String> categorical);
    }

    /**
     * Columns that mix numbers and texts are shown as texts, those of no use left out; a training run has to be told what to do
     * with them.
     */
    private static Inspection table(String format, Tables tables, ReadContext context) throws IOException {
        try {
            return one(format, tables.of(List.of(), List.of()), context);
        } catch (DataException e) {
            List<String> mixed = new ArrayList<>();
            List<String> features = new ArrayList<>();
            List<String> notes = new ArrayList<>();
            for (DataException mistake : mistakes(e)) {
                if (mistake.mixedColumn().isEmpty() && mistake.otherColumns().isEmpty()) {
                    throw e;
                }
                mistake.mixedColumn().ifPresent(mixed::add);
                if (features.isEmpty()) {
                    features.addAll(mistake.otherColumns());
                }
                String what = mistake.mixedColumn().isPresent()
                        ? "shown as text, but training needs to be told: "
                        : "left out: ";
                notes.add(what + mistake.getMessage());
            }
            Inspection shown = one(format, tables.of(features, mixed), context);
            notes.addAll(shown.notes());
            return new Inspection(format, shown.parts(), notes);
        }
    }

    private static List<DataException> mistakes(DataException first) {
        List<DataException> all = new ArrayList<>(List.of(first));
        for (Throwable other : first.getSuppressed()) {
            if (other instanceof DataException mistake) {
                all.add(mistake);
            }
        }
        return all;
    }

    private static Inspection one(String format, DatasetReader reader, ReadContext context) throws IOException {
        Dataset data = reader.read(context);
        List<String> notes = new ArrayList<>(format.equals("csv") ? hints(data) : List.of());
        notes.addAll(reader.columnNotes(context, data).values());
        return new Inspection(format, List.of(DatasetSummary.of(data)), notes);
    }

    /** What the names of a table's columns tell of options that may be missing. */
    private static List<String> hints(Dataset data) {
        List<String> names = Stream.concat(data.columns().stream(), data.targets().stream())
                .map(Column::name)
                .toList();
        List<String> hints = new ArrayList<>();
        if (!HeaderHint.delimiter(names).isEmpty()) {
            hints.add("the only column is " + Names.quoted(names.get(0)) + "; " + HeaderHint.delimiter(names));
        }
        if (!HeaderHint.noNames(names).isEmpty()) {
            hints.add("some columns are called like numbers; " + HeaderHint.noNames(names));
        }
        return hints;
    }

    private static Inspection idx(ReadContext context, Path file) throws IOException {
        Optional<Path> labels = Optional.ofNullable(file.getFileName())
                .map(Path::toString)
                .filter(name -> name.contains("images-idx3"))
                .map(name -> file.resolveSibling(name.replace("images-idx3", "labels-idx1")))
                .filter(path -> Files.isRegularFile(context.baseDirectory().resolve(path)));
        Inspection alone = one("idx", new Idx(file, labels, List.of()), context);
        List<String> notes = labels.map(path -> List.of("labels are from " + path.getFileName()))
                .orElse(List.of());
        return new Inspection("idx", alone.parts(), notes);
    }

    private static Inspection images(ReadContext context, Path directory) throws IOException {
        InputFile folder = InputFile.findDirectory(context, directory, "directory");
        int[] size = ImageTree.firstSize(folder);
        Inspection whole = one("image_folder", new ImageFolder(directory, size[0], size[1]), context);
        return new Inspection(
                "image_folder",
                whole.parts(),
                List.of("images of other sizes were resized to that of the first, " + size[0] + "x" + size[1]));
    }

    private static Inspection npz(ReadContext context, InputFile input) throws IOException {
        List<Tensor> arrays = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String name : NpyFile.names(input)) {
            collect(() -> NpyFile.read(input, name, "features", context), arrays, notes);
        }
        return arrays("npz", arrays, input, notes);
    }

    private static Inspection hdf5(ReadContext context, InputFile input) throws IOException {
        List<Tensor> arrays = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try (Hdf5File file = Hdf5File.open(input)) {
            for (String name : file.names()) {
                collect(() -> file.read(name, "features", context), arrays, notes);
            }
        }
        return arrays("hdf5", arrays, input, notes);
    }

    private static Inspection mat(ReadContext context, InputFile input) throws IOException {
        List<Tensor> arrays = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try (MatVariables file = MatVariables.open(input, name -> true, context)) {
            for (String name : file.names()) {
                collect(() -> file.read(name, "features"), arrays, notes);
            }
        }
        return arrays("mat", arrays, input, notes);
    }

    private interface Source {
        Tensor get() throws IOException;
    }

    /** What is of a kind that networks can't take is named and left out; what is damaged is an error. */
    private static void collect(Source source, List<Tensor> arrays, List<String> notes) throws IOException {
        try {
            arrays.add(source.get());
        } catch (DataException e) {
            if (e.option().isEmpty() || e.getCause() != null) {
                throw e;
            }
            notes.add("left out: " + e.getMessage());
        }
    }

    private static Inspection arrays(String format, List<Tensor> arrays, InputFile input, List<String> notes) {
        if (arrays.isEmpty()) {
            throw input.wrong("holds no arrays" + (notes.isEmpty() ? "" : "; " + String.join("; ", notes)));
        }
        if (format.equals("npy")) {
            return new Inspection(format, List.of(DatasetSummary.of(dataset(input.name(), arrays.get(0)))), notes);
        }
        List<DatasetSummary> parts = new ArrayList<>();
        List<String> all = new ArrayList<>(notes);
        for (Tensor array : arrays) {
            if (array.size() == 0) {
                all.add("left out: '" + array.name() + "' is empty (" + array.shape() + ")");
            } else {
                parts.add(DatasetSummary.of(dataset(input.name() + ": '" + array.name() + "'", array)));
            }
        }
        return new Inspection(format, parts, all);
    }

    private static Dataset dataset(String source, Tensor array) {
        if (!array.isText()) {
            return new ArrayAssembly(source, array, Optional.empty(), Optional.of(ExampleAxis.ROWS)).dataset(List.of());
        }
        List<String> texts = array.texts();
        Map<String, Integer> places = new LinkedHashMap<>();
        double[] indices = texts.stream()
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
