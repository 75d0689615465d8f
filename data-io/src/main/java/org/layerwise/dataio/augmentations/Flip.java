package org.layerwise.dataio.augmentations;

import static org.layerwise.core.Options.require;

import org.layerwise.core.OptionException;
import org.layerwise.core.RandomSource;
import org.layerwise.dataio.Augmentation;
import org.layerwise.dataio.ImageShape;

/**
 * Mirrors images at random: left and right, or top and bottom.
 *
 * <p>Source: Keras, {@code RandomFlip}. Differs from: Keras, which mirrors both ways by default.
 *
 * @param direction {@code horizontal} exchanges left and right, {@code vertical} top and bottom, {@code both} decides on each by
 *     itself; default horizontal
 * @param probability of each, in (0, 1]; default 0.5
 */
public record Flip(Direction direction, double probability) implements Augmentation {
    public Flip() {
        this(Direction.HORIZONTAL, 0.5);
    }

    /** @throws OptionException if probability is out of range */
    public Flip {
        require(probability > 0 && probability <= 1, "probability", probability, "in (0, 1]");
    }

    @Override
    public void apply(ImageShape shape, double[] image, double[] changed, RandomSource random) {
        boolean horizontal = direction != Direction.VERTICAL && random.nextDouble() < probability;
        boolean vertical = direction != Direction.HORIZONTAL && random.nextDouble() < probability;
        int channels = shape.channels();
        for (int row = 0; row < shape.height(); row++) {
            int fromRow = vertical ? shape.height() - 1 - row : row;
            for (int column = 0; column < shape.width(); column++) {
                int fromColumn = horizontal ? shape.width() - 1 - column : column;
                int from = (fromRow * shape.width() + fromColumn) * channels;
                System.arraycopy(image, from, changed, (row * shape.width() + column) * channels, channels);
            }
        }
    }

    /** Which sides are exchanged. */
    public enum Direction {
        /** Left and right. */
        HORIZONTAL,
        /** Top and bottom. */
        VERTICAL,
        /** Each at random. */
        BOTH
    }
}
