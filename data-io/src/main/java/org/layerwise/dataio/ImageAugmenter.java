package org.layerwise.dataio;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * <p>The images of a batch are shared by the processors, which changes no bit. Not for use by several threads at once: it has
 * memory of its own.
 */
public final class ImageAugmenter {
    /** Fewer values are changed sooner by one thread. */
    private static final long WORTH_SHARING = 1 << 15;

    private final List<Augmentation> augmentations;
    private final ImageShape shape;
    private final RandomSource random;
    private final List<Worker> workers;

    /** @param random where the streams come from */
    public ImageAugmenter(List<Augmentation> augmentations, ImageShape shape, RandomSource random) {
        this.augmentations = List.copyOf(augmentations);
        this.shape = shape;
        this.random = random;
        this.workers = Stream.generate(Worker::new)
                .limit(Math.max(1, Runtime.getRuntime().availableProcessors()))
                .toList();
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
        if ((long) batch * shape.size() < WORTH_SHARING) {
            workers.get(0).apply(x, examples, from, epoch, 0, batch);
            return;
        }
        int count = Math.min(workers.size(), batch);
        IntStream.range(0, count).parallel().forEach(w -> {
            int first = (int) ((long) batch * w / count);
            int end = (int) ((long) batch * (w + 1) / count);
            workers.get(w).attempt(x, examples, from, epoch, first, end);
        });
        workers.forEach(Worker::rethrow);
    }

    /** One image as it is trained on in an epoch; a new array. */
    public double[] example(Dataset dataset, int example, long epoch) {
        return workers.get(0).example(dataset, example, epoch);
    }

    /** Two images' memory. */
    private final class Worker {
        private double[] image = new double[shape.size()];
        private double[] changed = new double[shape.size()];
        private Optional<Throwable> thrown = Optional.empty();

        /** As {@link #apply}; what is thrown is kept: across threads it would arrive wrapped. */
        void attempt(DenseMatrix x, int[] examples, int from, long epoch, int first, int end) {
            try {
                apply(x, examples, from, epoch, first, end);
            } catch (RuntimeException | Error e) {
                thrown = Optional.of(e);
            }
        }

        void rethrow() {
            Optional<Throwable> last = thrown;
            thrown = Optional.empty();
            if (last.isPresent() && last.get() instanceof RuntimeException e) {
                throw e;
            }
            if (last.isPresent() && last.get() instanceof Error e) {
                throw e;
            }
        }

        void apply(DenseMatrix x, int[] examples, int from, long epoch, int first, int end) {
            int batch = x.getColumnDimension();
            double[] values = x.values();
            for (int j = first; j < end; j++) {
                for (int i = 0; i < image.length; i++) {
                    image[i] = values[i * batch + j];
                }
                augment(examples[from + j], epoch);
                for (int i = 0; i < image.length; i++) {
                    values[i * batch + j] = image[i];
                }
            }
        }

        double[] example(Dataset dataset, int example, long epoch) {
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
}
