package org.layerwise.experiment.internal.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Registry;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Transform;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.NetworkPlan;
import org.layerwise.experiment.internal.Bytes;
import org.layerwise.experiment.internal.binding.Writer;
import org.layerwise.experiment.internal.codecs.Codecs;
import org.layerwise.experiment.internal.run.NetworkPlans;
import org.layerwise.experiment.internal.run.Preparation;
import org.layerwise.experiment.internal.yaml.YamlWriter;
import org.layerwise.network.Network;

/**
 * What {@code model/network.yaml} holds: everything of a model but its numbers.
 *
 * @param format the version of this file, 1
 * @param inputs the features that the network takes, after the transforms
 * @param network layers and loss
 * @param features the feature columns of the files, in order
 * @param categories the categories of the features that are text, by name
 * @param transforms of the features, with their statistics
 * @param targets what the outputs mean
 * @param targetTransforms of regression targets, with their statistics
 * @param shape the axes of an example where it is an image; otherwise empty
 */
public record SavedModel(
        int format,
        int inputs,
        NetworkPlan network,
        List<String> features,
        Map<String, List<String>> categories,
        List<Transform.Fitted> transforms,
        SavedTargets targets,
        List<Transform.Fitted> targetTransforms,
        List<Integer> shape) {
    static final int FORMAT = 1;
    static final String DESCRIPTION = "network.yaml";
    static final String WEIGHTS = "weights.safetensors";

    /** Of examples that are no images. */
    public SavedModel(
            int format,
            int inputs,
            NetworkPlan network,
            List<String> features,
            Map<String, List<String>> categories,
            List<Transform.Fitted> transforms,
            SavedTargets targets,
            List<Transform.Fitted> targetTransforms) {
        this(format, inputs, network, features, categories, transforms, targets, targetTransforms, List.of());
    }

    /** Writes the model; the weights come last, so that a model with weights is whole. */
    public static void write(Path folder, Network network, Experiment experiment, Preparation data, Registry registry)
            throws IOException {
        Files.createDirectories(folder);
        SavedModel model = new SavedModel(
                FORMAT,
                network.inputs(),
                NetworkPlans.resolved(experiment.network()).withWeights(Optional.empty()),
                data.columns().stream().map(Column::name).toList(),
                categories(data.columns()),
                data.transforms(),
                SavedTargets.of(data.encoding()),
                data.targetTransforms(),
                shape(experiment, data));
        Writer writer = new Writer(registry, Codecs.all(), path -> path);
        Bytes.writeSafely(folder.resolve(DESCRIPTION), YamlWriter.write(writer.section(model)));
        Safetensors.write(folder.resolve(WEIGHTS), tensors(network), Map.of("format", "layerwise"));
    }

    private static List<Integer> shape(Experiment experiment, Preparation data) {
        List<Integer> said = experiment.data().imageShape();
        List<Integer> read = data.shape();
        return !said.isEmpty() ? said : read.size() > 1 ? read : List.of();
    }

    private static Map<String, List<String>> categories(List<Column> columns) {
        Map<String, List<String>> categories = new LinkedHashMap<>();
        columns.stream().filter(Column::isCategorical).forEach(c -> categories.put(c.name(), c.categories()));
        return categories;
    }

    /** All numbers of a network by name, the matrices themselves. */
    static Map<String, DenseMatrix> tensors(Network network) {
        Map<String, DenseMatrix> tensors = new LinkedHashMap<>();
        network.parameters().forEach(p -> tensors.put(p.name(), p.value()));
        network.state().forEach(s -> tensors.put(s.name(), s.value()));
        return tensors;
    }
}
