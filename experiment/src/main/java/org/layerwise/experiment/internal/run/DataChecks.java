package org.layerwise.experiment.internal.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.dataio.Transform;
import org.layerwise.experiment.internal.run.Transforming.Transformed;
import org.layerwise.network.Loss;

/** Prepares the data for training, step by step: each places what is wrong, and gives nothing then. */
public final class DataChecks {
    private final Located located;
    private final Optional<Loss> loss;
    private final ReadProgress progress;
    private final DataPlaces places;
    private final DataNotes notes = new DataNotes();
    private final NumberChecks numbers;

    /**
     * @param located the experiment as far as it is sound
     * @param progress is told how far long reading has come
     */
    public DataChecks(Located located, ReadProgress progress) {
        this.located = located;
        this.loss = located.at("network.loss", Loss.class);
        this.progress = progress;
        this.places = new DataPlaces(located);
        this.numbers = new NumberChecks(located, progress);
    }

    /** The data, if all of it is sound and fits in memory. */
    public Optional<Preparation> prepare() {
        String file = located.at(places.file(), Path.class).map(Path::toString).orElse("what the reader gives");
        return inMemory(file, this::read).flatMap(raw -> inMemory(described(raw), () -> prepare(raw)));
    }

    /**
     * What an action gives; empty where memory ends in spite of what readers estimate: by transforms, which make more of
     * the data.
     *
     * @param data what it works on
     */
    private <T> Optional<T> inMemory(String data, Supplier<Optional<T>> action) {
        try {
            return action.get();
        } catch (OutOfMemoryError e) {
            located.wrong(
                    places.file(),
                    data + " with all that is made of it before training takes more memory than the "
                            + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MB that Java has; expected data: {streaming: true}, which"
                            + " reads it in pieces, or more memory (JAVA_TOOL_OPTIONS=-Xmx…)");
            return Optional.empty();
        }
    }

    private static String described(Parts parts) {
        Dataset train = parts.train();
        long values = parts.byName().values().stream()
                .mapToLong(part -> (long) part.examples()
                        * (part.features() + part.targets().size()))
                .sum();
        return train.source() + " (" + Math.max(1, (values * Double.BYTES) >> 20) + " MB of values)";
    }

    private Optional<Parts> read() {
        RandomAlgorithm random = located.at("random", RandomAlgorithm.class).orElseGet(Splittable::new);
        return new PartReader(located, random, seed(), loss.map(Loss::targets), notes, progress).read();
    }

    private long seed() {
        return located.at("seed", Long.class).orElse(0L);
    }

    private Optional<Preparation> prepare(Parts raw) {
        return new ColumnChecks(located)
                .inOneOrder(raw)
                .filter(new DateColumns(located)::areAbsent)
                .flatMap(new SampleWeights(located)::takeFrom)
                .flatMap(this::prepare);
    }

    private Optional<Preparation> prepare(SampleWeights.Weighted weighted) {
        Transforming transforming = new Transforming(located, notes, progress);
        return transforming
                .features(weighted.parts())
                .flatMap(features -> transforming
                        .targets(features.parts())
                        .filter(targets -> numbers.areFinite(targets.parts()))
                        .flatMap(targets -> prepare(weighted, features.fitted(), targets)));
    }

    private Optional<Preparation> prepare(
            SampleWeights.Weighted weighted, List<Transform.Fitted> transforms, Transformed last) {
        Parts raw = weighted.parts();
        Parts ready = last.parts();
        return loss.flatMap(l -> new TargetChecks(located, l.targets())
                        .encode(ready, !last.fitted().isEmpty()))
                .map(targets -> {
                    notes.ofRaw(raw.train(), dropped(transforms));
                    notes.ofReady(ready, numbers.search());
                    return new Preparation(
                            raw.byName(),
                            ready.byName(),
                            transforms,
                            last.fitted(),
                            targets.encoding(),
                            targets.byPart(),
                            weighted.weights(),
                            notes.warnings(),
                            ImageAugmentation.of(located, raw.train(), ready.train(), seed()),
                            notes.facts());
                });
    }

    private static Set<String> dropped(List<Transform.Fitted> transforms) {
        return transforms.stream().flatMap(fitted -> fitted.drops().stream()).collect(Collectors.toSet());
    }
}
