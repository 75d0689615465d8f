package org.layerwise.dataio.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.samples.Sample;

/** Bad input that takes more than damaging a sound file: sizes that can't be, bombs, links, and what fuzzing found. */
class BadInputTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long LITTLE = 16 << 20;

    @TempDir
    Path folder;

    private Dataset read(DatasetReader reader) throws IOException {
        return reader.read(new ReadContext(folder, new Splittable()));
    }

    /** Refused in one line, and without taking memory for what is only declared. */
    private void requireRefused(Sample sample, byte[] content, String words) throws IOException {
        sample.writeCompanions(folder);
        sample.write(folder, content);
        assertThatThrownBy(() -> sample.readFrom(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(words)
                .hasMessageNotContainingAny("\n", "null", "Exception");
        long before = THREAD.getCurrentThreadAllocatedBytes(); // classes are loaded by now
        assertThatThrownBy(() -> sample.readFrom(folder)).isInstanceOf(DataException.class);
        assertThat(THREAD.getCurrentThreadAllocatedBytes() - before).isLessThan(LITTLE + 2L * content.length);
    }

    private static Sample sample(String resource) {
        return Sample.all().stream()
                .filter(sample -> sample.resource().equals(resource))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] changed(byte[] content, int at, int... values) {
        byte[] changed = content.clone();
        for (int i = 0; i < values.length; i++) {
            changed[at + i] = (byte) values[i];
        }
        return changed;
    }

    private static byte[] replaced(byte[] content, String from, String to) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzip(byte[] start, long zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(start);
            writeZeros(gzip, zeros);
        }
        return bytes.toByteArray();
    }

    private static void writeZeros(OutputStream out, long count) throws IOException {
        byte[] zeros = new byte[1 << 16];
        for (long left = count; left > 0; left -= zeros.length) {
            out.write(zeros, 0, (int) Math.min(left, zeros.length));
        }
    }

    static Stream<Arguments> sizes() {
        return Stream.of(
                        "2147483647, 2147483647",
                        "2147483648,",
                        "4611686018427387904,",
                        "9223372036854775807, 2",
                        "8, 1000000000")
                .map(shape -> Arguments.of(
                        "doubles.npy",
                        npy("{'descr': '<f8', 'fortran_order': False, 'shape': (" + shape + "), }\n"),
                        "doubles.npy"));
    }

    private static byte[] npy(String header) {
        ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + 16).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length());
        return bytes.put(header.getBytes(StandardCharsets.ISO_8859_1)).array();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void takesNoMemoryForNpySizesThatCantBe(String resource, byte[] content) throws IOException {
        requireRefused(sample(resource), content, "data: ");
    }

    @Test
    void refusesMoreAxesThanAnArrayHas() throws IOException {
        byte[] header = Arrays.copyOf(new byte[] {0, 0, 8, (byte) 204}, 4 + 4 * 204);
        requireRefused(sample("images.idx"), header, "is said to have 204 axes; expected at most 32");
    }

    @Test
    void aNameDoesNotBreakTheLineOfAMessage() {
        assertThat(new DataException("no array '\nname\u001b[31m'")).hasMessage("no array '\\u000aname\\u001b[31m'");
        assertThat(DataException.ofOption("features", "no column 'a\tb'")).hasMessage("no column 'a\\u0009b'");
        assertThat(new DataException("a\rb", new IOException())).hasMessage("a\\u000db");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x7fffffff, 0x80000000, 0xffffffff, 0x40000000, 0x00010000})
    void takesNoMemoryForIdxSizesThatCantBe(int size) throws IOException {
        for (int axis = 0; axis < 3; axis++) {
            byte[] content = sample("images.idx").bytes();
            ByteBuffer.wrap(content).putInt(4 + 4 * axis, size);
            requireRefused(sample("images.idx"), content, "data: ");
        }
    }

    @Test
    void takesNoMemoryForMatSizesThatCantBe() throws IOException {
        byte[] sound = sample("plain.mat").bytes();
        Sample mat = sample("plain.mat");
        requireRefused(mat, changed(sound, 132, 0xf0, 0xff, 0xff, 0x7f), "declares 2147483632 bytes");
        requireRefused(mat, changed(sound, 140, 0xf0, 0xff, 0xff, 0x0f), "declares 268435440 bytes");
        requireRefused(mat, changed(sound, 156, 0xf0, 0xff, 0xff, 0x3f), "declares 1073741808 bytes");
        requireRefused(mat, changed(sound, 160, 0xff, 0xff, 0xff, 0x7f), "entries, but its");
        requireRefused(mat, changed(sound, 160, 0xff, 0xff, 0xff, 0xff), "too many entries");
        byte[] cells = replaced(sound, "names", "names");
        int names = new String(cells, StandardCharsets.ISO_8859_1).indexOf("names");
        requireRefused(mat, changed(sound, names - 16, 0xff, 0xff, 0xff, 0x0f), "entries, but its");
    }

    @Test
    void takesNoMemoryForHdf5SizesThatCantBe() throws IOException {
        byte[] sound = sample("contiguous.h5").bytes();
        requireRefused(sample("contiguous.h5"), changed(sound, 807, 0xff, 0xff, 0xff, 0x7f), "data: ");
        requireRefused(sample("contiguous.h5"), changed(sound, 810, 0xff), "data: ");
    }

    @Test
    void namesNoDataSetOfHdf5GroupsThatAreDamaged() throws IOException {
        byte[] sound = replaced(sample("contiguous.h5").bytes(), "names", "other");
        requireRefused(sample("contiguous.h5"), sound, "no data set 'names' in data");
        requireRefused(
                sample("contiguous.h5"), changed(sound, 1400, 9, 9, 9, 9, 9, 9, 9, 9), "the groups can't be read");
    }

    @Test
    void takesNoMoreOfAGzipThanItsFormatSays() throws IOException {
        byte[] header = {0, 0, 8, 3, 0, 0, 0, 8, 0, 0, 0, 2, 0, 0, 0, 3};
        requireRefused(sample("images.idx"), gzip(header, 48 << 20), "trailing bytes");
        byte[] large = {0, 0, 8, 3, 0, 0, 0, 8, 0, 0, 4, 0, 0, 0, 4, 0};
        requireRefused(sample("images.idx"), gzip(large, 64), "data: ");
        requireRefused(sample("table.csv"), gzip(new byte[0], 1 << 20), "NUL");
    }

    @Test
    void takesNoMoreOfAnNpzThanItsArraySays() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }\n"));
            writeZeros(zip, 48 << 20);
            zip.closeEntry();
        }
        requireRefused(sample("stored.npz"), bytes.toByteArray(), "trailing bytes");
    }

    @Test
    void writesNothingForNamesThatLeaveAnNpz() throws IOException {
        byte[] array = npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 1), }\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../x.npy"));
            zip.write(array);
            zip.closeEntry();
        }
        Path inner = Files.createDirectories(folder.resolve("a/b"));
        Files.write(inner.resolve("data"), bytes.toByteArray());
        Dataset read = new Npz(Path.of("data"), "../../x").read(new ReadContext(inner, new Splittable()));
        assertThat(read.examples()).isEqualTo(2);
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files).hasSize(1);
        }
    }

    private static byte[] png(int width, int height) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + 25 + 12 + 12);
        bytes.putLong(0x89504e470d0a1a0aL)
                .putInt(13)
                .putInt(0x49484452)
                .putInt(width)
                .putInt(height);
        bytes.put(new byte[] {8, 2, 0, 0, 0}).putInt(sum(bytes.array(), 12, 17));
        bytes.putInt(0).putInt(0x49444154).putInt(sum(bytes.array(), 37, 4));
        bytes.putInt(0).putInt(0x49454e44).putInt(sum(bytes.array(), 49, 4));
        return bytes.array();
    }

    private static int sum(byte[] bytes, int from, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 5000, 46340, 100_000, 0x7fffffff})
    void takesNoMemoryForPixelsThatCantBe(int size) throws IOException {
        requireRefused(sample("colours.png"), png(size, size), "image.png: ");
    }

    @Test
    void takesNoMemoryForPixelsThatCouldBeButAreNot() throws IOException {
        byte[] padded = Arrays.copyOf(png(20_000, 20_000), 2 << 20);
        requireRefused(sample("colours.png"), padded, "image.png: ");
    }

    @Test
    void readsAnImageOfOnePixel() throws IOException {
        BufferedImage one = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        one.setRGB(0, 0, 0x102030);
        Sample image = sample("colours.png");
        image.writeCompanions(folder);
        javax.imageio.ImageIO.write(one, "png", folder.resolve(image.place()).toFile());
        assertThat(image.readFrom(folder).featureMatrix().getRow(0))
                .startsWith(16, 32, 48)
                .endsWith(16, 32, 48);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiff.image", "pixels.image", "texts.npy"})
    void refusesWhatFuzzingFound(String found) throws IOException {
        try (var in = Sample.class.getResourceAsStream("found/" + found)) {
            requireRefused(sample(found.endsWith(".npy") ? "doubles.npy" : "colours.png"), in.readAllBytes(), "a");
        }
    }

    @Test
    void refusesAFolderWhereAFileIsNeeded() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        for (Sample sample : Sample.all()) {
            if (!sample.reader().equals("image_folder")) {
                assertThatThrownBy(() -> sample.readFrom(folder))
                        .isInstanceOf(DataException.class)
                        .hasMessageContaining("is a folder; a file is expected");
            }
        }
    }

    @Test
    void refusesALinkToItself() throws IOException {
        Files.createSymbolicLink(folder.resolve("data"), Path.of("data"));
        for (Sample sample : Sample.all()) {
            if (!sample.reader().equals("image_folder")) {
                assertThatThrownBy(() -> sample.readFrom(folder))
                        .isInstanceOf(DataException.class)
                        .hasMessageContaining("no file");
            }
        }
    }

    @Test
    void refusesAFileThatMayNotBeRead() throws IOException {
        Path file = Files.write(folder.resolve("data"), new byte[] {1});
        assumeTrue(
                file.toFile().setReadable(false) && !Files.isReadable(file), "whoever runs this may read everything");
        assertThatThrownBy(() -> read(new Csv(Path.of("data")))).hasMessageContaining("may not be read");
    }

    @Test
    void followsLinksInsideAnHdf5FileOnly() throws IOException {
        try (var in = Sample.class.getResourceAsStream("links.h5")) {
            Files.write(folder.resolve("links.h5"), in.readAllBytes());
        }
        Path file = Path.of("links.h5");
        assertThat(read(new Hdf5(file, "soft")).examples()).isEqualTo(8);
        assertThat(read(new Hdf5(file, "loop/again/loop/itself/again/x")).examples())
                .isEqualTo(8);
        assertThatThrownBy(() -> read(new Hdf5(file, "outside")))
                .hasMessage("links.h5: '/outside' is a link to another file; only this one is read");
        assertThatThrownBy(() -> read(new Hdf5(file, "nowhere")))
                .hasMessageContaining("'/nowhere' is a link to nothing");
        assertThatThrownBy(() -> read(new Hdf5(file, "round")))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("links.h5: ");
        assertThatThrownBy(() -> read(new Hdf5(file, "y")))
                .hasMessageStartingWith("no data set 'y' in links.h5")
                .hasMessageNotContaining("again/again");
    }

    @Test
    void aTableOfOneRowIsATable() throws IOException {
        Files.writeString(folder.resolve("data"), "a,b\n1,2\n");
        assertThat(read(new Csv(Path.of("data"), List.of("b"))).examples()).isEqualTo(1);
    }

    @Test
    void anArrayOfOneRowIsADataSet() throws IOException {
        Files.write(folder.resolve("data"), npy("{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), }\n"));
        assertThat(read(new Npy(Path.of("data"), Optional.empty(), List.of(), Optional.empty()))
                        .examples())
                .isEqualTo(1);
    }
}
