package org.layerwise.dataio.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadContext;

/** Images of every format that Pillow wrote, against their pixels as Pillow reads them: images/images.py in the resources. */
class ImageFormatsTest {
    private static final int HEIGHT = 10;
    private static final int WIDTH = 14;

    @TempDir
    Path folder;

    private void copy(String name, String to) throws IOException {
        Path target = folder.resolve(to);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream in = ImageFormatsTest.class.getResourceAsStream("images/" + name)) {
            Files.write(target, Objects.requireNonNull(in).readAllBytes());
        }
    }

    /** Each with what it may be off: formats that lose something are decoded with other roundings by every program. */
    @ParameterizedTest
    @CsvSource({
        "lossless.webp, 0",
        "alpha.webp, 0",
        "deep.png, 0",
        "deep_alpha.png, 0",
        "deep_colours.png, 0",
        "interlaced.png, 0",
        "plain.bmp, 0",
        "grey.bmp, 0",
        "palette.gif, 0",
        "animated.gif, 0",
        "plain.jpg, 1",
        "grey.jpg, 1",
        "cmyk.jpg, 1",
        "lossy.webp, 3",
    })
    void readsThePixelsThatPillowReads(String name, int off) throws IOException {
        copy(name, "all/a/" + name);
        copy("pixels.npz", "pixels.npz");
        ReadContext context = new ReadContext(folder, new Splittable());
        Dataset image = new ImageFolder(Path.of("all"), WIDTH, HEIGHT).read(context);
        Dataset pixels = new Npz(
                        Path.of("pixels.npz"),
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ExampleAxis.FIRST_AXIS))
                .read(context);
        for (int y = 0; y < HEIGHT; y++) {
            for (int i = 0; i < WIDTH * 3; i++) {
                assertThat(Math.abs(image.feature(0, y * WIDTH * 3 + i) - pixels.feature(y, i)))
                        .as("row %d, column %d, channel %d", y, i / 3, i % 3)
                        .isLessThanOrEqualTo(off);
            }
        }
    }

    @Test
    void mixesFormatsInOneFolder() throws IOException {
        copy("lossless.webp", "all/a/1.WEBP");
        copy("plain.bmp", "all/a/2.bmp");
        copy("cmyk.jpg", "all/b/1.jpeg");
        copy("animated.gif", "all/b/2.gif");
        Dataset images = new ImageFolder(Path.of("all"), 4, 3, 1).read(new ReadContext(folder, new Splittable()));
        assertThat(images.examples()).isEqualTo(4);
        assertThat(images.features()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossless.webp", "alpha.webp", "lossy.webp"})
    void refusesWebpThatIsCutAnywhere(String name) throws IOException {
        copy(name, "all/a/" + name);
        Path file = folder.resolve("all/a/" + name);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 1 + whole.length / 100) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(DataException.class)
                    .as("cut to %d bytes", length)
                    .isThrownBy(() ->
                            new ImageFolder(Path.of("all"), 4, 3, 1).read(new ReadContext(folder, new Splittable())))
                    .withMessageContaining(name);
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Its pictures are in pieces of their own, ANMF; a decoder of still pictures finds none. */
    @Test
    void refusesAnAnimation() throws IOException {
        copy("lossless.webp", "all/a/1.webp");
        byte[] still = Files.readAllBytes(folder.resolve("all/a/1.webp"));
        String pieces = "WEBP" + "VP8X\n\0\0\0" + "\2\0\0\0\6\0\0\4\0\0" + "ANIM\6\0\0\0" + "\0\0\0\0\0\0";
        ByteBuffer file = ByteBuffer.allocate(8 + pieces.length() + 8 + 16 + still.length - 12)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put(latin("RIFF")).putInt(file.capacity() - 8).put(latin(pieces));
        file.put(latin("ANMF")).putInt(16 + still.length - 12).put(new byte[16]).put(still, 12, still.length - 12);
        Files.write(folder.resolve("all/a/1.webp"), file.array());
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(
                        () -> new ImageFolder(Path.of("all"), 4, 3, 1).read(new ReadContext(folder, new Splittable())))
                .withMessage("all: a/1.webp: is a WebP file without a still picture; an animation is not read");
    }

    @Test
    void refusesAPieceOfWebpThatLeavesTheFile() throws IOException {
        copy("lossless.webp", "all/a/1.webp");
        Path file = folder.resolve("all/a/1.webp");
        byte[] image = Files.readAllBytes(file);
        image[17] = 127;
        Files.write(file, image);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(
                        () -> new ImageFolder(Path.of("all"), 4, 3, 1).read(new ReadContext(folder, new Splittable())))
                .withMessageContaining("the piece at offset 12 is longer than what is left of the file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lossless.webp",
                "alpha.webp",
                "lossy.webp",
                "plain.bmp",
                "grey.bmp",
                "palette.gif",
                "animated.gif",
                "plain.jpg",
                "grey.jpg",
                "cmyk.jpg"
            })
    void refusesBytesAfterTheEnd(String name) throws IOException {
        copy(name, "all/a/" + name);
        Path file = folder.resolve("all/a/" + name);
        int length = (int) Files.size(file);
        for (byte[] more : new byte[][] {{0}, "\u00ff\u00d9 trailer".getBytes(StandardCharsets.ISO_8859_1)}) {
            Files.write(file, more, StandardOpenOption.APPEND);
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() ->
                            new ImageFolder(Path.of("all"), 4, 3, 1).read(new ReadContext(folder, new Splittable())))
                    .withMessageContaining(name)
                    .withMessageContaining(" bytes after the end of the image, from offset " + length);
        }
    }

    @Test
    void takesASmallerImageWithinASegmentForAPartOfTheImage() throws IOException {
        copy("plain.jpg", "all/a/1.jpg");
        Path file = folder.resolve("all/a/1.jpg");
        byte[] whole = Files.readAllBytes(file);
        ByteBuffer image = ByteBuffer.allocate(2 * whole.length + 4).put(whole, 0, 2);
        image.putShort((short) 0xffe1).putShort((short) (whole.length + 2)).put(whole);
        image.put(whole, 2, whole.length - 2);
        Files.write(file, Arrays.copyOf(image.array(), image.position()));
        ReadContext context = new ReadContext(folder, new Splittable());
        assertThat(new ImageFolder(Path.of("all"), 4, 3, 1).read(context).examples())
                .isEqualTo(1);
    }
}
