package org.layerwise.experiment.internal.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Registry;
import org.layerwise.core.Splittable;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.binding.Binder;
import org.layerwise.experiment.internal.binding.Spot;
import org.layerwise.experiment.internal.codecs.Codecs;
import org.layerwise.experiment.internal.run.NetworkPlans;
import org.layerwise.experiment.internal.yaml.Source;
import org.layerwise.experiment.internal.yaml.YamlReader;
import org.layerwise.network.Network;

/**
 * A saved model in memory.
 *
 * @param description all but the numbers
 * @param network with its trained parameters
 */
public record LoadedModel(SavedModel description, Network network) {
    /**
     * Reads {@code model/}.
     *
     * @throws DamagedModelException if a file is missing, cut or of another model
     */
    public static LoadedModel read(Path folder, Registry registry) throws IOException {
        Path weights = folder.resolve(SavedModel.WEIGHTS);
        if (!Files.isRegularFile(weights)) {
            throw new DamagedModelException(weights + ": there is no such file; expected the folder of a finished run");
        }
        SavedModel description = describe(folder.resolve(SavedModel.DESCRIPTION), registry);
        Map<String, DenseMatrix> tensors = Safetensors.read(weights);
        Network network = NetworkPlans.builder(description.network(), description.inputs(), registry)
                .random(new Splittable().seeded(0))
                .build();
        fill(weights, SavedModel.tensors(network), tensors);
        return new LoadedModel(description, network);
    }

    private static SavedModel describe(Path file, Registry registry) throws IOException {
        Problems problems = new Problems();
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Optional<SavedModel> model = YamlReader.parse(Source.of(file.toString(), text), text, problems, "")
                .flatMap(root -> new Binder(registry, problems, Codecs.all()).bind(SavedModel.class, Spot.root(root)));
        problems.throwIfAny();
        return model.filter(m -> m.format() == SavedModel.FORMAT)
                .orElseThrow(() -> new DamagedModelException(
                        file + ": this format is not known; expected format " + SavedModel.FORMAT));
    }

    private static void fill(Path file, Map<String, DenseMatrix> network, Map<String, DenseMatrix> saved) {
        if (!network.keySet().equals(saved.keySet())) {
            throw new DamagedModelException(file + ": holds " + saved.keySet() + "; expected " + network.keySet());
        }
        network.forEach((name, matrix) -> {
            DenseMatrix values = Objects.requireNonNull(saved.get(name));
            if (!matrix.shape().equals(values.shape())) {
                throw new DamagedModelException(
                        file + ": tensor " + name + " is " + values.shape() + "; expected " + matrix.shape());
            }
            if (!Arrays.stream(values.values()).allMatch(Double::isFinite)) {
                throw new DamagedModelException(file + ": tensor " + name + " holds NaN or infinity");
            }
            System.arraycopy(values.values(), 0, matrix.values(), 0, values.values().length);
        });
    }
}
