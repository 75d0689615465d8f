package org.layerwise.dataio.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.ReadProgress;

/** A folder of folders of images on its way to a data set. */
public final class ImageTree {
    private final InputFile folder;
    private final ImageForm form;
    private final FolderNames inside;

    public ImageTree(InputFile folder, int width, int height, int channels) {
        this.folder = folder;
        this.form = new ImageForm(width, height, channels);
        this.inside = new FolderNames(folder, this::requireInside);
    }

    /** The name of a file in a class's folder: of a million images the paths themselves would take much memory. */
    private record Image(String name, int label) {}

    private List<String> classes() throws IOException {
        List<String> classes = inside.of(folder.path(), Files::isDirectory);
        if (classes.isEmpty()) {
            throw folder.wrong("holds no folders; one for each class is expected");
        }
        return classes;
    }

    /** All images, class by class. */
    public Dataset read(ReadContext context) throws IOException {
        List<String> classes = classes();
        List<Image> images = new ArrayList<>();
        for (int k = 0; k < classes.size(); k++) {
            images.addAll(images(classes.get(k), k));
        }
        double[] labels = images.stream().mapToDouble(Image::label).toArray();
        return Dataset.of(
                        folder.name(),
                        Column.numbered("x", form.bytes()),
                        store(images, classes, context),
                        List.of(Column.categorical("class", classes)),
                        new double[][] {labels})
                .withShape(form.shape());
    }

    /** Pixels in memory or, where the context says so, decoded whenever they are wanted. */
    private FeatureStore store(List<Image> images, List<String> classes, ReadContext context) throws IOException {
        int pixels = form.bytes();
        int count = images.size();
        if (FileArray.isWanted(folder, context, Elements.U1, List.of(count, pixels))) {
            return new ImageStore(
                    count, pixels, (row, destination) -> read(path(images.get(row), classes), destination, 0));
        }
        byte[] values = new byte[Math.toIntExact(Math.min(Integer.MAX_VALUE - 8, (long) count * pixels))];
        if (values.length != (long) count * pixels) {
            throw folder.wrong(count + " images of " + pixels
                    + " bytes do not fit in memory; take smaller ones, or leave streaming at auto");
        }
        for (int i = 0; i < count; i++) {
            read(path(images.get(i), classes), values, i * pixels);
            context.progress().at("decoding " + folder.name(), i, count, ReadProgress.Unit.IMAGES);
        }
        return new ByteStore(count, pixels, values);
    }

    /** Width and height of the first image. */
    public static int[] firstSize(InputFile folder) throws IOException {
        ImageTree tree = new ImageTree(folder, 1, 1, 1);
        List<String> classes = tree.classes();
        Path first = tree.path(tree.images(classes.get(0), 0).get(0), classes);
        try {
            return Pixels.size(Files.readAllBytes(first));
        } catch (DataException e) {
            throw tree.placed(first, e);
        }
    }

    private Path path(Image image, List<String> classes) {
        return folder.path().resolve(classes.get(image.label())).resolve(image.name());
    }

    private List<Image> images(String name, int label) throws IOException {
        Path directory = folder.path().resolve(name);
        List<String> files = inside.images(directory);
        if (files.isEmpty()) {
            throw folder.wrong(
                    "class folder " + Names.quoted(name) + " holds no images; expected " + ImageForm.ENDINGS);
        }
        return files.stream().map(file -> new Image(file, label)).toList();
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

    private void read(Path path, byte[] destination, int offset) {
        try {
            form.read(path, destination, offset);
        } catch (DataException e) {
            throw placed(path, e);
        } catch (IOException e) {
            throw folder.wrong(folder.path().relativize(path) + " can't be read", e);
        }
    }

    private DataException placed(Path path, DataException e) {
        return new DataException(folder.name() + ": " + folder.path().relativize(path) + ": " + e.getMessage(), e);
    }
}
