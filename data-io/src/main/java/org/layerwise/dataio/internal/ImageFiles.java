package org.layerwise.dataio.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.ReadContext;

/** A single image, or all in a folder and in the folders in it. */
public final class ImageFiles {
    private final InputFile file;
    private final List<String> names;

    private ImageFiles(InputFile file, List<String> names) {
        this.file = file;
        this.names = names;
    }

    /** @throws DataException if there is no such file, or no image in the folder */
    public static ImageFiles find(ReadContext context, Path path) throws IOException {
        if (!Files.isDirectory(context.baseDirectory().resolve(path))) {
            InputFile file = InputFile.find(context, path, "file");
            return new ImageFiles(file, List.of(file.name()));
        }
        InputFile folder = InputFile.findDirectory(context, path, "directory");
        List<String> names = new FolderNames(folder, inside -> {}).images(folder.path());
        if (names.isEmpty()) {
            throw folder.wrong("holds no images; expected " + ImageForm.ENDINGS);
        }
        return new ImageFiles(folder, List.copyOf(names));
    }

    /** Whether a name is that of an image. */
    public static boolean isImage(String name) {
        return ImageForm.isImage(name);
    }

    /** What messages call them. */
    public String name() {
        return file.name();
    }

    /** In the order of the examples. */
    public List<String> names() {
        return names;
    }

    /** All of them in one size: in memory or, where the context says so, decoded whenever they are wanted. */
    public FeatureStore store(int width, int height, int channels, ReadContext context) throws IOException {
        ImageForm form = new ImageForm(width, height, channels);
        ImageStore images = new ImageStore(
                names.size(), form.bytes(), (row, destination) -> decode(names.get(row), form, destination));
        return FileArray.isWanted(file, context, Elements.U1, List.of(names.size(), form.bytes()))
                ? images
                : images.pick(IntStream.range(0, names.size()).toArray());
    }

    private void decode(String name, ImageForm form, byte[] destination) {
        Path path = Files.isDirectory(file.path()) ? file.path().resolve(name) : file.path();
        try {
            form.read(path, destination, 0);
        } catch (DataException e) {
            throw new DataException(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DataException(name + ": can't be read" + InputFile.reason(e), e);
        }
    }
}
