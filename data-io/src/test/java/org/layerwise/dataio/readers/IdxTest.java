package org.layerwise.dataio.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Classes;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadContext;

class IdxTest {
    private static final byte[] IMAGES = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 1, (byte) 254, (byte) 255};
    private static final byte[] LABELS = {0, 0, 8, 1, 0, 0, 0, 2, 7, 3};

    @TempDir
    Path folder;

    private Dataset read(byte[] images, byte[] labels) throws IOException {
        Files.write(folder.resolve("images"), images);
        Files.write(folder.resolve("labels"), labels);
        return new Idx(Path.of("images"), Optional.of(Path.of("labels")), List.of())
                .read(new ReadContext(folder, new Splittable()));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @Test
    void readsImagesAndLabels() throws IOException {
        Dataset digits = read(IMAGES, LABELS);
        assertThat(digits.featureMatrix().getData()).isEqualTo(new double[][] {{0, 1}, {254, 255}});
        assertThat(digits.shape()).containsExactly(1, 2);
        assertThat(Classes.of(digits).names()).containsExactly("3", "7");
    }

    @Test
    void namesClasses() throws IOException {
        Files.write(folder.resolve("i"), IMAGES);
        Files.write(folder.resolve("l"), new byte[] {0, 0, 8, 1, 0, 0, 0, 2, 1, 0});
        Dataset clothes = new Idx(Path.of("i"), Optional.of(Path.of("l")), List.of("shirt", "boot"))
                .read(new ReadContext(folder, new Splittable()));
        assertThat(Classes.of(clothes).names()).containsExactly("shirt", "boot");
    }

    @Test
    void readsGzipOfOneOrMoreMembers() throws IOException {
        byte[] members = joined(gzip(Arrays.copyOf(IMAGES, 7)), gzip(Arrays.copyOfRange(IMAGES, 7, IMAGES.length)));
        assertThat(read(members, gzip(LABELS)).examples()).isEqualTo(2);
    }

    @Test
    void readsBigEndianDoubles() throws IOException {
        byte[] one = {
            0, 0, 0x0E, 2, 0, 0, 0, 2, 0, 0, 0, 1, 0x3F, (byte) 0xF8, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0
        };
        assertThat(read(one, LABELS).inputs().getRow(0)).containsExactly(1.5, 2);
    }

    @Test
    void refusesMoreLabelsThanImages() {
        assertThatThrownBy(() -> read(IMAGES, new byte[] {0, 0, 8, 1, 0, 0, 0, 3, 7, 3, 1}))
                .hasMessage("labels: has 3 labels, but images has 2 images; there must be one for each");
    }

    @Test
    void refusesATruncatedFile() {
        assertThatThrownBy(() -> read(Arrays.copyOf(IMAGES, 18), LABELS))
                .hasMessage("images: the values of axes [2, 1, 2] at offset 16 take 4 bytes, but at most 2 are left");
        assertThatThrownBy(() -> read(gzip(Arrays.copyOf(IMAGES, 18)), LABELS))
                .hasMessage(
                        "images: is cut short: the values of axes [2, 1, 2] at offset 16 take 4 bytes, but the file ends after 2");
        assertThatThrownBy(() -> read(Arrays.copyOf(gzip(IMAGES), 30), LABELS)).hasMessageContaining("cut short");
        assertThatThrownBy(() -> read(new byte[0], LABELS)).hasMessageStartingWith("images: the first bytes");
    }

    @Test
    void refusesTrailingBytes() throws IOException {
        assertThatThrownBy(() -> read(Arrays.copyOf(IMAGES, 21), LABELS))
                .hasMessage("images: has trailing bytes at offset 20, where it should end");
        assertThatThrownBy(() -> read(gzip(Arrays.copyOf(IMAGES, 21)), LABELS)).hasMessageContaining("trailing bytes");
        int length = gzip(IMAGES).length;
        assertThatThrownBy(() -> read(joined(gzip(IMAGES), new byte[5]), LABELS))
                .hasMessage("images: can't be unpacked (5 trailing bytes at offset " + length + ")");
    }

    @Test
    void refusesAWrongCheckSum() throws IOException {
        byte[] packed = gzip(IMAGES);
        packed[packed.length - 6] ^= 1;
        assertThatThrownBy(() -> read(packed, LABELS))
                .hasMessageContaining("check sum")
                .hasMessageStartingWith("images: ");
    }

    @Test
    void refusesAnotherFormat() {
        assertThatThrownBy(() -> read("\u0089PNG-----".getBytes(StandardCharsets.ISO_8859_1), LABELS))
                .hasMessage(
                        "images: is no IDX file: it begins with 89504e47; 00000803 for images and 00000801 for labels"
                                + " are expected");
    }

    @Test
    void allocatesNothingForSizesThatCantBe() {
        byte[] huge = {0, 0, 8, 3, 127, -1, -1, -1, 127, -1, -1, -1, 127, -1, -1, -1, 0};
        assertThatThrownBy(() -> read(huge, LABELS)).hasMessageContaining("but at most 1 are left");
        assertThatThrownBy(() -> read(gzip(huge), LABELS)).hasMessageContaining("are left");
        byte[] negative = {0, 0, 8, 1, -1, -1, -1, -1};
        assertThatThrownBy(() -> read(negative, LABELS)).hasMessageContaining("are left");
    }

    @Test
    void refusesNoImagesAtAll() {
        byte[] none = {0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2};
        assertThatThrownBy(() -> read(none, new byte[] {0, 0, 8, 1, 0, 0, 0, 0}))
                .hasMessage("images: 'images' is empty (0x1x2)");
    }
}
