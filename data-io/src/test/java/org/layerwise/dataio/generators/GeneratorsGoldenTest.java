package org.layerwise.dataio.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Numpy;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.SharedData;

class GeneratorsGoldenTest {
    private static final ReadContext NUMPY = new ReadContext(Path.of("."), new Numpy());

    @Test
    void flowerIsTheCourses() throws IOException {
        check(new PlanarFlower(400, 4, 0.2, 1), SharedData.path("data/generated/planar_flower_seed1.csv"));
    }

    @ParameterizedTest
    @CsvSource({"300, 1, circles_train_seed1.csv", "100, 2, circles_test_seed2.csv"})
    void circlesAreScikitLearns(int examples, long seed, String file) throws IOException {
        check(new Circles(examples, 0.05, 0.8, true, seed), SharedData.path("data/generated/" + file));
    }

    @Test
    void moonsAreScikitLearns() throws IOException {
        check(new Moons(300, 0.2, true, 3), SharedData.path("data/generated/moons_seed3.csv"));
    }

    @Test
    void blobsAreScikitLearns() throws Exception {
        check(new Blobs(50, 4, 3, 1.5, -8, 8, true, 7), "blobs.csv");
    }

    @Test
    void gaussianQuantilesAreScikitLearns() throws Exception {
        check(new GaussianQuantiles(101, 2, 2, 0.5, true, 3), "gaussian_quantiles.csv");
    }

    @Test
    void spiralsAreTheLectures() throws Exception {
        check(new Spirals(60, 3, 0.2, 5), "spirals.csv");
    }

    @Test
    void linearRegressionIsScikitLearns() throws Exception {
        check(new LinearRegression(30, 6, 4, 2, 5, 0.5, true, 11), "linear_regression.csv");
    }

    @Test
    void splittableGivesOtherPointsOfTheSameShape() throws IOException {
        DatasetReader circles = new Circles(100, 0.05, 0.8, true, 1);
        Dataset one = circles.read(new ReadContext(Path.of("."), new Splittable()));
        assertThat(one.featureMatrix().values())
                .isEqualTo(circles.read(new ReadContext(Path.of("."), new Splittable()))
                        .featureMatrix()
                        .values())
                .isNotEqualTo(circles.read(NUMPY).featureMatrix().values());
        for (int i = 0; i < one.examples(); i++) {
            double radius = Math.hypot(one.feature(i, 0), one.feature(i, 1));
            assertThat(radius).isCloseTo(one.target(i, 0) == 0 ? 1 : 0.8, within(0.3));
        }
    }

    private static void check(DatasetReader generator, String resource) throws IOException, URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(GeneratorsGoldenTest.class.getResource(resource))
                .toURI());
        compare(generator.read(NUMPY), SharedData.table(file, 0));
    }

    private static void check(DatasetReader generator, Path file) throws IOException {
        compare(generator.read(NUMPY), SharedData.table(file, 1));
    }

    private static void compare(Dataset dataset, DenseMatrix expected) {
        assertThat(dataset.examples()).isEqualTo(expected.getRowDimension());
        assertThat(dataset.features() + dataset.targets().size()).isEqualTo(expected.getColumnDimension());
        for (int i = 0; i < dataset.examples(); i++) {
            for (int c = 0; c < expected.getColumnDimension(); c++) {
                double value =
                        c < dataset.features() ? dataset.feature(i, c) : dataset.target(i, c - dataset.features());
                double wanted = expected.getEntry(i, c);
                assertThat(value)
                        .as("row %d, column %d", i, c)
                        .isCloseTo(wanted, within(1e-12 * Math.max(1, Math.abs(wanted))));
            }
        }
    }
}
