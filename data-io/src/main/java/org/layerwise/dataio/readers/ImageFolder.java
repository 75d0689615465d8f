package org.layerwise.dataio.readers;

import static org.layerwise.core.Options.require;

import java.io.IOException;
import java.nio.file.Path;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.internal.ImageTree;
import org.layerwise.dataio.internal.InputFile;

/**
 * Reads images from a folder that has one folder for each class.
 *
 * <p>Classes are in the order of their folders' names, numbers ascending; images of a class in the order of the files'
 * names, those of folders in it after its own. Files ending in {@code .png .jpg .jpeg .bmp .gif .webp} are read, whatever else lies there is not; of an
 * animation the first picture. WebP needs TwelveMonkeys' {@code imageio-webp} on the class path, which the
 * command line brings; JPEG in four inks is read without a colour profile. Pixels are bytes, row
 * by row, the channels of a pixel together. An image of another size is resized with a triangle filter over all the pixels
 * that a new one covers, as Pillow's {@code BILINEAR}. Transparency is left out; colours become grey by
 * {@code 0.299 R + 0.587 G + 0.114 B}.
 *
 * <p>Errors: a folder without classes, a class without images, a file that is no image or a damaged one, bytes after the end of
 * an image (as some phones put further pictures and notes there: save it anew), a link that leaves the folder or leads back.
 *
 * @param directory the folder that holds the classes' folders
 * @param width of the images in pixels, at least 1
 * @param height of the images in pixels, at least 1
 * @param channels 1 for grey, 3 for colours; default 3
 */
public record ImageFolder(Path directory, int width, int height, int channels) implements DatasetReader {
    public ImageFolder(Path directory, int width, int height) {
        this(directory, width, height, 3);
    }

    /** @throws OptionException if an option is out of range */
    public ImageFolder {
        require(width >= 1 && width <= 16384, "width", width, "in [1, 16384]");
        require(height >= 1 && height <= 16384, "height", height, "in [1, 16384]");
        require(channels == 1 || channels == 3, "channels", channels, "1 or 3");
    }

    @Override
    public Dataset read(ReadContext context) throws IOException {
        InputFile folder = InputFile.findDirectory(context, directory, "directory");
        return new ImageTree(folder, width, height, channels).read(context);
    }
}
