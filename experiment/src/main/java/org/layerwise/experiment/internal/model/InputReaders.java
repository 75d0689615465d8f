package org.layerwise.experiment.internal.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.layerwise.core.RecordCopy;
import org.layerwise.core.Registry;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.OptionalReaders;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.readers.Csv;
import org.layerwise.dataio.readers.ExampleAxis;
import org.layerwise.dataio.readers.ImageFolder;
import org.layerwise.dataio.readers.Images;
import org.layerwise.experiment.DataPlan;
import org.layerwise.experiment.PartPlan;

/** Reads an input to predict for as the data were read that the model was trained with, without their targets. */
public final class InputReaders {
    private static final Set<String> TARGETS = Set.of("target", "targets", "labels", "classes");

    private final Registry registry;
    private final SavedModel model;
    private final ReadContext context;
    private final Path input;

    /** @param input where the file or folder is */
    public InputReaders(Registry registry, SavedModel model, ReadContext context, Path input) {
        this.registry = registry;
        this.model = model;
        this.context = context;
        this.input = input;
    }

    /**
     * What was read.
     *
     * @param examples the features
     * @param names of the examples, where each is a file of its own
     */
    public record Input(Dataset examples, List<String> names) {}

    /**
     * Reads the input.
     *
     * @throws DataException if it is not there, damaged or of another kind
     */
    public Input read(DataPlan data) throws IOException {
        List<DatasetReader> training = Stream.of(data.train(), data.source(), data.dev(), data.test())
                .flatMap(Optional::stream)
                .map(PartPlan::reader)
                .toList();
        Optional<Images> images = images(training);
        if (images.isPresent()) {
            return new Input(images.get().read(context), images.get().names(context));
        }
        DataException first = null;
        for (DatasetReader reader : readers(training)) {
            try {
                return new Input(turned(reader, reader.read(context)), List.of());
            } catch (DataException e) {
                // The next part's data may have the name that is missing here: train_set_x and test_set_x.
                if (!e.option().equals(Optional.of("features"))) {
                    throw e;
                }
                first = first == null ? e : first;
            }
        }
        throw first == null ? new DataException(input + " can't be read") : first;
    }

    /** A folder or an image, for a model of images whatever file those came from. */
    private Optional<Images> images(List<DatasetReader> training) {
        if (!Files.isDirectory(input) && !Images.isImage(input.toString())) {
            return Optional.empty();
        }
        for (DatasetReader reader : training) {
            if (reader instanceof ImageFolder folder) {
                return Optional.of(new Images(input, folder.width(), folder.height(), folder.channels()));
            }
        }
        List<Integer> shape = model.shape();
        boolean colours = shape.size() == 3 && (shape.get(2) == 1 || shape.get(2) == 3);
        if (!colours && shape.size() != 2) {
            throw new DataException(
                    input.getFileName() + ": " + (Files.isDirectory(input) ? "is a folder" : "has the name of an image")
                            + ", but the model was not trained with images; a file like the training data is expected");
        }
        return Optional.of(new Images(input, shape.get(1), shape.get(0), colours ? shape.get(2) : 1));
    }

    private List<DatasetReader> readers(List<DatasetReader> training) {
        Optional<String> kind = kind();
        if (kind.isEmpty()) {
            List<DatasetReader> readers =
                    training.stream().filter(InputReaders::hasFile).toList();
            return readers.isEmpty()
                    ? List.of(new Csv(input))
                    : List.copyOf(new LinkedHashSet<>(
                            readers.stream().map(reader -> with(reader, input)).toList()));
        }
        Class<? extends DatasetReader> type = registry.find(DatasetReader.class, kind.get())
                .orElseThrow(() -> new DataException(
                        input.getFileName() + ": is " + kind.get() + OptionalReaders.advice(kind.get())));
        return List.of(training.stream()
                .filter(type::isInstance)
                .findFirst()
                .map(reader -> with(reader, input))
                .orElseGet(() -> plain(type)));
    }

    /** The reader of the kind of file that the name says, where one that needs no more than the file can be told so. */
    private Optional<String> kind() {
        String name = String.valueOf(input.getFileName()).toLowerCase(Locale.ROOT);
        return name.matches(".*\\.(csv|tsv)(\\.gz)?")
                ? Optional.of("csv")
                : name.matches(".*\\.(jsonl?|ndjson)(\\.gz)?")
                        ? Optional.of("json_lines")
                        : name.matches(".*\\.(parquet|npy)")
                                ? Optional.of(name.replaceAll(".*\\.", ""))
                                : Optional.empty();
    }

    private static boolean hasFile(DatasetReader reader) {
        return Arrays.stream(reader.getClass().getRecordComponents())
                .anyMatch(component -> component.getType() == Path.class);
    }

    private DatasetReader plain(Class<? extends DatasetReader> type) {
        try {
            return type.getConstructor(Path.class).newInstance(input);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the reader " + type.getName() + " can't be made of a file", e);
        }
    }

    /**
     * Arrays do not tell which axis holds the examples where there are no targets; the number of the model's features does.
     */
    private Dataset turned(DatasetReader reader, Dataset rows) throws IOException {
        Optional<DatasetReader> other = with(reader, ExampleAxis.COLUMNS);
        int wanted = model.features().size();
        boolean fits = rows.features() == wanted;
        if (other.isEmpty() || rows.columns().isEmpty() || (fits && rows.examples() != wanted)) {
            return rows;
        }
        Dataset columns = other.get().read(context);
        if (fits && columns.features() == wanted && wanted > 1 && rows.shape().size() == 1) {
            throw new DataException(rows.source() + ": both axes have " + wanted + " entries, the model's features, so"
                    + " either may hold the examples; give one example more or less");
        }
        return !fits && columns.features() == wanted ? columns : rows;
    }

    private static Optional<DatasetReader> with(DatasetReader reader, ExampleAxis axis) {
        boolean open = Arrays.stream(reader.getClass().getRecordComponents())
                .anyMatch(component -> component.getName().equals("examples")
                        && RecordCopy.valueOf(component, reader).equals(Optional.empty()));
        return open
                ? Optional.of(copy(
                        reader,
                        (component, value) -> component.getName().equals("examples") ? Optional.of(axis) : value))
                : Optional.empty();
    }

    private static DatasetReader with(DatasetReader training, Path input) {
        List<String> placed = new ArrayList<>();
        return copy(training, (component, value) -> {
            if (component.getType() == Path.class && placed.isEmpty()) {
                placed.add(component.getName());
                return input;
            }
            return TARGETS.contains(component.getName()) ? absent(value) : value;
        });
    }

    private static DatasetReader copy(DatasetReader reader, RecordCopy.Change change) {
        try {
            return RecordCopy.of(reader, change);
        } catch (RuntimeException e) {
            throw new DamagedModelException("the reader of the training data can't read without targets", e);
        }
    }

    private static Object absent(Object value) {
        if (value instanceof Optional<?>) {
            return Optional.empty();
        }
        return value instanceof List<?> ? List.of() : value;
    }
}
