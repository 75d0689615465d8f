package org.layerwise.experiment.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.dataio.TargetTransforms;
import org.layerwise.dataio.Transform;

/** Fits the transforms of an experiment on the training part, applies them to all parts, and places what is wrong. */
final class Transforming {
    private final Located located;
    private final DataNotes notes;
    private final ReadProgress progress;

    /**
     * @param notes gets what transforms of the features have to say
     * @param progress is told how far fitting to streamed features has come
     */
    Transforming(Located located, DataNotes notes, ReadProgress progress) {
        this.located = located;
        this.notes = notes;
        this.progress = progress;
    }

    /** What transforms made of the parts, and the transforms as they were fitted, in order. */
    record Transformed(Parts parts, List<Transform.Fitted> fitted) {
        Transformed {
            fitted = List.copyOf(fitted);
        }
    }

    /** What transforms work on: one entry of the file each. */
    private sealed interface Side {
        /** The list in the file. */
        String path();

        /** Fits an entry; its place says what progress is about. */
        Transform.Fitted fit(Transform transform, Dataset training, String place);

        Dataset apply(Transform.Fitted fitted, Dataset part);

        /** Keeps what there is to say of parts before they are changed. */
        void note(Transform transform, Transform.Fitted fitted, Parts before, String place);
    }

    /** Features: streamed ones are transformed when they are read. */
    private record Features(DataNotes notes, ReadProgress progress) implements Side {
        @Override
        public String path() {
            return "data.transforms";
        }

        @Override
        public Transform.Fitted fit(Transform transform, Dataset training, String place) {
            return transform.fit(
                    WatchedFeatures.of(training, progress, "fitting " + place.replaceFirst("data\\.", "")));
        }

        @Override
        public Dataset apply(Transform.Fitted fitted, Dataset part) {
            return part.isStreamed() ? part.lazily(fitted::apply) : fitted.apply(part);
        }

        @Override
        public void note(Transform transform, Transform.Fitted fitted, Parts before, String place) {
            transform.notes(before.train()).forEach(sentence -> notes.warn(place + ": " + sentence));
            before.byName().forEach((name, part) -> {
                if (!name.equals(Parts.TRAIN)) {
                    fitted.notes(part)
                            .forEach(sentence -> notes.warn(place + ": in the " + name + " part, " + sentence));
                }
            });
        }
    }

    /** Targets: they are in memory, and say nothing. */
    private record Targets() implements Side {
        @Override
        public String path() {
            return "data.target_transforms";
        }

        @Override
        public Transform.Fitted fit(Transform transform, Dataset training, String place) {
            return TargetTransforms.fit(transform, training);
        }

        @Override
        public Dataset apply(Transform.Fitted fitted, Dataset part) {
            return TargetTransforms.apply(fitted, part);
        }

        @Override
        public void note(Transform transform, Transform.Fitted fitted, Parts before, String place) {}
    }

    /** The parts with transformed features; empty where a transform is wrong or can't be fitted. */
    Optional<Transformed> features(Parts parts) {
        return all(new Features(notes, progress), parts);
    }

    /** The parts with transformed targets; empty where a transform is wrong, can't be fitted or can't be undone. */
    Optional<Transformed> targets(Parts parts) {
        return all(new Targets(), parts);
    }

    private Optional<Transformed> all(Side side, Parts parts) {
        Optional<Transformed> done = Optional.of(new Transformed(parts, List.of()));
        for (int i = 0; located.has(side.path() + "[" + i + "]") && done.isPresent(); i++) {
            String place = side.path() + "[" + i + "]";
            done = done.flatMap(before -> next(side, place, before));
        }
        return done;
    }

    private Optional<Transformed> next(Side side, String place, Transformed done) {
        return located.at(place, Transform.class)
                .flatMap(transform -> PartReader.guard(located, place, () -> {
                    Parts before = done.parts();
                    Transform.Fitted fit = side.fit(transform, before.train(), place);
                    Parts after = before.map(part -> side.apply(fit, part));
                    side.note(transform, fit, before, place);
                    OutsiderChecks.transformed(located.registry(), transform, before, after);
                    List<Transform.Fitted> fitted = new ArrayList<>(done.fitted());
                    fitted.add(fit);
                    return new Transformed(after, fitted);
                }));
    }
}
