package org.layerwise.dataio;

import static org.layerwise.core.Options.require;

import java.util.List;
import java.util.Optional;

/**
 * The axes of images whose values are stored row by row of pixels, the channels of a pixel together.
 *
 * @param height rows of pixels, at least 1
 * @param width pixels of a row, at least 1
 * @param channels values of a pixel, at least 1
 */
public record ImageShape(int height, int width, int channels) {
    /** @throws org.layerwise.core.OptionException if an axis is not positive */
    public ImageShape {
        require(height >= 1, "height", height, ">= 1");
        require(width >= 1, "width", width, ">= 1");
        require(channels >= 1, "channels", channels, ">= 1");
    }

    /** The shape that axes mean: height and width, or height, width and channels; empty for others. */
    public static Optional<ImageShape> of(List<Integer> axes) {
        return switch (axes.size()) {
            case 2 -> Optional.of(new ImageShape(axes.get(0), axes.get(1), 1));
            case 3 -> Optional.of(new ImageShape(axes.get(0), axes.get(1), axes.get(2)));
            default -> Optional.empty();
        };
    }

    /** How many values an image has. */
    public int size() {
        return height * width * channels;
    }

    @Override
    public String toString() {
        return height + "x" + width + "x" + channels;
    }
}
