package org.layerwise.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.layerwise.dataio.Augmentation;
import org.layerwise.dataio.DataPlugin;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.augmentations.Flip;
import org.layerwise.dataio.augmentations.Rotate;
import org.layerwise.dataio.augmentations.Shift;
import org.layerwise.dataio.generators.Moons;
import org.layerwise.dataio.readers.Csv;
import org.layerwise.dataio.readers.Hdf5;
import org.layerwise.dataio.readers.Idx;
import org.layerwise.dataio.readers.ImageFolder;
import org.layerwise.dataio.readers.Mat;
import org.layerwise.dataio.readers.Npy;
import org.layerwise.dataio.readers.Npz;
import org.layerwise.dataio.transforms.Clip;
import org.layerwise.dataio.transforms.Drop;
import org.layerwise.dataio.transforms.Hashing;
import org.layerwise.dataio.transforms.Impute;
import org.layerwise.dataio.transforms.Log;
import org.layerwise.dataio.transforms.MinMax;
import org.layerwise.dataio.transforms.Normalize;
import org.layerwise.dataio.transforms.OneHot;
import org.layerwise.dataio.transforms.Ordinal;
import org.layerwise.dataio.transforms.Polynomial;
import org.layerwise.dataio.transforms.Power;
import org.layerwise.dataio.transforms.Scale;
import org.layerwise.dataio.transforms.Standardize;

/** Every reader, generator and transform keeps the contract of its kind. */
class DataBuiltInsTest {
    private static final List<DatasetReader> READERS = List.of(
            new Moons(11, 0.1, true, 3),
            new Csv(Path.of("table.csv"), List.of("label")),
            new Csv(Path.of("table.csv.gz")),
            new Idx(Path.of("images.idx"), Optional.of(Path.of("labels.idx")), List.of("even", "odd")),
            new Idx(Path.of("images.idx.gz")),
            new Npy(Path.of("x.npy"), Optional.of(Path.of("y.npy")), List.of(), Optional.empty()),
            new Npz(Path.of("arrays.npz"), "x", Optional.of("y"), Optional.empty(), Optional.empty()),
            new Hdf5(Path.of("arrays.h5"), "x", Optional.of("y"), Optional.empty(), Optional.empty()),
            new Mat(Path.of("arrays.mat"), "x", Optional.of("y"), Optional.empty(), Optional.empty()),
            new ImageFolder(Path.of("photos"), 4, 3));

    @Nested
    class Readers extends ReaderContract {
        Readers() {
            super(samples());
        }

        @Override
        protected Stream<Subject<DatasetReader>> subjects() {
            return registeredBy(DataPlugin.class, READERS);
        }
    }

    private static Path samples() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "samples"));
            return ReaderSamples.writeInto(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class Transforms extends TransformContract {
        @Override
        protected Stream<Subject<Transform>> subjects() {
            return registeredBy(
                            DataPlugin.class,
                            List.of(
                                    new Scale(255),
                                    new Scale(Optional.empty(), Optional.of(-1.0), Optional.of(6.0), List.of("x1")),
                                    new Clip(Optional.of(0.5), Optional.of(2.0), List.of()),
                                    new Drop(List.of("x2", "kind")),
                                    new Hashing(5, List.of("kind", "x3")),
                                    new Power(Power.Method.BOX_COX, false, List.of("x1")),
                                    new Impute(Impute.Strategy.MEDIAN, Optional.empty(), List.of(), true),
                                    new Impute(Impute.Strategy.MOST_FREQUENT, Optional.empty(), List.of()),
                                    new Impute(Impute.Strategy.CONSTANT, Optional.of("7"), List.of("x1", "x3")),
                                    new Log(0, List.of("x1")),
                                    new MinMax(-1, 1, List.of("x1", "x2")),
                                    new Normalize(Normalize.Norm.L1, List.of()),
                                    new Normalize(Normalize.Norm.MAX, List.of("x3", "x1")),
                                    new OneHot(List.of("x3"), OneHot.Unknown.IGNORE),
                                    new Ordinal(List.of(), Map.of("kind", List.of("cedar", "ash", "birch"))),
                                    new Polynomial(3, List.of("x1", "x2")),
                                    new Standardize(List.of("x2"))))
                    .filter(subject -> !needsOptions(subject.component()));
        }

        /** Made without options they say, when they are fitted, which one is missing. */
        private static boolean needsOptions(Transform transform) {
            return transform.equals(new Scale()) || transform.equals(new Clip());
        }
    }

    @Nested
    class Augmentations extends AugmentationContract {
        @Override
        protected Stream<Subject<Augmentation>> subjects() {
            return registeredBy(
                    DataPlugin.class,
                    List.of(
                            new Flip(Flip.Direction.BOTH, 0.7),
                            new Rotate(180, Optional.of(0.0)),
                            new Shift(1, 0.5, Optional.of(-1.0))));
        }
    }

    /** For counts. */
    static List<Contract<?>> contracts() {
        DataBuiltInsTest test = new DataBuiltInsTest();
        return List.of(test.new Readers(), test.new Transforms(), test.new Augmentations());
    }
}
