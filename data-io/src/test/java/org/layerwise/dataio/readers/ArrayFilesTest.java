package org.layerwise.dataio.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.SharedData;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;

/** HDF5 and MATLAB files, sound and damaged. */
class ArrayFilesTest {
    @TempDir
    Path folder;

    private Dataset read(DatasetReader reader) throws IOException {
        return reader.read(new ReadContext(folder, new Splittable()));
    }

    private static Hdf5 hdf5(String features, String targets) {
        return new Hdf5(Path.of("f.h5"), features, Optional.of(targets), Optional.empty(), Optional.empty());
    }

    private static Mat mat(String features, String targets) {
        return new Mat(Path.of("f.mat"), features, Optional.of(targets), Optional.empty(), Optional.empty());
    }

    private void writeHdf5() {
        try (WritableHdfFile file = HdfFile.write(folder.resolve("f.h5"))) {
            file.putDataset("x", new double[][] {{1, 2}, {3, 4}, {5, 6}});
            file.putDataset("turned", new int[][] {{1, 3, 5}, {2, 4, 6}});
            file.putDataset("y", new long[] {1, 0, 1});
            file.putDataset("short", new long[] {1, 0, 1, 1});
            file.putDataset("infinite", new double[][] {{1, 2}, {3, Double.NEGATIVE_INFINITY}, {5, 6}});
            file.putGroup("group").putDataset("inner", new float[] {1, 2, 3});
        }
    }

    @Test
    void readsRowsAndColumnsOfHdf5() throws IOException {
        writeHdf5();
        assertThat(read(hdf5("x", "y")).inputs().getData()).isEqualTo(new double[][] {{1, 3, 5}, {2, 4, 6}});
        assertThat(read(hdf5("turned", "y")).inputs().getData()).isEqualTo(new double[][] {{1, 3, 5}, {2, 4, 6}});
        assertThat(read(hdf5("group/inner", "y")).features()).isEqualTo(1);
    }

    @Test
    void namesTheNearHdf5DataSet() {
        writeHdf5();
        assertThatThrownBy(() -> read(hdf5("x", "yy")))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.option()).contains("targets"))
                .hasMessage("no data set 'yy' in f.h5; did you mean 'y'?");
        assertThatThrownBy(() -> read(hdf5("group", "y"))).hasMessage("'group' in f.h5 is a group, not a data set");
        assertThatThrownBy(() -> read(hdf5("groups/inner", "y")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("did you mean 'group/inner'?");
    }

    @Test
    void refusesTargetsThatDoNotFitAndInfinity() {
        writeHdf5();
        assertThatThrownBy(() -> read(hdf5("x", "short")))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("f.h5: 'x' is 3x2");
        assertThatThrownBy(() -> read(hdf5("infinite", "y"))).hasMessage("f.h5: 'infinite'[1, 1] is infinite");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.01, 0.3, 0.9, 0.999})
    void refusesHdf5ThatIsCutShort(double kept) throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.path("data/cats/test_catvnoncat.h5"));
        Files.write(folder.resolve("f.h5"), Arrays.copyOf(whole, (int) (whole.length * kept)));
        assertThatThrownBy(() -> read(hdf5("test_set_x", "test_set_y")))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("f.h5: is ");
    }

    @Test
    void refusesHdf5WithTrailingBytesAndOtherFormats() throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.path("data/cats/test_catvnoncat.h5"));
        Files.write(folder.resolve("f.h5"), Arrays.copyOf(whole, whole.length + 9));
        assertThatThrownBy(() -> read(hdf5("test_set_x", "test_set_y")))
                .hasMessage("f.h5: has 9 trailing bytes after offset " + whole.length + ", where it should end");
        Files.writeString(folder.resolve("f.h5"), "a,b\n1,2\n");
        assertThatThrownBy(() -> read(hdf5("x", "y"))).hasMessageStartingWith("f.h5: is no HDF5 file");
    }

    @Test
    void survivesDamagedHdf5() throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.path("data/cats/test_catvnoncat.h5"));
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 100; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(2144)] = (byte) random.nextInt();
            Files.write(folder.resolve("f.h5"), damaged);
            try {
                assertThat(read(hdf5("test_set_x", "test_set_y")).examples()).isPositive();
            } catch (DataException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private void writeMat() throws IOException {
        Matrix images = Mat5.newMatrix(new int[] {2, 2, 3}, MatlabType.UInt8);
        for (int i = 0; i < 12; i++) {
            images.setInt(i, 240 + i);
        }
        Matrix labels = Mat5.newMatrix(1, 3, MatlabType.Int16);
        labels.setInt(1, -7);
        Mat5.writeToFile(
                Mat5.newMatFile()
                        .addArray("X", images)
                        .addArray("y", labels)
                        .addArray("z", Mat5.newComplex(3, 1))
                        .addArray("name", Mat5.newString("x")),
                folder.resolve("f.mat").toFile());
    }

    @Test
    void readsColumnMajorImagesWithExamplesLast() throws IOException {
        writeMat();
        Dataset images = read(mat("X", "y"));
        assertThat(images.shape()).containsExactly(2, 2);
        assertThat(images.featureMatrix().getData())
                .isEqualTo(new double[][] {{240, 242, 241, 243}, {244, 246, 245, 247}, {248, 250, 249, 251}});
        assertThat(images.target(1, 0)).isEqualTo(-7);
    }

    @Test
    void namesTheNearVariable() throws IOException {
        writeMat();
        assertThatThrownBy(() -> read(mat("Xs", "y")))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.option()).contains("features"))
                .hasMessage("no variable 'Xs' in f.mat; did you mean 'X'?");
        assertThatThrownBy(() -> read(mat("z", "y"))).hasMessageContaining("real numbers are needed");
        assertThatThrownBy(() -> read(mat("name", "y"))).hasMessageContaining("holds text");
    }

    @Test
    void refusesMatThatIsCutShortOrAnotherFormat() throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.path("data/football/data.mat"));
        for (int length : new int[] {0, 5, 127, 128, 131, 200, 4000, whole.length - 1}) {
            Files.write(folder.resolve("f.mat"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(mat("X", "y")))
                    .as("%d bytes", length)
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("f.mat: ");
        }
        Files.write(folder.resolve("f.mat"), Arrays.copyOf(whole, whole.length + 3));
        assertThatThrownBy(() -> read(mat("X", "y")))
                .hasMessage("f.mat: has 3 trailing bytes at offset " + whole.length);
        Files.write(folder.resolve("f.mat"), new byte[500]);
        assertThatThrownBy(() -> read(mat("X", "y"))).hasMessageStartingWith("f.mat: is no MATLAB 5 file");
    }

    @Test
    void survivesDamagedMat() throws IOException {
        writeMat();
        byte[] whole = Files.readAllBytes(folder.resolve("f.mat"));
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 1000; i++) {
            byte[] damaged = whole.clone();
            damaged[128 + random.nextInt(whole.length - 128)] = (byte) random.nextInt();
            Files.write(folder.resolve("f.mat"), damaged);
            try {
                assertThat(read(mat("X", "y")).examples()).isPositive();
            } catch (DataException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
