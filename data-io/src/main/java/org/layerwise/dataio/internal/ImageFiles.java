package org.layerwise.dataio.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.ReadContext;

/** A single image, or all in a folder and in the folders directly in it. */
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
        List<String> names = new ArrayList<>(inside(folder.path(), "", Files::isRegularFile));
        names.removeIf(name -> !ImageForm.isImage(name));
        for (String name : inside(folder.path(), "", Files::isDirectory)) {
            inside(folder.path().resolve(name), name + "/", Files::isRegularFile).stream()
                    .filter(ImageForm::isImage)
                    .forEach(names::add);
        }
        if (names.isEmpty()) {
            throw folder.wrong("holds no images; expected " + ImageForm.ENDINGS);
        }
        return new ImageFiles(folder, List.copyOf(names));
    }

    private static List<String> inside(Path folder, String prefix, Predicate<Path> kind) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<String> names = all.filter(kind)
                    .map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .toList();
            return Ordering.sorted(names).stream().map(name -> prefix + name).toList();
        }
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

    /** All of them in one size, one after the other. */
    public byte[] pixels(int width, int height, int channels) throws IOException {
        ImageForm form = new ImageForm(width, height, channels);
        int each = form.bytes();
        if ((long) each * names.size() > Integer.MAX_VALUE - 8) {
            throw file.wrong(names.size() + " images of " + each + " bytes do not fit in memory; take fewer");
        }
        byte[] values = new byte[each * names.size()];
        for (int i = 0; i < names.size(); i++) {
            Path path = Files.isDirectory(file.path()) ? file.path().resolve(names.get(i)) : file.path();
            try {
                form.read(path, values, i * each);
            } catch (DataException e) {
                throw new DataException(names.get(i) + ": " + e.getMessage(), e);
            }
        }
        return values;
    }
}
