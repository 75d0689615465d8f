package org.layerwise.app;

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
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;

/** The same twelve examples, six cats and six dogs of four whole numbers each, in files of every kind. */
final class SampleFiles {
    static final int EXAMPLES = 12;
    static final int FEATURES = 4;

    private final Path folder;

    SampleFiles(Path folder) {
        this.folder = folder;
    }

    private static int value(int example, int feature) {
        return 20 + (example * 37 + feature * 51 + example * feature * 13) % 97 + (example / 6) * 40 * (feature % 2);
    }

    private static int label(int example) {
        return example / 6;
    }

    private static String name(int example) {
        return label(example) == 0 ? "cat" : "dog";
    }

    void write() throws IOException {
        Files.writeString(folder.resolve("t.csv"), table("a,b,c,d,y\n", i -> row(i, 0, 1, 2, 3) + "," + name(i)));
        Files.writeString(
                folder.resolve("new.csv"),
                table(
                        "d,c,extra,b,a\n",
                        i -> value(i, 3) + "," + value(i, 2) + ",x," + value(i, 1) + "," + value(i, 0)));
        Files.writeString(folder.resolve("t.jsonl"), table("", i -> object(i, ",\"y\":\"" + name(i) + "\"")));
        Files.writeString(folder.resolve("new.jsonl"), table("", i -> object(i, "")));
        Files.write(folder.resolve("x.npy"), npy("<f8", "(12, 4)", matrix(), Double.BYTES));
        Files.write(folder.resolve("y.npy"), npy("<f8", "(12,)", labels(), Double.BYTES));
        writeNpz();
        writeMat();
        writeHdf5();
        writeIdx();
        writeImages();
    }

    private static String table(String heading, IntFunction<String> row) {
        return IntStream.range(0, EXAMPLES).mapToObj(row).collect(Collectors.joining("\n", heading, "\n"));
    }

    private static String row(int example, int... features) {
        return IntStream.of(features)
                .mapToObj(f -> String.valueOf(value(example, f)))
                .collect(Collectors.joining(","));
    }

    private static String object(int example, String more) {
        return String.format(
                Locale.ROOT,
                "{\"a\":%d,\"b\":%d,\"c\":%d,\"d\":%d%s}",
                value(example, 0),
                value(example, 1),
                value(example, 2),
                value(example, 3),
                more);
    }

    static double[] matrix() {
        return IntStream.range(0, EXAMPLES * FEATURES)
                .mapToDouble(i -> value(i / FEATURES, i % FEATURES))
                .toArray();
    }

    private static double[] labels() {
        return IntStream.range(0, EXAMPLES).mapToDouble(SampleFiles::label).toArray();
    }

    static byte[] npy(String type, String shape, double[] values, int width) {
        ByteBuffer data = ByteBuffer.allocate(values.length * width).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            data.putDouble(value);
        }
        return npy(type, shape, data.array());
    }

    private static byte[] npy(String type, String shape, byte[] data) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        String padded = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
        ByteBuffer all = ByteBuffer.allocate(10 + padded.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
        all.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) padded.length());
        return all.put(padded.getBytes(StandardCharsets.US_ASCII)).put(data).array();
    }

    private void writeNpz() throws IOException {
        ByteBuffer names = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        "catdog".chars().forEach(names::putInt);
        try (OutputStream file = Files.newOutputStream(folder.resolve("t.npz"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(npy("<f8", "(12, 4)", matrix(), Double.BYTES));
            zip.putNextEntry(new ZipEntry("y.npy"));
            zip.write(npy("<f8", "(12,)", labels(), Double.BYTES));
            zip.putNextEntry(new ZipEntry("names.npy"));
            zip.write(npy("<U3", "(2,)", names.array()));
        }
    }

    private void writeMat() throws IOException {
        Matrix rows = Mat5.newMatrix(EXAMPLES, FEATURES);
        Matrix columns = Mat5.newMatrix(FEATURES, EXAMPLES);
        Matrix y = Mat5.newMatrix(1, EXAMPLES);
        for (int i = 0; i < EXAMPLES; i++) {
            y.setDouble(0, i, label(i));
            for (int f = 0; f < FEATURES; f++) {
                rows.setDouble(i, f, value(i, f));
                columns.setDouble(f, i, value(i, f));
            }
        }
        var names = Mat5.newCell(1, 2);
        names.set(0, 0, Mat5.newString("cat")).set(0, 1, Mat5.newString("dog"));
        Mat5.writeToFile(
                Mat5.newMatFile().addArray("X", rows).addArray("y", y).addArray("names", names),
                folder.resolve("t.mat").toFile());
        Mat5.writeToFile(
                Mat5.newMatFile().addArray("X", columns).addArray("y", y).addArray("names", names),
                folder.resolve("turned.mat").toFile());
    }

    private void writeHdf5() {
        double[][] x = new double[EXAMPLES][FEATURES];
        for (int i = 0; i < EXAMPLES; i++) {
            for (int f = 0; f < FEATURES; f++) {
                x[i][f] = value(i, f);
            }
        }
        try (WritableHdfFile file = HdfFile.write(folder.resolve("t.h5"))) {
            file.putDataset("x", x);
            file.putDataset("y", labels());
            file.putDataset("names", new String[] {"cat", "dog"});
        }
    }

    private void writeIdx() throws IOException {
        ByteArrayOutputStream x = new ByteArrayOutputStream();
        x.write(new byte[] {0, 0, 8, 3, 0, 0, 0, EXAMPLES, 0, 0, 0, 2, 0, 0, 0, 2});
        ByteArrayOutputStream y = new ByteArrayOutputStream();
        y.write(new byte[] {0, 0, 8, 1, 0, 0, 0, EXAMPLES});
        for (int i = 0; i < EXAMPLES; i++) {
            y.write(label(i));
            for (int f = 0; f < FEATURES; f++) {
                x.write(value(i, f));
            }
        }
        Files.write(folder.resolve("x.idx"), x.toByteArray());
        Files.write(folder.resolve("y.idx"), y.toByteArray());
    }

    private void writeImages() throws IOException {
        for (int i = 0; i < EXAMPLES; i++) {
            BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
            for (int f = 0; f < FEATURES; f++) {
                image.getRaster().setSample(f % 2, f / 2, 0, value(i, f));
            }
            Path file = folder.resolve("images/" + String.format(Locale.ROOT, "%s/%02d.png", name(i), i));
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        }
    }
}
