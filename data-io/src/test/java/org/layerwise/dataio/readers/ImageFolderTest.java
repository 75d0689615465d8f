package org.layerwise.dataio.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Classes;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.dataio.SharedData;
import org.layerwise.dataio.Streaming;

class ImageFolderTest {
    @TempDir
    Path folder;

    private Dataset read(int width, int height, int channels) throws IOException {
        return new ImageFolder(Path.of("."), width, height, channels).read(new ReadContext(folder, new Splittable()));
    }

    private void write(String name, int type, int[][] rgb) throws IOException {
        BufferedImage image = new BufferedImage(rgb[0].length, rgb.length, type);
        for (int y = 0; y < rgb.length; y++) {
            for (int x = 0; x < rgb[0].length; x++) {
                if (type == BufferedImage.TYPE_BYTE_GRAY) {
                    image.getRaster().setSample(x, y, 0, rgb[y][x]);
                } else {
                    image.setRGB(x, y, rgb[y][x]);
                }
            }
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    @Test
    void readsClassesByFolderAndPixelsByRow() throws IOException {
        write("10/b.png", BufferedImage.TYPE_INT_RGB, new int[][] {{0x010203, 0x040506}, {0x070809, 0x0A0B0C}});
        write("9/a.png", BufferedImage.TYPE_INT_RGB, new int[][] {{0xFF0000, 0}, {0, 0x0000FF}});
        Files.writeString(folder.resolve("9/.hidden.png"), "");
        Files.writeString(folder.resolve("9/notes.txt"), "");
        Dataset images = read(2, 2, 3);
        assertThat(Classes.of(images).names()).containsExactly("9", "10");
        assertThat(images.shape()).containsExactly(2, 2, 3);
        assertThat(images.featureMatrix().getRow(1)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(images.feature(0, 0)).isEqualTo(255);
    }

    @Test
    void keepsGreySamplesAsTheyStand() throws IOException {
        write("a/1.png", BufferedImage.TYPE_BYTE_GRAY, new int[][] {{0, 100, 255}});
        write("b/1.png", BufferedImage.TYPE_INT_RGB, new int[][] {{0xFF0000, 0x00FF00, 0x808080}});
        Dataset images = read(3, 1, 1);
        assertThat(images.featureMatrix().getRow(0)).containsExactly(0, 100, 255);
        assertThat(images.featureMatrix().getRow(1)).containsExactly(76, 150, 128);
    }

    @Test
    void resizesOverAllThePixelsThatANewOneCovers() throws IOException {
        write("a/1.png", BufferedImage.TYPE_BYTE_GRAY, new int[][] {{0, 0, 100, 100}, {0, 0, 100, 100}});
        write("b/1.png", BufferedImage.TYPE_BYTE_GRAY, new int[][] {{8}});
        Dataset images = read(2, 1, 1);
        assertThat(images.featureMatrix().getRow(0)).containsExactly(14, 86);
        assertThat(images.featureMatrix().getRow(1)).containsExactly(8, 8);
    }

    @Test
    void theCatsArePixelForPixelThoseOfTheHdf5File() throws IOException {
        ReadContext context = new ReadContext(SharedData.path("data"), new Splittable());
        Dataset folders = new ImageFolder(Path.of("images/cats/test"), 64, 64).read(context);
        Dataset array = new Hdf5(
                        Path.of("cats/test_catvnoncat.h5"),
                        "test_set_x",
                        Optional.of("test_set_y"),
                        Optional.empty(),
                        Optional.empty())
                .read(context);
        assertThat(folders.examples()).isEqualTo(50);
        assertThat(folders.featureMatrix().getRow(0))
                .isEqualTo(array.featureMatrix().getRow(0));
        assertThat(Classes.of(folders).names()).containsExactly("cat", "non-cat");
    }

    @Test
    void refusesWhatIsNoImage() throws IOException {
        write("a/1.png", BufferedImage.TYPE_INT_RGB, new int[][] {{1}});
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b/x.png"), "hello");
        assertThatThrownBy(() -> read(1, 1, 3))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("x.png: is no image of a known format");
    }

    @Test
    void refusesAnImageThatIsCutShort() throws IOException {
        write("a/1.png", BufferedImage.TYPE_INT_RGB, new int[40][40]);
        byte[] whole = Files.readAllBytes(folder.resolve("a/1.png"));
        Files.write(folder.resolve("a/1.png"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> read(1, 1, 3))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is a damaged image");
    }

    @Test
    void refusesAJpegThatIsCutShort() throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.path("data/images/odd_sizes/my_image2.jpg"));
        Files.createDirectories(folder.resolve("a"));
        Files.write(folder.resolve("a/1.jpg"), whole);
        assertThat(read(8, 8, 3).features()).isEqualTo(192);
        Files.write(folder.resolve("a/1.jpg"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> read(8, 8, 3))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is a damaged image");
    }

    @Test
    void refusesAnEmptyClassFolderAndNoFolders() throws IOException {
        assertThatThrownBy(() -> read(1, 1, 3)).hasMessageContaining("holds no folders");
        write("a/1.png", BufferedImage.TYPE_INT_RGB, new int[][] {{1}});
        Files.createDirectories(folder.resolve("dogs"));
        assertThatThrownBy(() -> read(1, 1, 3)).hasMessageContaining("class folder 'dogs' holds no images");
    }

    @Test
    void refusesALinkThatLeavesTheFolder(@TempDir Path elsewhere) throws IOException {
        write("a/1.png", BufferedImage.TYPE_INT_RGB, new int[][] {{1}});
        Files.createSymbolicLink(folder.resolve("b"), elsewhere);
        assertThatThrownBy(() -> read(1, 1, 3)).hasMessageContaining("'b' is a link that leaves the folder");
    }

    @Test
    void takesImagesOfFoldersInAClass() throws IOException {
        write("a/2.png", BufferedImage.TYPE_BYTE_GRAY, new int[][] {{2}});
        write("a/deep/er/3.png", BufferedImage.TYPE_BYTE_GRAY, new int[][] {{3}});
        write("a/deep/10.png", BufferedImage.TYPE_BYTE_GRAY, new int[][] {{10}});
        write("b/only/here/1.png", BufferedImage.TYPE_BYTE_GRAY, new int[][] {{1}});
        Files.createSymbolicLink(folder.resolve("b/again"), folder.resolve("a/deep"));
        Dataset images = read(1, 1, 1);
        assertThat(images.featureMatrix().getColumn(0)).containsExactly(2, 10, 3, 10, 3, 1);
        assertThat(images.target(2, 0)).isEqualTo(0);
        assertThat(images.target(3, 0)).isEqualTo(1);
        assertThat(new Images(Path.of("."), 1, 1, 1).names(new ReadContext(folder, new Splittable())))
                .containsExactly(
                        "a/2.png",
                        "a/deep/10.png",
                        "a/deep/er/3.png",
                        "b/again/10.png",
                        "b/again/er/3.png",
                        "b/only/here/1.png");
    }

    @Test
    void refusesALinkThatLeadsBack() throws IOException {
        write("a/1.png", BufferedImage.TYPE_INT_RGB, new int[][] {{1}});
        write("b/x/1.png", BufferedImage.TYPE_INT_RGB, new int[][] {{1}});
        Files.createSymbolicLink(folder.resolve("a/x"), folder.resolve("b"));
        Files.createSymbolicLink(folder.resolve("b/x/y"), folder.resolve("a"));
        assertThatThrownBy(() -> read(1, 1, 3))
                .isInstanceOf(DataException.class)
                .hasMessageMatching(".*: 'a/x/x/y' is a link to a folder around it");
        Files.delete(folder.resolve("b/x/y"));
        Files.createSymbolicLink(folder.resolve("b/x/up"), folder);
        assertThatThrownBy(() -> read(1, 1, 3)).hasMessageContaining("is a link to a folder around it");
    }

    @Test
    void saysThatAFolderIsMissing() {
        assertThatThrownBy(() -> new ImageFolder(Path.of("pets"), 2, 2).read(new ReadContext(folder, new Splittable())))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.option()).contains("directory"))
                .hasMessageStartingWith("no folder '");
    }

    private Dataset streamed(int width, int height) throws IOException {
        return new ImageFolder(Path.of("."), width, height, 3)
                .read(new ReadContext(folder, new Splittable(), Streaming.ALWAYS, ReadProgress.none()));
    }

    @Test
    void decodesWhenAsked() throws IOException {
        for (int i = 0; i < 5; i++) {
            write("a/" + i + ".png", BufferedImage.TYPE_INT_RGB, new int[][] {{i, 0x040506}, {0x070809, i << 16}});
            write("b/" + i + ".png", BufferedImage.TYPE_INT_RGB, new int[][] {{0xFF0000, i << 8}});
        }
        Dataset memory = read(2, 2, 3);
        Dataset streamed = streamed(2, 2);
        assertThat(streamed.isStreamed()).isTrue();
        assertThat(streamed.featureMatrix().getData())
                .isDeepEqualTo(memory.featureMatrix().getData());
        assertThat(streamed.inMemory(new int[] {7, 1, 7}).inputs().getData())
                .isDeepEqualTo(memory.inMemory(new int[] {7, 1, 7}).inputs().getData());
        assertThat(streamed.shape()).isEqualTo(memory.shape());
        assertThat(streamed.target(7, 0)).isEqualTo(memory.target(7, 0));
    }

    @Test
    void namesTheFirstImageThatCannotBeDecoded() throws IOException {
        write("a/0.png", BufferedImage.TYPE_INT_RGB, new int[][] {{1}});
        Files.writeString(folder.resolve("a/1.png"), "no image");
        Files.writeString(folder.resolve("a/2.png"), "no image");
        Dataset images = streamed(1, 1);
        assertThatThrownBy(() -> images.inMemory(new int[] {0, 1, 2}))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a/1.png: is no image of a known format");
    }
}
