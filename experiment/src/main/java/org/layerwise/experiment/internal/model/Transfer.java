package org.layerwise.experiment.internal.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.layerwise.core.DenseMatrix;
import org.layerwise.experiment.InitialWeights;
import org.layerwise.experiment.internal.Texts;
import org.layerwise.network.Network;

/** Brings the weights of a saved model into another network. */
public final class Transfer {
    private final Path file;
    private final Map<String, DenseMatrix> saved;

    private Transfer(Path file, Map<String, DenseMatrix> saved) {
        this.file = file;
        this.saved = saved;
    }

    /**
     * Reads the weights of a run, of a model's folder, or of a file.
     *
     * @throws DamagedModelException if there are none, or the file is damaged
     */
    public static Transfer from(Path place) {
        List<Path> candidates = List.of(
                place, place.resolve(SavedModel.WEIGHTS), place.resolve("model").resolve(SavedModel.WEIGHTS));
        Path file = candidates.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new DamagedModelException(
                        place + " holds no weights; expected the folder of a finished run, or a .safetensors file"));
        try {
            return new Transfer(file, Safetensors.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with the name of a layer, if anything. */
    public Optional<String> problem(String layer, Network network) {
        List<String> here = network.layers().stream().map(one -> one.name()).toList();
        if (!here.contains(layer)) {
            return Optional.of(Texts.quote(layer) + " is no layer of this network; "
                    + Texts.suggest(layer, here, "expected one of"));
        }
        Collection<String> there = layers(saved.keySet());
        return there.contains(layer)
                ? Optional.empty()
                : Optional.of(Texts.quote(layer) + " has no weights in " + file + "; "
                        + Texts.suggest(layer, there, "expected one of"));
    }

    /** What does not fit the weights that are wanted, if anything. */
    public Optional<String> problem(InitialWeights wanted, Network network) {
        Map<String, DenseMatrix> here = wanted(wanted, SavedModel.tensors(network));
        Map<String, DenseMatrix> there = wanted(wanted, saved);
        String hint = "; expected the same layers, or their names in layers";
        for (Map.Entry<String, DenseMatrix> tensor : here.entrySet()) {
            DenseMatrix other = there.get(tensor.getKey());
            if (other == null) {
                return Optional.of(tensor.getKey() + " is not in " + file + hint);
            }
            if (!other.shape().equals(tensor.getValue().shape())) {
                return Optional.of(tensor.getKey() + " is " + other.shape() + " in " + file + " but "
                        + tensor.getValue().shape() + " here" + hint);
            }
        }
        return there.keySet().stream()
                .filter(name -> !here.containsKey(name))
                .findFirst()
                .map(name -> name + " is in " + file + " but not here" + hint);
    }

    /** Writes the weights that are wanted into a network that they fit. */
    public void into(Network network, InitialWeights wanted) {
        wanted(wanted, SavedModel.tensors(network)).forEach((name, matrix) -> {
            double[] values = Objects.requireNonNull(saved.get(name)).values();
            System.arraycopy(values, 0, matrix.values(), 0, values.length);
        });
    }

    private static Map<String, DenseMatrix> wanted(InitialWeights wanted, Map<String, DenseMatrix> all) {
        Map<String, DenseMatrix> chosen = new LinkedHashMap<>(all);
        chosen.keySet()
                .removeIf(name -> !wanted.layers().isEmpty() && !wanted.layers().contains(layer(name)));
        return chosen;
    }

    private static Collection<String> layers(Collection<String> tensors) {
        Collection<String> layers = new TreeSet<>();
        tensors.forEach(name -> layers.add(layer(name)));
        return layers;
    }

    private static String layer(String tensor) {
        return tensor.substring(0, Math.max(0, tensor.indexOf('.')));
    }
}
