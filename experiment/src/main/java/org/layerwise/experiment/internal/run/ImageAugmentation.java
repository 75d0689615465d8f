package org.layerwise.experiment.internal.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Augmentation;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ImageAugmenter;
import org.layerwise.dataio.ImageShape;

/**
 * What {@code augment:} makes of the training images.
 *
 * <p>Its random numbers are those of the splittable family whatever {@code random:} says, derived from the experiment's seed:
 * so no other draw depends on it, and a resumed run goes on with the same bits.
 *
 * @param augmentations in order
 * @param shape of the images
 * @param seed the experiment's
 */
public record ImageAugmentation(List<Augmentation> augmentations, ImageShape shape, long seed) {
    public ImageAugmentation {
        augmentations = List.copyOf(augmentations);
    }

    /** What applies it; each has its own memory. */
    public ImageAugmenter augmenter() {
        return new ImageAugmenter(augmentations, shape, new Splittable().seeded(seed));
    }

    /** What the file asks for; empty if nothing, or if the examples are no images, which is then said. */
    static Optional<ImageAugmentation> of(Located located, Dataset raw, Dataset ready, long seed) {
        List<Augmentation> asked = asked(located);
        return asked.isEmpty()
                ? Optional.empty()
                : shape(located, raw, ready).map(shape -> new ImageAugmentation(asked, shape, seed));
    }

    /** None too where one of them is wrong, which is said then. */
    private static List<Augmentation> asked(Located located) {
        int count = 0;
        while (located.has("data.augment[" + count + "]")) {
            count++;
        }
        List<Augmentation> all = IntStream.range(0, count)
                .mapToObj(i -> located.at("data.augment[" + i + "]", Augmentation.class))
                .flatMap(Optional::stream)
                .map(augmentation -> OutsiderChecks.checked(located.registry(), augmentation))
                .toList();
        return all.size() < count ? List.of() : all;
    }

    /** How the numbers of an example lie; empty if they are no image, which is said then. */
    private static Optional<ImageShape> shape(Located located, Dataset raw, Dataset ready) {
        List<Integer> said = axes(located);
        Optional<ImageShape> shape = ImageShape.of(said.isEmpty() ? raw.shape() : said);
        if (shape.isEmpty()) {
            located.wrong(
                    "data.augment",
                    "the examples of " + raw.source() + " are no images but " + raw.features()
                            + " numbers each; expected images, or data.image_shape to say how the numbers lie");
            return Optional.empty();
        }
        if (shape.get().size() != ready.features()) {
            String place = said.isEmpty() ? "data.augment" : "data.image_shape";
            located.wrong(
                    place,
                    "images of " + shape.get() + " have " + shape.get().size() + " values, but the examples have "
                            + ready.features() + " features after the transforms; expected as many");
            return Optional.empty();
        }
        return shape;
    }

    private static List<Integer> axes(Located located) {
        return IntStream.range(0, 3)
                .mapToObj(i -> located.at("data.image_shape[" + i + "]", Integer.class))
                .flatMap(Optional::stream)
                .toList();
    }
}
