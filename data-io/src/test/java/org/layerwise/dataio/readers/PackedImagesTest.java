package org.layerwise.dataio.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.samples.Sample;

/** Small files of large pictures, sound and made up: what they take. */
class PackedImagesTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private static byte[] bytes(String resource) throws IOException {
        try (var in = Sample.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Files.createDirectories(folder.resolve("all/a"));
        Files.write(folder.resolve("all/a/" + name), content);
    }

    private Dataset read(int width, int height) throws IOException {
        return new ImageFolder(Path.of("all"), width, height).read(new ReadContext(folder, new Splittable()));
    }

    /** Of its 2,000,000 pixels in 3456 bytes each takes the byte in which it is decoded. */
    @Test
    void aGifTakesWhatItsPixelsTake() throws IOException {
        write("1.gif", bytes("flat.gif"));
        read(6, 4);
        long before = THREAD.getCurrentThreadAllocatedBytes(); // classes are loaded by now
        Dataset image = read(6, 4);
        assertThat(THREAD.getCurrentThreadAllocatedBytes() - before).isLessThan(3 * MEGABYTE);
        assertThat(image.featureMatrix().getRow(0)).containsOnly(0.0);
    }

    @Test
    void refusesAGifThatDeclaresMoreThanItsCodesCanMean() throws IOException {
        byte[] file = bytes("flat.gif");
        int picture = 13 + 3 * (2 << (file[10] & 7));
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putShort(picture + 5, (short) 50_000);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putShort(picture + 7, (short) 60_000);
        write("1.gif", file);
        assertThatThrownBy(() -> read(6, 4))
                .isInstanceOf(DataException.class)
                .hasMessageMatching("all: a/1.gif: declares 50000x60000 pixels, more than 3456 bytes can hold");
    }

    /** It is coded in no bits a pixel; 86 bytes are a million pixels. */
    @Test
    void readsAWebpOfOneColour() throws IOException {
        write("1.webp", bytes("flat.webp"));
        assertThat(read(2, 1).featureMatrix().getRow(0)).containsExactly(10, 20, 30, 10, 20, 30);
    }

    /** A decoder that takes what is not there for zeros took 15 s and 9 GB for this one. */
    @Test
    void refusesAWebpThatEndsBeforeItsPixelsDo() throws IOException {
        write("1.webp", bytes("found/zeros.webp"));
        assertThatThrownBy(() -> read(6, 4)).isInstanceOf(DataException.class);
        long before = THREAD.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> read(6, 4))
                .isInstanceOf(DataException.class)
                .hasMessage("all: a/1.webp: is a damaged image (its data end at offset 166, before its pixels do)");
        assertThat(THREAD.getCurrentThreadAllocatedBytes() - before).isLessThan(MEGABYTE);
    }

    /** The JDK warned at every byte, each time in the reader's language: 9 MB for 140 bytes. */
    @Test
    void refusesAJpegOfWarningsAlone() throws IOException {
        write("1.jpg", bytes("found/warnings.image"));
        assertThatThrownBy(() -> read(6, 4)).isInstanceOf(DataException.class);
        long before = THREAD.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> read(6, 4))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("all: a/1.jpg: is a damaged image");
        assertThat(THREAD.getCurrentThreadAllocatedBytes() - before).isLessThan(4 * MEGABYTE);
    }

    @Test
    void refusesALossyWebpOfMorePixelsThanItsBitsCanPredict() throws IOException {
        byte[] file = bytes("lossy.webp");
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putShort(26, (short) 16383);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putShort(28, (short) 16383);
        write("1.webp", file);
        assertThatThrownBy(() -> read(6, 4))
                .isInstanceOf(DataException.class)
                .hasMessage("all: a/1.webp: declares 16383x16383 pixels, more than " + file.length + " bytes can hold");
    }

    @Test
    void readsAWebpWithNotesAfterItsPicture() throws IOException {
        write("1.webp", bytes("lossless.webp"));
        write("2.webp", bytes("notes.webp"));
        Dataset images = read(24, 18);
        assertThat(images.featureMatrix().getRow(1))
                .isEqualTo(images.featureMatrix().getRow(0));
    }
}
