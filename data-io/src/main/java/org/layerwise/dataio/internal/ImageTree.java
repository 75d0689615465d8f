package org.layerwise.dataio.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;

/** A folder of folders of images on its way to a data set. */
public final class ImageTree {
    private final InputFile folder;
    private final int width;
    private final int height;
    private final int channels;

    public ImageTree(InputFile folder, int width, int height, int channels) {
        this.folder = folder;
        this.width = width;
        this.height = height;
        this.channels = channels;
    }

    private record Image(Path path, int label) {}

    private List<String> classes() throws IOException {
        List<String> classes = Ordering.sorted(names(folder.path(), Files::isDirectory));
        if (classes.isEmpty()) {
            throw folder.wrong("holds no folders; one for each class is expected");
        }
        return classes;
    }

    /** Reads every image, class by class. */
    public Dataset read() throws IOException {
        List<String> classes = classes();
        List<Image> images = new ArrayList<>();
        for (int k = 0; k < classes.size(); k++) {
            images.addAll(images(classes.get(k), k));
        }
        int pixels = width * height * channels;
        byte[] values = new byte[Math.toIntExact(Math.min(Integer.MAX_VALUE, (long) images.size() * pixels))];
        if (values.length != (long) images.size() * pixels) {
            throw folder.wrong(
                    images.size() + " images of " + pixels + " bytes do not fit in memory; take smaller ones");
        }
        double[] labels = new double[images.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = images.get(i).label();
            read(images.get(i).path(), values, i * pixels);
        }
        return Dataset.of(
                        folder.name(),
                        Column.numbered("x", pixels),
                        new ByteStore(labels.length, pixels, values),
                        List.of(Column.categorical("class", classes)),
                        new double[][] {labels})
                .withShape(List.of(height, width, channels));
    }

    /** Width and height of the first image. */
    public static int[] firstSize(InputFile folder) throws IOException {
        ImageTree tree = new ImageTree(folder, 1, 1, 1);
        List<String> classes = tree.classes();
        Path first = tree.images(classes.get(0), 0).get(0).path();
        try {
            return Pixels.size(Files.readAllBytes(first));
        } catch (DataException e) {
            throw tree.placed(first, e);
        }
    }

    private List<Image> images(String name, int label) throws IOException {
        Path directory = folder.path().resolve(name);
        List<String> files = Ordering.sorted(names(directory, Files::isRegularFile)).stream()
                .filter(file -> file.toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|bmp|gif|webp)"))
                .toList();
        if (files.isEmpty()) {
            throw folder.wrong("class folder " + Names.quoted(name)
                    + " holds no images; expected .png, .jpg, .bmp, .gif or .webp");
        }
        return files.stream()
                .map(file -> new Image(directory.resolve(file), label))
                .toList();
    }

    private List<String> names(Path directory, Predicate<Path> kind) throws IOException {
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.filter(path -> !path.getFileName().toString().startsWith("."))
                    .filter(kind)
                    .peek(this::requireInside)
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
    }

    private void requireInside(Path path) {
        try {
            if (!path.toRealPath().startsWith(folder.path().toRealPath())) {
                throw folder.wrong(
                        Names.quoted(folder.path().relativize(path).toString()) + " is a link that leaves the folder");
            }
        } catch (IOException e) {
            throw folder.wrong(Names.quoted(path.toString()) + " can't be followed", e);
        }
    }

    private void read(Path path, byte[] values, int offset) throws IOException {
        try {
            Pixels.read(Files.readAllBytes(path), channels)
                    .resized(width, height)
                    .copyTo(values, offset);
        } catch (DataException e) {
            throw placed(path, e);
        }
    }

    private DataException placed(Path path, DataException e) {
        return new DataException(folder.name() + ": " + folder.path().relativize(path) + ": " + e.getMessage(), e);
    }
}
