package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Numpy;
import org.layerwise.dataio.generators.Circles;
import org.layerwise.dataio.generators.Moons;
import org.layerwise.dataio.generators.PlanarFlower;
import org.layerwise.dataio.readers.Csv;
import org.layerwise.dataio.readers.Hdf5;
import org.layerwise.dataio.readers.Idx;
import org.layerwise.dataio.readers.Mat;
import org.layerwise.dataio.transforms.Drop;
import org.layerwise.dataio.transforms.Impute;
import org.layerwise.dataio.transforms.OneHot;
import org.layerwise.dataio.transforms.Scale;
import org.layerwise.dataio.transforms.Standardize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The data of every reference run, as this module reads and prepares them, against sums and hashes of the reference. */
class ReferenceDataTest {
    @ParameterizedTest
    @ValueSource(strings = {"cats_4layer", "cats_2layer", "cats_logreg_lr0.005"})
    void cats(String run) throws IOException {
        check(run, "train", catImages("train"), Bits.EQUAL);
        check(run, "test", catImages("test"), Bits.EQUAL);
    }

    private static Prepared catImages(String part) throws IOException {
        Dataset images = new Hdf5(
                        Path.of("cats/" + part + "_catvnoncat.h5"),
                        part + "_set_x",
                        Optional.of(part + "_set_y"),
                        Optional.of("list_classes"),
                        Optional.empty())
                .read(context());
        assertThat(images.shape()).containsExactly(64, 64, 3);
        BinaryTargets targets = BinaryTargets.of(images);
        assertThat(targets.names()).containsExactly("non-cat", "cat");
        return new Prepared(images.mapFeatures(x -> x / 255).inputs(), targets.encode(images));
    }

    @ParameterizedTest
    @ValueSource(strings = {"football_noreg", "football_l2_0.7"})
    void football(String run) throws IOException {
        check(run, "train", football("X", "y"), Bits.EQUAL);
        check(run, "test", football("Xval", "yval"), Bits.EQUAL);
    }

    private static Prepared football(String x, String y) throws IOException {
        Dataset points = new Mat(Path.of("football/data.mat"), x, Optional.of(y), Optional.empty(), Optional.empty())
                .read(context());
        return new Prepared(points.inputs(), BinaryTargets.of(points).encode(points));
    }

    @ParameterizedTest
    @ValueSource(strings = {"planar_nh4_initseed2", "planar_logreg_gd"})
    void flower(String run) throws IOException {
        check(run, "train", generated(new PlanarFlower(400, 4, 0.2, 1)), Bits.CLOSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"circles_he", "circles_zeros"})
    void circles(String run) throws IOException {
        check(run, "train", generated(new Circles(300, 0.05, 0.8, true, 1)), Bits.CLOSE);
        check(run, "test", generated(new Circles(100, 0.05, 0.8, true, 2)), Bits.CLOSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"moons_2017_adam", "moons_2021_gd"})
    void moons(String run) throws IOException {
        check(run, "train", generated(new Moons(300, 0.2, true, 3)), Bits.CLOSE);
    }

    private static Prepared generated(DatasetReader reader) throws IOException {
        Dataset points = reader.read(context());
        return new Prepared(points.inputs(), BinaryTargets.of(points).encode(points));
    }

    @ParameterizedTest
    @CsvSource({"mnist3000_sgd, mnist", "fashion2000_adam_tanh, fashion-mnist"})
    void images(String run, String folder) throws IOException {
        int[] shape = shape(run, "train");
        int[] testShape = shape(run, "test");
        Dataset train = idx(folder, "train").take(shape[1]);
        Dataset test = idx(folder, "t10k").take(testShape[1]);
        tabular(run, new Split.Parts(train, Optional.empty(), Optional.of(test)), new Scale(255), OneHotTargets::of);
    }

    private static Dataset idx(String folder, String part) throws IOException {
        return new Idx(
                        Path.of(folder, part + "-images-idx3-ubyte.gz"),
                        Optional.of(Path.of(folder, part + "-labels-idx1-ubyte.gz")),
                        List.of())
                .read(context());
    }

    private static int[] shape(String run, String part) {
        JsonNode shape = reference(run).get("data").get(part).get("X_shape(features,samples)");
        return new int[] {shape.get(0).asInt(), shape.get(1).asInt()};
    }

    private static JsonNode reference(String run) {
        return JsonMapper.shared()
                .readTree(SharedData.path("reference/" + run + ".json").toFile());
    }

    @Test
    void iris() throws IOException {
        Dataset flowers = csv("sklearn_iris.csv", List.of("target_name"), "target");
        tabular("iris_softmax_gd", flowers, 0.8, 0, new Standardize(), OneHotTargets::of);
    }

    @Test
    void digits() throws IOException {
        Dataset digits = csv("sklearn_digits.csv", List.of(), "target");
        tabular("digits_softmax_momentum", digits, 0.8, 6, new Scale(16), OneHotTargets::of);
    }

    @Test
    void breastCancer() throws IOException {
        Dataset cells = csv("sklearn_breast_cancer.csv", List.of("target_name"), "target");
        tabular("breast_cancer_adam", cells, 0.75, 1, new Standardize(), BinaryTargets::of);
    }

    @Test
    void diabetes() throws IOException {
        Dataset patients = csv("sklearn_diabetes.csv", List.of(), "target");
        Split.Parts parts = cut(patients, 0.8, 3);
        TargetTransforms targets = TargetTransforms.fit(List.of(new Standardize()), parts.train());
        Split.Parts changed = new Split.Parts(
                targets.apply(parts.train()), parts.dev(), parts.test().map(targets::apply));
        tabular("diabetes_regression_l2", changed, new Standardize(), NumericTargets::of);
    }

    @Test
    void titanic() throws IOException {
        List<String> features = List.of("Pclass", "Sex", "Age", "SibSp", "Parch", "Fare", "Embarked");
        Dataset passengers = new Csv(
                        Path.of("tabular/titanic.csv"),
                        List.of("Survived"),
                        features,
                        Optional.empty(),
                        "\"",
                        true,
                        List.of(""),
                        List.of("Pclass"),
                        "utf-8",
                        true,
                        Optional.empty(),
                        ".")
                .read(context());
        Transform all = training -> {
            Dataset dataset = training;
            List<Transform.Fitted> steps = new ArrayList<>();
            for (Transform transform : List.of(
                    new Impute(),
                    new Impute(Impute.Strategy.MOST_FREQUENT, Optional.empty(), List.of("Embarked")),
                    new Standardize(),
                    new OneHot())) {
                Transform.Fitted step = transform.fit(dataset);
                dataset = step.apply(dataset);
                steps.add(step);
            }
            return other -> {
                Dataset changed = other;
                for (Transform.Fitted step : steps) {
                    changed = step.apply(changed);
                }
                return changed;
            };
        };
        tabular("titanic_relu_gd", cut(passengers, 0.8, 2), all, BinaryTargets::of);
    }

    private static Dataset csv(String file, List<String> left, String target) throws IOException {
        Dataset all = new Csv(Path.of("tabular/" + file), List.of(target)).read(context());
        return left.isEmpty() ? all : new Drop(left).fit(all).apply(all);
    }

    private static Split.Parts cut(Dataset dataset, double train, long seed) {
        Split split = new Split(train, 0, 1 - train, false, true, Optional.of(seed));
        return split.cut(dataset, new Numpy(), 0);
    }

    private static void tabular(
            String run,
            Dataset dataset,
            double train,
            long seed,
            Transform transform,
            Function<Dataset, TargetEncoding> encoding)
            throws IOException {
        tabular(run, cut(dataset, train, seed), transform, encoding);
    }

    private static void tabular(
            String run, Split.Parts parts, Transform transform, Function<Dataset, TargetEncoding> encoding)
            throws IOException {
        Transform.Fitted fitted = transform.fit(parts.train());
        TargetEncoding targets = encoding.apply(parts.train());
        Bits bits = transform instanceof Scale ? Bits.EQUAL : Bits.CLOSE;
        for (Dataset part : List.of(parts.train(), parts.test().orElseThrow())) {
            Prepared prepared = new Prepared(fitted.apply(part).inputs(), targets.encode(part));
            check(run, part == parts.train() ? "train" : "test", prepared, bits);
        }
    }

    /** X and Y as training sees them. */
    private record Prepared(DenseMatrix x, DenseMatrix y) {}

    /** Whether the reference can be met to the last bit: generated points depend on the C library's log and sine. */
    private enum Bits {
        EQUAL,
        CLOSE
    }

    private static void check(String run, String part, Prepared prepared, Bits bits) throws IOException {
        JsonNode expected = reference(run).get("data").get(part);
        DenseMatrix x = prepared.x();
        JsonNode shape = expected.get("X_shape(features,samples)");
        assertThat(x.shape())
                .isEqualTo(shape.get(0).asInt() + "x" + shape.get(1).asInt());
        JsonNode samples = expected.get("first_samples");
        for (int i = 0; i < samples.size(); i++) {
            for (int c = 0; c < samples.get(i).size(); c++) {
                assertThat(x.getEntry(c, i)).isCloseTo(samples.get(i).get(c).asDouble(), within(1e-12));
            }
        }
        JsonNode labels = expected.get("first_labels");
        for (int i = 0; i < labels.size(); i++) {
            JsonNode label = labels.get(i);
            for (int k = 0; k < prepared.y().getRowDimension(); k++) {
                double wanted = (label.isArray() ? label.get(k) : label).asDouble();
                assertThat(prepared.y().getEntry(k, i)).isCloseTo(wanted, within(1e-12));
            }
        }
        double sum = Arrays.stream(x.values()).sum();
        assertThat(sum).isCloseTo(expected.get("X_sum").asDouble(), within(1e-9 * Math.max(1, Math.abs(sum))));
        assertThat(Arrays.stream(prepared.y().values()).sum())
                .isCloseTo(expected.get("Y_sum").asDouble(), within(1e-9));
        if (bits == Bits.EQUAL) {
            assertThat(sha256(x))
                    .isEqualTo(expected.get("X_sha256_float64_le_feature_major").asString());
        }
    }

    private static String sha256(DenseMatrix matrix) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * matrix.values().length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(matrix.values());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ReadContext context() {
        return new ReadContext(SharedData.path("data"), new Numpy());
    }
}
