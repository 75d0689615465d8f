package org.layerwise.dataio.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.layerwise.dataio.DataException;

/** What lies in a folder of images, in order; hidden files and folders are left out. */
final class FolderNames {
    private final InputFile root;
    private final Consumer<Path> check;

    /**
     * @param root the folder that messages name
     * @param check refuses what must not be there
     */
    FolderNames(InputFile root, Consumer<Path> check) {
        this.root = root;
        this.check = check;
    }

    /** The names of files or folders. */
    List<String> of(Path directory, Predicate<Path> kind) throws IOException {
        try (Stream<Path> inside = Files.list(directory)) {
            return Ordering.sorted(
                    inside.filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
                            .filter(kind)
                            .peek(check)
                            .map(path -> String.valueOf(path.getFileName()))
                            .toList());
        }
    }

    /**
     * The images of a folder, then those of each folder in it, with their paths from the first.
     *
     * @throws DataException if a folder lies within itself, as a link can have it
     */
    List<String> images(Path directory) throws IOException {
        List<String> images = new ArrayList<>();
        collect(directory, "", Set.of(), images);
        return images;
    }

    private void collect(Path directory, String prefix, Set<Path> around, List<String> images) throws IOException {
        Set<Path> these = new HashSet<>(around);
        these.add(root.path().toRealPath());
        if (!directory.equals(root.path()) && !these.add(directory.toRealPath())) {
            throw root.wrong(
                    Names.quoted(root.path().relativize(directory).toString()) + " is a link to a folder around it");
        }
        of(directory, Files::isRegularFile).stream()
                .filter(ImageForm::isImage)
                .forEach(name -> images.add(prefix + name));
        for (String name : of(directory, Files::isDirectory)) {
            collect(directory.resolve(name), prefix + name + "/", these, images);
        }
    }
}
