package org.layerwise.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.RandomSource;
import org.layerwise.network.LayerState;
import org.layerwise.network.Network;

/** The matrices and streams that change during a run, by name: copied out for a checkpoint, and filled from one. */
final class Changing {
    private final Map<String, DenseMatrix> matrices = new LinkedHashMap<>();
    private final Map<String, RandomSource> streams;

    Changing(Network network, Stepper stepper, BestWeights best, Map<String, RandomSource> streams) {
        this.streams = streams;
        for (Parameter parameter : network.parameters()) {
            matrices.put("parameter/" + parameter.name(), parameter.value());
        }
        for (LayerState state : network.state()) {
            matrices.put("layer/" + state.name(), state.value());
        }
        List<String> live = List.copyOf(matrices.keySet());
        for (int i = 0; i < network.parameters().size(); i++) {
            List<DenseMatrix> state = stepper.updater(i).state();
            for (int j = 0; j < state.size(); j++) {
                matrices.put("updater/" + network.parameters().get(i).name() + "/" + j, state.get(j));
            }
        }
        for (int i = 0; i < best.kept().size(); i++) {
            matrices.put("best/" + live.get(i), best.kept().get(i));
        }
    }

    /** The matrices of a network that its best weights hold, in the order of their names here. */
    static List<DenseMatrix> live(Network network) {
        return Stream.concat(
                        network.parameters().stream().map(Parameter::value),
                        network.state().stream().map(LayerState::value))
                .toList();
    }

    Map<String, DenseMatrix> matrices() {
        Map<String, DenseMatrix> copies = new LinkedHashMap<>();
        matrices.forEach((name, matrix) -> copies.put(name, matrix.copy()));
        return copies;
    }

    Map<String, long[]> random() {
        Map<String, long[]> states = new LinkedHashMap<>();
        streams.forEach((name, stream) -> states.put(name, stream.state()));
        return states;
    }

    /** @throws IllegalArgumentException if the state is of another network, optimizer or setting; nothing is changed then */
    void fill(Map<String, DenseMatrix> savedMatrices, Map<String, long[]> savedStreams) {
        requireSameNames("matrices", matrices.keySet(), savedMatrices.keySet());
        requireSameNames("streams", streams.keySet(), savedStreams.keySet());
        matrices.forEach((name, matrix) -> {
            DenseMatrix saved = savedMatrices.get(name);
            if (saved == null || !saved.shape().equals(matrix.shape())) {
                throw new IllegalArgumentException("the state is of another run: its " + name + " is "
                        + (saved == null ? "absent" : saved.shape()) + ", here it is " + matrix.shape());
            }
        });
        matrices.forEach((name, matrix) -> {
            double[] saved = Objects.requireNonNull(savedMatrices.get(name)).values();
            System.arraycopy(saved, 0, matrix.values(), 0, saved.length);
        });
        streams.forEach((name, stream) -> stream.restore(Objects.requireNonNull(savedStreams.get(name))));
    }

    private static void requireSameNames(String what, Set<String> here, Set<String> saved) {
        if (here.equals(saved)) {
            return;
        }
        Set<String> missing = new TreeSet<>(here);
        missing.removeAll(saved);
        Set<String> unknown = new TreeSet<>(saved);
        unknown.removeAll(here);
        throw new IllegalArgumentException("the state is of another run: its " + what + " differ"
                + missing.stream()
                        .findFirst()
                        .map(name -> ", " + name + " is missing")
                        .orElse("")
                + unknown.stream()
                        .findFirst()
                        .map(name -> ", " + name + " is not known here")
                        .orElse(""));
    }
}
