package org.layerwise.experiment.internal.run;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.BinaryTargets;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.NumericTargets;
import org.layerwise.dataio.TargetEncoding;
import org.layerwise.dataio.Transform;
import org.layerwise.network.Loss;
import org.layerwise.training.Examples;
import org.layerwise.training.Task;

/**
 * Data ready for training.
 *
 * @param raw the parts as they were read
 * @param parts the parts after the transforms
 * @param transforms the fitted transforms of the features
 * @param targetTransforms the fitted transforms of the targets
 * @param encoding how targets become Y
 * @param targets Y of each part; of a streamed one that of the first example
 * @param weights of the training examples, where the file asks for some
 * @param warnings what may spoil the result although nothing is wrong, a sentence each
 * @param augmentation of the training images; empty where the file asks for none
 * @param facts what {@code run.json} says of the data besides
 */
public record Preparation(
        Map<String, Dataset> raw,
        Map<String, Dataset> parts,
        List<Transform.Fitted> transforms,
        List<Transform.Fitted> targetTransforms,
        TargetEncoding encoding,
        Map<String, DenseMatrix> targets,
        Optional<double[]> weights,
        List<String> warnings,
        Optional<ImageAugmentation> augmentation,
        Map<String, Object> facts) {
    /** A part as the trainer takes it; the training part with its weights. */
    public Examples examples(String part) {
        Dataset dataset = Objects.requireNonNull(parts.get(part));
        Examples examples = dataset.isStreamed()
                ? Examples.streamed(dataset, encoding::encode)
                : Examples.of(dataset, targetsOf(part));
        if (!part.equals(Parts.TRAIN)) {
            return examples;
        }
        Examples weighted = weights.map(examples::withWeights).orElse(examples);
        return augmentation
                .map(images -> weighted.augmented(images.augmenter()))
                .orElse(weighted);
    }

    /** The feature columns as the files have them. */
    public List<Column> columns() {
        return train(raw).columns();
    }

    /** The axes of an example as the files have it. */
    public List<Integer> shape() {
        return train(raw).shape();
    }

    /** Y of a part; of one that is streamed it is made anew. */
    public DenseMatrix targetsOf(String part) {
        Dataset examples = Objects.requireNonNull(parts.get(part));
        return examples.isStreamed() ? encoding.encode(examples) : Objects.requireNonNull(targets.get(part));
    }

    /** Whether the training part is read while it is trained on. */
    public boolean isStreamed() {
        return train().isStreamed();
    }

    /** What the network is asked to predict. */
    public Task task(Loss loss) {
        return new Task(loss.targets(), encoding.outputs(), loss.threshold(), classNames());
    }

    /** The classes by number; empty for regression and for several binary targets. */
    public List<String> classNames() {
        boolean several =
                encoding instanceof BinaryTargets binary && binary.classes().size() > 1;
        return encoding instanceof NumericTargets || several ? List.of() : encoding.names();
    }

    /** The training part after the transforms. */
    public Dataset train() {
        return train(parts);
    }

    private static Dataset train(Map<String, Dataset> parts) {
        return Objects.requireNonNull(parts.get(Parts.TRAIN));
    }
}
