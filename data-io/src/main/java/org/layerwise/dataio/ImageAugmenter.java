package org.layerwise.dataio;

import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.core.ShapeException;

/**
 * Applies augmentations, one after the other, to the images of gathered batches.
 *
 * <p>Each image has a stream of its own in each epoch, {@code augment/epoch-e/example-i} of the source that is given: what
 * becomes of it depends neither on the batch it is in nor on the order of the others, and a resumed run needs no state to go
 * on with the same bits. So the source must be one that derives streams by name, a {@code splittable} one.
 *
 * <p>Not for use by several threads: it has two images' memory of its own.
 */
public final class ImageAugmenter {
    private final List<Augmentation> augmentations;
    private final ImageShape shape;
    private final RandomSource random;
    private double[] image;
    private double[] changed;

    /** @param random where the streams come from */
    public ImageAugmenter(List<Augmentation> augmentations, ImageShape shape, RandomSource random) {
        this.augmentations = List.copyOf(augmentations);
        this.shape = shape;
        this.random = random;
        this.image = new double[shape.size()];
        this.changed = new double[shape.size()];
    }

    /**
     * Changes a gathered batch in place.
     *
     * @param x (features, to - from), one column for each image
     * @param examples the indices of the training examples; column j holds {@code examples[from + j]}
     * @param epoch counted from 0
     */
    public void apply(DenseMatrix x, int[] examples, int from, long epoch) {
        if (x.getRowDimension() != shape.size()) {
            throw new ShapeException(
                    "X is " + x.shape() + " but an image of " + shape + " has " + shape.size() + " values");
        }
        int batch = x.getColumnDimension();
        double[] values = x.values();
        for (int j = 0; j < batch; j++) {
            for (int i = 0; i < image.length; i++) {
                image[i] = values[i * batch + j];
            }
            augment(examples[from + j], epoch);
            for (int i = 0; i < image.length; i++) {
                values[i * batch + j] = image[i];
            }
        }
    }

    /** One image as it is trained on in an epoch; a new array. */
    public double[] example(Dataset dataset, int example, long epoch) {
        dataset.copyFeatures(example, image);
        augment(example, epoch);
        return image.clone();
    }

    private void augment(int example, long epoch) {
        RandomSource stream = random.stream("augment/epoch-" + epoch + "/example-" + example);
        for (int k = 0; k < augmentations.size(); k++) {
            augmentations.get(k).apply(shape, image, changed, stream);
            double[] swapped = image;
            image = changed;
            changed = swapped;
        }
    }
}
