package org.layerwise.dataio.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.dataio.Streaming;

/** Arrays that stay in their files: the same values as in memory. Python wrote the same examples in every layout. */
class StreamedArraysTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copyFiles() throws IOException, URISyntaxException {
        Path script = Path.of(Objects.requireNonNull(StreamedArraysTest.class.getResource("streamed/streamed.py"))
                .toURI());
        try (Stream<Path> files = Files.list(Objects.requireNonNull(script.getParent()))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    private Dataset read(DatasetReader reader, Streaming streaming) throws IOException {
        return reader.read(new ReadContext(folder, new Splittable(), streaming, ReadProgress.none()));
    }

    private static Idx idx(String images, String labels) {
        return new Idx(Path.of(images), Optional.of(Path.of(labels)), List.of());
    }

    private static Npy npy(String features, String targets) {
        return new Npy(Path.of(features), Optional.of(Path.of(targets)), List.of(), Optional.empty());
    }

    private static Npz npz(String file) {
        return new Npz(Path.of(file), "x", Optional.of("y"), Optional.empty(), Optional.empty());
    }

    private static Hdf5 hdf5(String features) {
        return new Hdf5(Path.of("arrays.h5"), features, Optional.of("y"), Optional.of("names"), Optional.empty());
    }

    static List<DatasetReader> readers() {
        Stream<DatasetReader> others = Stream.of(
                idx("images.idx", "labels.idx"),
                idx("images.idx.gz", "labels.idx.gz"),
                idx("doubles.idx", "labels.idx"),
                idx("shorts.idx", "labels.idx.gz"),
                npy("rows.npy", "y_row.npy"),
                npz("arrays.npz"),
                npz("plain.npz"));
        Stream<DatasetReader> arrays = Stream.of(
                        "rows",
                        "big_endian",
                        "bytes",
                        "integers",
                        "unsigned",
                        "half",
                        "fortran",
                        "fortran_cube",
                        "columns",
                        "columns_fortran",
                        "columns_cube",
                        "columns_cube_fortran")
                .map(name -> npy(name + ".npy", "y.npy"));
        Stream<DatasetReader> sets =
                Stream.of("bytes", "floats", "columns", "chunked", "tiles").map(StreamedArraysTest::hdf5);
        return Stream.of(others, arrays, sets).flatMap(s -> s).toList();
    }

    private static void check(Dataset data) {
        for (int i = 0; i < 7; i++) {
            for (int c = 0; c < 6; c++) {
                assertThat(data.feature(i, c)).isEqualTo((i * 6 + c) * 37 % 251);
            }
            assertThat(data.target(i, 0)).isEqualTo(i % 3);
        }
        assertThat(data.inMemory(new int[] {5, 0, 5}).featureMatrix().getRow(2))
                .containsExactly(data.featureMatrix().getRow(5));
    }

    @Test
    void noticesThatAFileIsChangedWhileItIsRead() throws IOException {
        Dataset data = read(npy("rows.npy", "y.npy"), Streaming.ALWAYS);
        check(data);
        Path file = folder.resolve("rows.npy");
        byte[] content = Files.readAllBytes(file);
        content[content.length - 1]++;
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        assertThatThrownBy(() -> readOften(data))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("rows.npy: was changed while it was read");
    }

    @Test
    void readsOnWhatIsMappedOfADeletedFile() throws IOException {
        Dataset data = read(npy("rows.npy", "y.npy"), Streaming.ALWAYS);
        Files.delete(folder.resolve("rows.npy"));
        readOften(data);
        check(data);
    }

    private static void readOften(Dataset data) {
        double sum = 0;
        for (int i = 0; i < 200_000; i++) {
            sum += data.feature(i % 7, 0);
        }
        assertThat(sum).isNotNegative();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void givesTheValuesOfMemory(DatasetReader reader) throws IOException {
        Dataset streamed = read(reader, Streaming.ALWAYS);
        Dataset memory = read(reader, Streaming.NEVER);
        check(memory);
        check(streamed);
        assertThat(streamed.isStreamed()).isTrue();
        assertThat(memory.isStreamed()).isFalse();
        assertThat(streamed.inputs().getData()).isDeepEqualTo(memory.inputs().getData());
        assertThat(streamed.shape()).isEqualTo(memory.shape());
        assertThat(streamed.columns()).isEqualTo(memory.columns());
        assertThat(streamed.targets()).isEqualTo(memory.targets());
        assertThat(streamed.place(3)).isEqualTo(memory.place(3));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void keepsWhatIsSmallInMemory(DatasetReader reader) throws IOException {
        assertThat(read(reader, Streaming.AUTO).isStreamed()).isFalse();
        assertThat(converted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two.npy", "two_rows.npy"})
    void streamsSeveralTargets(String targets) throws IOException {
        Dataset streamed = read(npy("rows.npy", targets), Streaming.ALWAYS);
        assertThat(IntStream.range(0, 7).mapToDouble(i -> streamed.target(i, 1)).toArray())
                .containsExactly(1, 2, 3, 1, 2, 3, 1);
    }

    private List<String> converted() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches(".*\\.(rows|part)"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void convertsWhatIsPackedOnce() throws IOException {
        read(idx("images.idx.gz", "labels.idx.gz"), Streaming.ALWAYS);
        List<String> first = converted();
        assertThat(first)
                .hasSize(2)
                .allMatch(name -> name.matches("(images|labels)\\.idx\\.gz\\.[0-9a-f]{16}-[0-9a-f]{8}\\.rows"));
        Path rows = folder.resolve(first.get(0));
        var written = Files.getLastModifiedTime(rows);
        read(idx("images.idx.gz", "labels.idx.gz"), Streaming.ALWAYS);
        assertThat(converted()).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(rows)).isEqualTo(written);
    }

    @Test
    void leavesPlainFilesAlone() throws IOException {
        read(idx("images.idx", "labels.idx"), Streaming.ALWAYS);
        read(npy("bytes.npy", "y.npy"), Streaming.ALWAYS);
        read(hdf5("floats"), Streaming.ALWAYS);
        assertThat(converted()).isEmpty();
    }

    @Test
    void replacesRowsOfOlderContent() throws IOException {
        read(npz("arrays.npz"), Streaming.ALWAYS);
        List<String> first = converted();
        Files.copy(folder.resolve("plain.npz"), folder.resolve("arrays.npz"), StandardCopyOption.REPLACE_EXISTING);
        check(read(npz("arrays.npz"), Streaming.ALWAYS));
        assertThat(converted()).hasSize(2).doesNotContainAnyElementsOf(first);
    }

    @Test
    void removesWhatAKilledConversionLeft() throws IOException {
        Path left =
                Files.writeString(folder.resolve("arrays.npz.0123456789abcdef-01234567.rows.999999-1.part"), "half");
        Path foreign =
                Files.writeString(folder.resolve("other.npz.0123456789abcdef-01234567.rows.999999-1.part"), "half");
        read(npz("arrays.npz"), Streaming.ALWAYS);
        assertThat(left).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void makesDamagedRowsAnew() throws IOException {
        read(npz("arrays.npz"), Streaming.ALWAYS);
        for (String name : converted()) {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length - 3));
        }
        check(read(npz("arrays.npz"), Streaming.ALWAYS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "images.idx",
                "doubles.idx",
                "rows.npy",
                "fortran.npy",
                "images.idx.gz",
                "arrays.npz",
                "arrays.h5"
            })
    void refusesAFileThatIsCutShort(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length - 5));
        DatasetReader reader = name.contains("idx")
                ? idx(name, "labels.idx")
                : name.endsWith("npy") ? npy(name, "y.npy") : name.endsWith("npz") ? npz(name) : hdf5("floats");
        assertThatThrownBy(() -> read(reader, Streaming.ALWAYS))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(name + ":");
        assertThat(converted()).isEmpty();
    }

    @Test
    void refusesTrailingBytes() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("rows.npy"));
        Files.write(folder.resolve("rows.npy"), Arrays.copyOf(bytes, bytes.length + 2));
        assertThatThrownBy(() -> read(npy("rows.npy", "y.npy"), Streaming.ALWAYS))
                .hasMessage("rows.npy: has trailing bytes at offset " + bytes.length + ", where it should end");
    }

    @Test
    void refusesADamagedArchiveAndKeepsNothingOfIt() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("plain.npz"));
        bytes[200] ^= 1;
        Files.write(folder.resolve("plain.npz"), bytes);
        assertThatThrownBy(() -> read(npz("plain.npz"), Streaming.ALWAYS))
                .hasMessageContaining("the check sum is wrong; the archive is damaged");
        assertThat(converted()).noneMatch(name -> name.contains(".part")).hasSizeLessThan(2);
    }
}
