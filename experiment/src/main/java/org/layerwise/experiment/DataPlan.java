package org.layerwise.experiment;

import static org.layerwise.core.Options.require;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.layerwise.core.Alias;
import org.layerwise.dataio.Augmentation;
import org.layerwise.dataio.Split;
import org.layerwise.dataio.Streaming;
import org.layerwise.dataio.Transform;

/**
 * Where examples come from: {@code train} with its companions, or one {@code source} that is split.
 *
 * @param directory the folder against which the readers' paths are taken; default that of the experiment file
 * @param train the training part
 * @param dev the part to choose by
 * @param test the part to judge by
 * @param source all examples in one, cut by {@code split}
 * @param split the parts of the source; default all of it for training
 * @param transforms changes to the features, in order, fitted on the training part; default none
 * @param targetTransforms changes to regression targets; default none
 * @param augment random changes of training images, in order, after the transforms; in every epoch others; default none
 * @param imageShape the axes of the images, {@code [height, width]} or {@code [height, width, channels]}, where the files do
 *     not tell; default what the reader says
 * @param weights a column of numbers that weighs the training examples, {@code J = 1/m Σ w L + penalty}, and is no
 *     feature; costs and metrics that are measured after an epoch are not weighted; default none
 * @param streaming whether features stay in their files and are read in mini-batches: {@code true}, {@code false} or
 *     {@code auto}, which streams what is estimated at more than a quarter of the greatest heap; default auto
 */
public record DataPlan(
        Optional<Path> directory,
        Optional<PartPlan> train,
        Optional<PartPlan> dev,
        Optional<PartPlan> test,
        Optional<PartPlan> source,
        Optional<Split> split,
        List<Transform> transforms,
        List<Transform> targetTransforms,
        List<Augmentation> augment,
        List<Integer> imageShape,
        @Alias("sample_weights") Optional<String> weights,
        Streaming streaming) {
    public DataPlan() {
        this(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Streaming.AUTO);
    }

    /** @throws org.layerwise.core.OptionException if image_shape is no shape of images */
    public DataPlan {
        transforms = List.copyOf(transforms);
        targetTransforms = List.copyOf(targetTransforms);
        augment = List.copyOf(augment);
        imageShape = List.copyOf(imageShape);
        boolean shape = (imageShape.size() == 2 || imageShape.size() == 3)
                && imageShape.stream().allMatch(axis -> axis >= 1);
        require(
                imageShape.isEmpty() || shape,
                "image_shape",
                imageShape,
                "[height, width] or [height, width, channels], each at least 1");
    }
}
