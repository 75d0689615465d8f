package org.layerwise.dataio.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.BinaryTargets;
import org.layerwise.dataio.Classes;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.OneHotTargets;
import org.layerwise.dataio.ReadContext;

class NumpyArraysTest {
    private static final double[][] ROWS = {{0, 0.25, 0.5}, {0.75, 1, 1.25}, {1.5, 1.75, 2}, {2.25, 2.5, 2.75}};

    @TempDir
    Path folder;

    private static ReadContext resources() {
        try {
            Path script = Path.of(Objects.requireNonNull(NumpyArraysTest.class.getResource("arrays.py"))
                    .toURI());
            return new ReadContext(Objects.requireNonNull(script.getParent()), new Splittable());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Dataset npy(String features, Optional<Path> targets, Optional<ExampleAxis> axis) throws IOException {
        return new Npy(Path.of(features), targets, List.of(), axis).read(resources());
    }

    private static Dataset npz(String targets) throws IOException {
        return new Npz(Path.of("images.npz"), "x", Optional.of(targets), Optional.empty(), Optional.empty())
                .read(resources());
    }

    @Test
    void readsRowsOfFloatsWithTextLabels() throws IOException {
        Dataset pets = npy("rows.npy", Optional.of(Path.of("labels.npy")), Optional.empty());
        assertThat(pets.featureMatrix().getData()).isEqualTo(ROWS);
        assertThat(Classes.of(pets).names()).containsExactly("cat", "dog", "ärger");
        assertThat(Classes.of(pets).indices(pets, 0)).containsExactly(0, 1, 0, 2);
    }

    @Test
    void readsFortranOrderAndBigEndian() throws IOException {
        assertThat(npy("fortran.npy", Optional.empty(), Optional.empty())
                        .featureMatrix()
                        .getData())
                .isEqualTo(ROWS);
    }

    @Test
    void readsExamplesAsColumns() throws IOException {
        Dataset turned = npy("rows.npy", Optional.empty(), Optional.of(ExampleAxis.COLUMNS));
        assertThat(turned.inputs().getData()).isEqualTo(ROWS);
    }

    @Test
    void readsHalvesAndIntegers() throws IOException {
        assertThat(npy("half.npy", Optional.empty(), Optional.empty())
                        .featureMatrix()
                        .getData())
                .isEqualTo(new double[][] {{1.5, -2}, {65504, 0x1p-24}});
        assertThat(npy("integers.npy", Optional.empty(), Optional.empty()).feature(0, 1))
                .isEqualTo(0x1p40);
    }

    @Test
    void refusesPythonObjectsAndComplexNumbers() {
        assertThatThrownBy(() -> npy("objects.npy", Optional.empty(), Optional.empty()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Python objects");
        assertThatThrownBy(() -> npy("complex.npy", Optional.empty(), Optional.empty()))
                .hasMessage("complex.npy: holds values of type 'c16'; real numbers, booleans or texts are needed");
    }

    @Test
    void readsPackedImagesWithOneHotTargets() throws IOException {
        Dataset images = npz("y");
        assertThat(images.shape()).containsExactly(2, 3);
        assertThat(images.feature(1, 5)).isEqualTo(220);
        assertThat(OneHotTargets.of(images).encode(images).getData()).isEqualTo(new double[][] {{0, 1}, {1, 0}});
    }

    @Test
    void namesTheNearArray() {
        assertThatThrownBy(() -> npz("nams"))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.option()).contains("targets"))
                .hasMessage("no array 'nams' in images.npz; did you mean 'names'?");
    }

    @Test
    void refusesWhatIsCutShortDamagedOrNoArchive() throws IOException {
        byte[] whole = Files.readAllBytes(resources().baseDirectory().resolve("rows.npy"));
        byte[] archive = Files.readAllBytes(resources().baseDirectory().resolve("images.npz"));
        assertThatThrownBy(() -> features(Arrays.copyOf(whole, whole.length - 3)))
                .hasMessage("f.npy: the values of axes [4, 3] at offset 128 take 48 bytes, but at most 45 are left");
        assertThatThrownBy(() -> features(Arrays.copyOf(whole, whole.length + 1)))
                .hasMessageContaining("trailing bytes at offset 176");
        assertThatThrownBy(() -> features("hello, world".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("f.npy: is no NPY array of version 1 to 3");
        byte[] huge = new String(whole, StandardCharsets.ISO_8859_1)
                .replace("(4, 3)", "(2000000000, 2000000000)")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> features(huge)).isInstanceOf(DataException.class);
        Files.write(folder.resolve("cut.npz"), Arrays.copyOf(archive, archive.length / 2));
        assertThatThrownBy(() -> new Npz(Path.of("cut.npz"), "x").read(new ReadContext(folder, new Splittable())))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("cut.npz: is no sound NPZ archive");
        for (int length = 0; length < archive.length; length += 7) {
            Files.write(folder.resolve("part.npz"), Arrays.copyOf(archive, length));
            assertThatThrownBy(() -> new Npz(Path.of("part.npz"), "x").read(new ReadContext(folder, new Splittable())))
                    .isInstanceOf(DataException.class);
        }
        byte[] damaged = archive.clone();
        damaged[70] ^= 8;
        Files.write(folder.resolve("damaged.npz"), damaged);
        assertThatThrownBy(() -> new Npz(Path.of("damaged.npz"), "x").read(new ReadContext(folder, new Splittable())))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("damaged.npz: ");
    }

    private Dataset features(byte[] content) throws IOException {
        Files.write(folder.resolve("f.npy"), content);
        return new Npy(Path.of("f.npy")).read(new ReadContext(folder, new Splittable()));
    }

    @Test
    void asksForTheAxisWhereItIsAmbiguous() throws IOException {
        assertThatThrownBy(() -> npy("half.npy", Optional.of(Path.of("integers.npy")), Optional.empty()))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.option()).contains("examples"))
                .hasMessage(
                        "half.npy: 'half.npy' is 2x2 and 'integers.npy' is 2x2, so either axis may hold the examples;"
                                + " say examples: rows or examples: columns");
        Dataset rows = npy("half.npy", Optional.of(Path.of("integers.npy")), Optional.of(ExampleAxis.ROWS));
        assertThat(rows.target(0, 1)).isEqualTo(0x1p40);
        Dataset columns = npy("half.npy", Optional.of(Path.of("integers.npy")), Optional.of(ExampleAxis.COLUMNS));
        assertThat(columns.target(0, 1)).isEqualTo(3);
    }

    @Test
    void refusesAnotherNumberOfTargets() {
        assertThatThrownBy(() -> npy("rows.npy", Optional.of(Path.of("half.npy")), Optional.empty()))
                .hasMessage(
                        "rows.npy: 'rows.npy' is 4x3, 4 examples, but 'half.npy' is 2x2; there must be one target for each"
                                + " example");
    }

    @Test
    void aBinaryTargetNeedsTwoClasses() throws IOException {
        Dataset pets = npy("rows.npy", Optional.of(Path.of("labels.npy")), Optional.empty());
        assertThatThrownBy(() -> BinaryTargets.of(pets))
                .hasMessage("rows.npy: column 'y' has 3 classes; a binary target has two");
    }
}
