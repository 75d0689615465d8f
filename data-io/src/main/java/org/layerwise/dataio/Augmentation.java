package org.layerwise.dataio;

import org.layerwise.core.RandomSource;

/**
 * A random change of training images that leaves their meaning: an entry of {@code augment:}.
 *
 * <p>Applied to one image at a time when a batch is gathered, after the transforms, in training alone. Stateless and safe
 * for use by several threads.
 */
public interface Augmentation {
    /**
     * Changes an image.
     *
     * @param shape of both images
     * @param image the values, row by row of pixels, the channels of a pixel together; left as they are
     * @param changed destination of the same size; must not be {@code image}
     * @param random this image's own stream; draws that do not depend on the image keep others comparable
     */
    void apply(ImageShape shape, double[] image, double[] changed, RandomSource random);
}
