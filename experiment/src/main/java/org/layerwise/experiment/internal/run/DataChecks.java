package org.layerwise.experiment.internal.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.BinaryTargets;
import org.layerwise.dataio.Classes;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.NumericTargets;
import org.layerwise.dataio.OneHotTargets;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.dataio.TargetEncoding;
import org.layerwise.dataio.TargetTransforms;
import org.layerwise.dataio.Transform;
import org.layerwise.experiment.internal.Texts;
import org.layerwise.network.Loss;
import org.layerwise.network.TargetKind;

/** Reads the data, fits the transforms, encodes the targets, and places what is wrong. */
public final class DataChecks {
    private static final int CHUNK = 1 << 14;

    private final Located located;
    private final SampleWeights weights;
    private final Optional<Loss> loss;
    private final ReadProgress progress;
    private final List<Transform.Fitted> transforms = new ArrayList<>();
    private final List<Transform.Fitted> targetTransforms = new ArrayList<>();
    private final DataNotes notes = new DataNotes();
    private final NumberChecks numbers;
    private String read;

    /**
     * @param located the experiment as far as it is sound
     * @param progress is told how far long reading has come
     */
    public DataChecks(Located located, ReadProgress progress) {
        this.progress = progress;
        this.located = located;
        this.weights = new SampleWeights(located);
        this.numbers = new NumberChecks(located, this::place, progress);
        this.read = located.at(file(), Path.class).map(Path::toString).orElse("what the reader gives");
        this.loss = located.at("network.loss", Loss.class);
    }

    /** The data, if all of it is sound and fits in memory. */
    public Optional<Preparation> prepare() {
        try {
            return prepared();
        } catch (OutOfMemoryError e) {
            located.wrong(file(), tooLarge());
            return Optional.empty();
        }
    }

    /** Where memory ended in spite of what readers estimate: by transforms, which make more of the data. */
    private String tooLarge() {
        return read + " with all that is made of it before training takes more memory than the "
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB that Java has; expected data: {streaming: true}, which"
                + " reads it in pieces, or more memory (JAVA_TOOL_OPTIONS=-Xmx…)";
    }

    private String file() {
        return PartReader.fileOf(located, located.has("data.train") ? "data.train" : "data.source");
    }

    private static String described(Parts parts) {
        Dataset train = parts.train();
        long values = parts.byName().values().stream()
                .mapToLong(part -> (long) part.examples()
                        * (part.features() + part.targets().size()))
                .sum();
        return train.source() + " (" + Math.max(1, (values * Double.BYTES) >> 20) + " MB of values)";
    }

    private Optional<Preparation> prepared() {
        RandomAlgorithm random = located.at("random", RandomAlgorithm.class).orElseGet(Splittable::new);
        long seed = located.at("seed", Long.class).orElse(0L);
        Optional<Parts> parts = new PartReader(located, random, seed, loss.map(Loss::targets), notes, progress).read();
        return parts.flatMap(found -> {
            this.read = described(found);
            boolean sameColumns =
                    found.byName().entrySet().stream().allMatch(e -> hasColumns(e.getKey(), found, e.getValue()));
            if (!sameColumns) {
                return Optional.empty();
            }
            List<String> columns = names(found.train());
            Parts raw = found.map(part -> names(part).equals(columns) ? part : part.withColumns(columns));
            boolean noDates = new DateColumns(located).areAbsent(raw);
            Optional<Parts> plain = noDates ? weights.takeFrom(raw) : Optional.empty();
            return plain.flatMap(features -> transform(features).flatMap(p -> encode(features, p)));
        });
    }

    private static List<String> names(Dataset part) {
        return part.columns().stream().map(Column::name).toList();
    }

    /** Columns are found by name, in whatever order they are. */
    private boolean hasColumns(String name, Parts raw, Dataset part) {
        List<String> expected = names(raw.train());
        List<String> found = names(part);
        Set<String> missing = new LinkedHashSet<>(expected);
        found.forEach(missing::remove);
        Set<String> more = new LinkedHashSet<>(found);
        expected.forEach(more::remove);
        if (missing.isEmpty() && more.isEmpty()) {
            return true;
        }
        located.wrong(
                place(name),
                part.source() + " has "
                        + Texts.count(found.size(), "feature", "features")
                        + (missing.isEmpty() ? "" : ", without " + Texts.list(missing))
                        + (more.isEmpty() ? "" : ", with " + Texts.list(more))
                        + "; expected the " + expected.size() + " of the training part");
        return false;
    }

    private String place(String part) {
        return located.has("data." + part) ? "data." + part : located.has("data.split") ? "data.split" : "data.source";
    }

    private Optional<Parts> transform(Parts raw) {
        Optional<Parts> features =
                transform(raw, "data.transforms", transforms, Transform::fit, Transform.Fitted::apply);
        Optional<Parts> all = features.flatMap(p -> transform(
                p, "data.target_transforms", targetTransforms, TargetTransforms::fit, TargetTransforms::apply));
        return all.filter(numbers::areFinite);
    }

    private Optional<Parts> transform(
            Parts parts,
            String path,
            List<Transform.Fitted> fitted,
            BiFunction<Transform, Dataset, Transform.Fitted> fitting,
            BiFunction<Transform.Fitted, Dataset, Dataset> applying) {
        Optional<Parts> changed = Optional.of(parts);
        for (int i = 0; located.has(path + "[" + i + "]") && changed.isPresent(); i++) {
            String at = path + "[" + i + "]";
            Parts before = changed.get();
            changed = located.at(at, Transform.class)
                    .flatMap(t -> PartReader.guard(located, at, () -> {
                        Transform.Fitted fit = fitting.apply(t, watched(before.train(), at));
                        Parts after = before.map(part -> apply(fit, part, applying, path));
                        note(at, t, fit, before);
                        OutsiderChecks.transformed(located.registry(), t, before, after);
                        fitted.add(fit);
                        return after;
                    }));
        }
        return changed;
    }

    private Dataset watched(Dataset train, String at) {
        return at.startsWith("data.transforms")
                ? WatchedFeatures.of(train, progress, "fitting " + at.replaceFirst("data\\.", ""))
                : train;
    }

    /** Streamed features are transformed when they are read. */
    private static Dataset apply(
            Transform.Fitted fit, Dataset part, BiFunction<Transform.Fitted, Dataset, Dataset> applying, String path) {
        boolean lazy = part.isStreamed() && path.equals("data.transforms");
        return lazy ? part.lazily(some -> applying.apply(fit, some)) : applying.apply(fit, part);
    }

    /** What a transform of the features has to say. */
    private void note(String at, Transform transform, Transform.Fitted fitted, Parts before) {
        if (!at.startsWith("data.transforms")) {
            return;
        }
        transform.notes(before.train()).forEach(sentence -> notes.warn(at + ": " + sentence));
        before.byName().forEach((name, part) -> {
            if (!name.equals(Parts.TRAIN)) {
                fitted.notes(part).forEach(sentence -> notes.warn(at + ": in the " + name + " part, " + sentence));
            }
        });
    }

    private Optional<Preparation> encode(Parts raw, Parts parts) {
        if (loss.isEmpty() || !targetsStay() || !classesFitLoss(parts.train())) {
            return Optional.empty();
        }
        String train = place(Parts.TRAIN);
        Optional<TargetEncoding> encoding = PartReader.guard(located, train, () -> encoding(parts.train()));
        Optional<Map<String, DenseMatrix>> targets = encoding.flatMap(e -> targets(parts, e));
        if (targets.isPresent()) {
            notes.ofRaw(raw.train(), dropped());
            notes.ofReady(parts, numbers.search());
        }
        return targets.map(y -> new Preparation(
                raw.byName(),
                parts.byName(),
                List.copyOf(transforms),
                List.copyOf(targetTransforms),
                encoding.get(),
                y,
                weights.weights(),
                notes.warnings(),
                ImageAugmentation.of(
                        located,
                        raw.train(),
                        parts.train(),
                        located.at("seed", Long.class).orElse(0L)),
                notes.facts()));
    }

    private Set<String> dropped() {
        return transforms.stream().flatMap(fitted -> fitted.drops().stream()).collect(Collectors.toSet());
    }

    /** Classes are names: changing them as numbers would rename them. */
    private boolean targetsStay() {
        boolean numbers = loss.orElseThrow().targets() == TargetKind.NUMERIC;
        if (!numbers && !targetTransforms.isEmpty()) {
            located.wrong(
                    "data.target_transforms",
                    "target_transforms change numbers, and this loss takes classes; expected a loss for numbers, such as"
                            + " mean_squared_error, or no target_transforms");
        }
        return numbers || targetTransforms.isEmpty();
    }

    private boolean classesFitLoss(Dataset train) {
        if (loss.orElseThrow().targets() != TargetKind.BINARY) {
            return true;
        }
        return PartReader.guard(located, place(Parts.TRAIN), () -> {
                    for (int t = 0; t < train.targets().size(); t++) {
                        Classes classes = Classes.of(train, t);
                        if (classes.size() != 2) {
                            located.wrong(
                                    "network.loss",
                                    "this loss takes two classes but '" + Texts.clip(classes.column())
                                            + "' has " + classes.size() + ", "
                                            + Texts.list(classes.names().stream()
                                                    .limit(5)
                                                    .toList())
                                            + (classes.size() > 5 ? ", …" : "")
                                            + "; expected a loss for several classes, such as categorical_cross_entropy");
                            return false;
                        }
                    }
                    return true;
                })
                .orElse(false);
    }

    private TargetEncoding encoding(Dataset train) {
        return switch (loss.orElseThrow().targets()) {
            case BINARY -> BinaryTargets.of(train);
            case ONE_HOT -> OneHotTargets.of(train);
            case NUMERIC -> NumericTargets.of(train);
        };
    }

    private Optional<Map<String, DenseMatrix>> targets(Parts parts, TargetEncoding encoding) {
        Map<String, DenseMatrix> all = new LinkedHashMap<>();
        parts.byName()
                .forEach((name, part) -> PartReader.guard(located, place(name), () -> encoded(part, encoding))
                        .filter(y -> hasAllClasses(name, part, encoding))
                        .ifPresent(y -> all.put(name, y)));
        return all.size() == parts.byName().size() ? Optional.of(all) : Optional.empty();
    }

    /** Y; of streamed examples that of the first, the others being checked. */
    private static DenseMatrix encoded(Dataset part, TargetEncoding encoding) {
        if (!part.isStreamed()) {
            return encoding.encode(part);
        }
        for (int from = 0; from < part.examples(); from += CHUNK) {
            Dataset rest = part.skip(from);
            encoding.encode(rest.take(Math.min(CHUNK, rest.examples())));
        }
        return encoding.encode(part.take(1));
    }

    private boolean hasAllClasses(String name, Dataset part, TargetEncoding encoding) {
        List<String> absent = List.of();
        if (encoding instanceof BinaryTargets binary && binary.classes().size() == 1) {
            absent = binary.classes().get(0).absentFrom(part, 0);
        } else if (encoding instanceof OneHotTargets oneHot && !oneHot.encoded()) {
            absent = oneHot.classes().absentFrom(part, 0);
        }
        if (!absent.isEmpty()) {
            located.wrong(
                    place(name),
                    "the " + name + " part has no example of class " + Texts.list(absent)
                            + "; expected examples of every class in every part");
        }
        return absent.isEmpty();
    }
}
