package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.layerwise.core.OptionException;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.core.ShapeException;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.dataio.Split;
import org.layerwise.dataio.Streaming;
import org.layerwise.experiment.PartPlan;
import org.layerwise.network.TargetKind;

/** Reads and splits the data; what is wrong is placed at the option concerned. */
final class PartReader {
    private static final String SOURCE = "data.source";
    private static final String TRAIN = "data." + Parts.TRAIN;
    private static final String SPLIT = "data.split";

    private final Located located;
    private final ReadContext context;
    private final long seed;
    private final Optional<TargetKind> targets;
    private final DataNotes notes;

    /**
     * @param notes gets what is worth knowing of the cut
     * @param progress is told how far long reading has come
     */
    PartReader(
            Located located,
            RandomAlgorithm random,
            long seed,
            Optional<TargetKind> targets,
            DataNotes notes,
            ReadProgress progress) {
        Path folder = located.at("data.directory", Path.class)
                .map(located.folder()::resolve)
                .orElse(located.folder());
        this.located = located;
        Streaming streaming = located.at("data.streaming", Streaming.class).orElse(Streaming.AUTO);
        this.context = new ReadContext(folder, random, streaming, progress);
        this.seed = seed;
        this.targets = targets;
        this.notes = notes;
    }

    /** The parts that are sound; the training part is among them or nothing is. */
    Optional<Parts> read() {
        if (!located.has("data")) {
            return Optional.empty();
        }
        checkChoice();
        Map<String, Dataset> parts = new LinkedHashMap<>();
        if (located.has(SOURCE)) {
            source().flatMap(this::split).ifPresent(parts::putAll);
        } else {
            for (String name : List.of(Parts.TRAIN, Parts.DEV, Parts.TEST)) {
                String path = "data." + name;
                located.at(path, PartPlan.class)
                        .flatMap(part -> read(path, part))
                        .ifPresent(dataset -> parts.put(name, dataset));
            }
        }
        if (!parts.containsKey(Parts.TRAIN)) {
            return Optional.empty();
        }
        orderOfPieces(parts);
        return new FoldCut(located, notes, context.random(), seed, byClass()).of(new Parts(parts));
    }

    /** Pieces of one file that are taken in its order. */
    private void orderOfPieces(Map<String, Dataset> parts) {
        List<DatasetReader> readers = parts.keySet().stream()
                .flatMap(name -> located.at("data." + name, PartPlan.class).stream())
                .map(PartPlan::reader)
                .toList();
        if (readers.size() > 1 && readers.stream().distinct().count() == 1) {
            notes.ofOrder(List.copyOf(parts.values()), "source with split shuffles them");
        }
    }

    private boolean byClass() {
        return targets.map(kind -> kind != TargetKind.NUMERIC).orElse(false);
    }

    /** Either a training part with its companions or one source. */
    private void checkChoice() {
        boolean source = located.has(SOURCE);
        if (!source && !located.has(TRAIN) && located.isMap("data")) {
            located.wrong("data", "train is missing; expected train, or source with split");
        }
        for (String name : List.of(Parts.TRAIN, Parts.DEV, Parts.TEST)) {
            if (source && located.has("data." + name)) {
                located.wrongKey(
                        "data." + name,
                        name + " and source exclude each other; expected source with split, "
                                + "or train with dev and test");
            }
        }
        if (!source && located.has(SPLIT)) {
            located.wrongKey(SPLIT, "split needs source; expected source instead of train, or no split");
        }
    }

    private Optional<Dataset> source() {
        return located.at(SOURCE, PartPlan.class).flatMap(part -> read(SOURCE, part));
    }

    private Optional<Map<String, Dataset>> split(Dataset all) {
        if (!located.has(SPLIT)) {
            return Optional.of(Map.of(Parts.TRAIN, all));
        }
        return located.at(SPLIT, Split.class).flatMap(split -> guard(SPLIT, () -> cut(split, all)));
    }

    private Map<String, Dataset> cut(Split split, Dataset all) {
        Split.Parts cut =
                byClass() ? split.cutByClass(all, context.random(), seed) : split.cut(all, context.random(), seed);
        Map<String, Dataset> parts = new LinkedHashMap<>();
        parts.put(Parts.TRAIN, cut.train());
        cut.dev().ifPresent(dev -> parts.put(Parts.DEV, dev));
        cut.test().ifPresent(test -> parts.put(Parts.TEST, test));
        if (split.column().isEmpty() && split.shuffle()) {
            notes.fact("split_seed", split.seedOr(seed));
        } else if (split.column().isEmpty()) {
            notes.ofOrder(cut.all().toList(), "leave shuffle at true");
        }
        return parts;
    }

    private Optional<Dataset> read(String path, PartPlan part) {
        return guard(path, () -> {
            Dataset whole = readWhole(path, part);
            Dataset rest = part.skip() == 0 ? whole : whole.skip(part.skip());
            return part.take().map(rest::take).orElse(rest);
        });
    }

    private Dataset readWhole(String path, PartPlan part) {
        try {
            Dataset whole = OutsiderChecks.read(located.registry(), part.reader(), context);
            if (path.equals(SOURCE) || path.equals(TRAIN)) {
                notes.ofColumns(part.reader().columnNotes(context, whole));
            }
            return whole;
        } catch (NoSuchFileException e) {
            throw DataException.ofOption("file", e.getFile() + ": there is no such file; expected a file");
        } catch (IOException e) {
            throw new DataException(path + " can't be read: " + e.getMessage() + "; expected a readable file", e);
        }
    }

    private <T> Optional<T> guard(String path, Supplier<T> action) {
        return guard(located, path, action);
    }

    private static void wrong(Located located, String path, DataException e) {
        String at = e.option().map(option -> path + "." + option).orElse(fileOf(located, path));
        located.wrong(located.has(at) ? at : path, e);
    }

    /** What an action gives; a mistake in the data or in an option is placed below the path. */
    static <T> Optional<T> guard(Located located, String path, Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (DataException e) {
            wrong(located, path, e);
            Arrays.stream(e.getSuppressed())
                    .filter(DataException.class::isInstance)
                    .forEach(other -> wrong(located, path, (DataException) other));
        } catch (OptionException e) {
            String at = path + "." + e.option();
            located.wrong(located.has(at) ? at : path, e);
        } catch (ShapeException | ArithmeticException e) {
            located.wrong(path, e);
        }
        return Optional.empty();
    }

    /** Where a reader's file is named; what is wrong with its content is shown there. */
    static String fileOf(Located located, String path) {
        return Stream.of("file", "images", "directory")
                .map(option -> path + "." + option)
                .filter(located::has)
                .findFirst()
                .orElse(path);
    }
}
