package org.layerwise.dataio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.layerwise.dataio.internal.FileKind;
import org.layerwise.dataio.internal.ImageTree;
import org.layerwise.dataio.internal.InputFile;
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
            case CSV ->
                new TableInspection("csv", (features, categorical) -> readers.table(file, categorical), context)
                        .inspect();
            case IDX -> idx(context, file);
            case NPY -> new ArrayInspection(input, context).npy();
            case NPZ -> new ArrayInspection(input, context).npz();
            case HDF5 -> new ArrayInspection(input, context).hdf5();
            case MAT -> new ArrayInspection(input, context).mat();
            case JSON_LINES, PARQUET -> {
                String format = kind.name().toLowerCase(Locale.ROOT);
                TableInspection.Tables tables =
                        (features, categorical) -> readers.other(format, file, features, categorical)
                                .orElseThrow(() -> input.wrong("is " + format + OptionalReaders.advice(format)));
                yield new TableInspection(format, tables, context).inspect();
            }
        };
    }

    private static Inspection idx(ReadContext context, Path file) throws IOException {
        Optional<Path> labels = Optional.ofNullable(file.getFileName())
                .map(Path::toString)
                .filter(name -> name.contains("images-idx3"))
                .map(name -> file.resolveSibling(name.replace("images-idx3", "labels-idx1")))
                .filter(path -> Files.isRegularFile(context.baseDirectory().resolve(path)));
        Dataset data = new Idx(file, labels, List.of()).read(context);
        List<String> notes = labels.map(path -> List.of("labels are from " + path.getFileName()))
                .orElse(List.of());
        return new Inspection("idx", List.of(DatasetSummary.of(data)), notes);
    }

    private static Inspection images(ReadContext context, Path directory) throws IOException {
        InputFile folder = InputFile.findDirectory(context, directory, "directory");
        int[] size = ImageTree.firstSize(folder);
        Dataset data = new ImageFolder(directory, size[0], size[1]).read(context);
        return new Inspection(
                "image_folder",
                List.of(DatasetSummary.of(data)),
                List.of("images of other sizes were resized to that of the first, " + size[0] + "x" + size[1]));
    }
}
