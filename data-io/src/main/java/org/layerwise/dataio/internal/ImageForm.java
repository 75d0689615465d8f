package org.layerwise.dataio.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.layerwise.dataio.DataException;

/**
 * What all images of a data set are brought to.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels 1 for grey, 3 for colours
 */
record ImageForm(int width, int height, int channels) {
    /** The ends of names of images, for messages. */
    static final String ENDINGS = ".png, .jpg, .bmp, .gif or .webp";

    private static final Pattern NAME = Pattern.compile("(?i).*\\.(png|jpe?g|bmp|gif|webp)");

    /** Whether a name is that of an image. */
    static boolean isImage(String name) {
        return NAME.matcher(name).matches();
    }

    /** The bytes of an image in this form. */
    int bytes() {
        return Math.multiplyExact(Math.multiplyExact(width, height), channels);
    }

    List<Integer> shape() {
        return List.of(height, width, channels);
    }

    /**
     * Decodes an image and brings it to this form.
     *
     * @throws DataException if the file is no image, or a damaged one; without its name
     */
    void read(Path file, byte[] destination, int offset) throws IOException {
        Pixels.read(Files.readAllBytes(file), this, destination, offset);
    }
}
