package org.layerwise.testkit;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;

/** Small files of every format that the built-in readers read: 8 examples of 6 features, two classes. */
final class ReaderSamples {
    private static final int EXAMPLES = 8;
    private static final int FEATURES = 6;

    private ReaderSamples() {}

    /** Writes them all into this folder. */
    static Path writeInto(Path folder) throws IOException {
        byte[] csv = table().getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("table.csv"), csv);
        Files.write(folder.resolve("table.csv.gz"), gzip(csv));
        Files.write(folder.resolve("images.idx"), idx(EXAMPLES, 2, 3));
        Files.write(folder.resolve("labels.idx"), idx(EXAMPLES));
        Files.write(folder.resolve("images.idx.gz"), gzip(idx(EXAMPLES, 2, 3)));
        Files.write(folder.resolve("x.npy"), npy("(8, 6)", EXAMPLES * FEATURES));
        Files.write(folder.resolve("y.npy"), npy("(8,)", EXAMPLES));
        writeNpz(folder.resolve("arrays.npz"));
        writeHdf(folder.resolve("arrays.h5"));
        writeMat(folder.resolve("arrays.mat"));
        for (int i = 0; i < EXAMPLES; i++) {
            Path directory = Files.createDirectories(folder.resolve("photos").resolve(i % 2 == 0 ? "cat" : "dog"));
            writeImage(directory.resolve("photo" + i + ".png"), i);
        }
        return folder;
    }

    private static double value(int i) {
        return i % 7 * 0.5 + i % 3;
    }

    private static String table() {
        StringBuilder text = new StringBuilder("size,weight,kind,label\n");
        for (int i = 0; i < EXAMPLES; i++) {
            String weight = i == 3 ? "" : Integer.toString(i);
            text.append(value(i)).append(',').append(weight).append(i % 2 == 0 ? ",ash,yes\n" : ",\"oak, red\",no\n");
        }
        return text.toString();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] idx(int... axes) {
        int count = 1;
        for (int axis : axes) {
            count *= axis;
        }
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * axes.length + count);
        bytes.putInt(0x0800 + axes.length);
        for (int axis : axes) {
            bytes.putInt(axis);
        }
        for (int i = 0; i < count; i++) {
            bytes.put((byte) (axes.length == 1 ? i % 2 : i * 5));
        }
        return bytes.array();
    }

    private static byte[] npy(String shape, int count) {
        String dictionary = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }";
        String header = dictionary + " ".repeat(117 - dictionary.length()) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(128 + 8 * count).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < count; i++) {
            bytes.putDouble(count == EXAMPLES ? i % 2 : value(i));
        }
        return bytes.array();
    }

    private static void writeNpz(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(npy("(8, 6)", EXAMPLES * FEATURES));
            zip.putNextEntry(new ZipEntry("y.npy"));
            zip.write(npy("(8,)", EXAMPLES));
        }
    }

    private static void writeHdf(Path path) {
        double[][] x = new double[EXAMPLES][FEATURES];
        int[] y = new int[EXAMPLES];
        for (int i = 0; i < EXAMPLES * FEATURES; i++) {
            x[i / FEATURES][i % FEATURES] = value(i);
        }
        for (int i = 0; i < EXAMPLES; i++) {
            y[i] = i % 2;
        }
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putDataset("x", x);
            file.putDataset("y", y);
        }
    }

    private static void writeMat(Path path) throws IOException {
        Matrix x = Mat5.newMatrix(EXAMPLES, FEATURES);
        Matrix y = Mat5.newMatrix(EXAMPLES, 1);
        for (int i = 0; i < EXAMPLES; i++) {
            y.setDouble(i, 0, i % 2);
            for (int j = 0; j < FEATURES; j++) {
                x.setDouble(i, j, value(i * FEATURES + j));
            }
        }
        try (var sink = Sinks.newStreamingFile(path.toFile());
                var file = Mat5.newMatFile()) {
            file.addArray("x", x).addArray("y", y).writeTo(sink);
        }
    }

    private static void writeImage(Path file, int seed) throws IOException {
        BufferedImage image = new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 20; pixel++) {
            image.setRGB(pixel % 5, pixel / 5, 0x010305 * ((pixel + seed) % 50));
        }
        ImageIO.write(image, "png", file.toFile());
    }
}
