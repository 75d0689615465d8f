package org.layerwise.dataio.readers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.internal.ImageFiles;

/**
 * Images without classes, to predict for: one file, or those in a folder and in the folders in it. They are read as
 * {@link ImageFolder} reads them.
 *
 * @param path the file or folder
 * @param width of the images in pixels
 * @param height of the images in pixels
 * @param channels 1 for grey, 3 for colours
 */
public record Images(Path path, int width, int height, int channels) implements DatasetReader {
    @Override
    public Dataset read(ReadContext context) throws IOException {
        ImageFiles files = ImageFiles.find(context, path);
        int pixels = Math.multiplyExact(Math.multiplyExact(width, height), channels);
        return Dataset.of(
                        files.name(),
                        Column.numbered("x", pixels),
                        files.store(width, height, channels, context),
                        List.of(),
                        new double[0][])
                .withShape(List.of(height, width, channels));
    }

    /** The files by name in the order of the examples; folders with a slash. */
    public List<String> names(ReadContext context) throws IOException {
        return ImageFiles.find(context, path).names();
    }

    /** Whether a name is that of an image. */
    public static boolean isImage(String name) {
        return ImageFiles.isImage(name);
    }
}
