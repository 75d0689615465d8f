package org.layerwise.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.RandomSource;
import org.layerwise.network.LayerState;
import org.layerwise.network.Network;

/** All that changes during a run, by name: copied out for a checkpoint, and filled from one. See {@link Resumable}. */
final class Changing {
    private static final String PARAMETER = "parameter";
    private static final String UPDATER = "updater";
    private static final String BEST = "best";
    private static final String AVERAGE = "weight_average";

    private final Map<String, DenseMatrix> matrices = new LinkedHashMap<>();
    private final Map<String, RandomSource> streams;
    private final Map<String, Resumable> counters = new LinkedHashMap<>();
    private Optional<AveragedWeights> averages = Optional.empty();

    /** What changes, at one moment. */
    record Snapshot(Map<String, DenseMatrix> matrices, Map<String, double[]> numbers, Map<String, long[]> random) {}

    Changing(Network network, Stepper stepper, BestWeights best, Map<String, RandomSource> streams) {
        this.streams = new LinkedHashMap<>(streams);
        Map<String, DenseMatrix> parameters = new LinkedHashMap<>();
        network.parameters().forEach(parameter -> parameters.put(parameter.name(), parameter.value()));
        add(PARAMETER, Resumable.of(parameters));
        Map<String, DenseMatrix> layers = new LinkedHashMap<>();
        network.state().forEach(state -> layers.put(state.name(), state.value()));
        add("layer", Resumable.of(layers));
        List<String> live = List.copyOf(matrices.keySet());
        add(UPDATER, Resumable.of(stepper.optimizerState()));
        Map<String, DenseMatrix> kept = new LinkedHashMap<>();
        for (int i = 0; i < best.kept().size(); i++) {
            kept.put(live.get(i), best.kept().get(i));
        }
        add(BEST, Resumable.of(kept));
    }

    /** Adds averages that change places with the weights while they are used. */
    void add(AveragedWeights weights) {
        add(AVERAGE, weights);
        averages = Optional.of(weights);
    }

    /** Adds what a part of the run remembers, under a name of its own. */
    void add(String name, Resumable part) {
        if (counters.put(name, part) != null) {
            throw new IllegalArgumentException("two parts of the run's state are called " + name);
        }
        part.matrices().forEach((matrix, value) -> matrices.put(name + "/" + matrix, value));
        part.streams().forEach((stream, source) -> streams.put(name + "/" + stream, source));
    }

    /** The matrices of a network that its best weights hold, in the order of their names here. */
    static List<DenseMatrix> live(Network network) {
        return Stream.concat(
                        network.parameters().stream().map(Parameter::value),
                        network.state().stream().map(LayerState::value))
                .toList();
    }

    /** A copy that stays what it is. */
    Snapshot copy() {
        return snapshot((name, matrix) -> matrix.copy());
    }

    /** The matrices themselves: right until the next step. */
    Snapshot live() {
        return snapshot((name, matrix) -> matrix);
    }

    /** A copy of what the computation of gradients may change; the rest themselves, right until the next update. */
    Snapshot beforeGradients() {
        return snapshot((name, matrix) -> isChangedByUpdates(name) ? matrix : matrix.copy());
    }

    private static boolean isChangedByUpdates(String name) {
        return Stream.of(PARAMETER, UPDATER, BEST, AVERAGE).anyMatch(part -> name.startsWith(part + "/"));
    }

    private Snapshot snapshot(BiFunction<String, DenseMatrix, DenseMatrix> choice) {
        Map<String, DenseMatrix> chosen = new LinkedHashMap<>();
        matrices.keySet().forEach(name -> chosen.put(name, choice.apply(name, of(matrices, placeOf(name)))));
        Map<String, long[]> states = new LinkedHashMap<>();
        streams.forEach((name, stream) -> states.put(name, stream.state()));
        return new Snapshot(chosen, numbers(), states);
    }

    /** Where the values of this name stand: averages that are used stand where the weights belong, and those there. */
    private String placeOf(String name) {
        if (averages.isEmpty() || !averages.get().isUsed()) {
            return name;
        }
        String weight = PARAMETER + name.substring(Math.max(0, name.indexOf('/')));
        String average = AVERAGE + name.substring(Math.max(0, name.indexOf('/')));
        boolean exchanged = matrices.containsKey(average) && (name.equals(weight) || name.equals(average));
        return !exchanged ? name : name.equals(weight) ? average : weight;
    }

    private Map<String, double[]> numbers() {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        counters.forEach((name, part) -> {
            double[] values = part.numbers();
            if (values.length > 0) {
                numbers.put(name, values);
            }
        });
        return numbers;
    }

    /** @throws ForeignStateException if the state is of another network, optimizer or setting; nothing is changed then */
    void fill(Snapshot saved) {
        Map<String, double[]> numbers = numbers();
        requireSameNames("matrices", matrices.keySet(), saved.matrices.keySet());
        requireSameNames("streams", streams.keySet(), saved.random.keySet());
        requireSameNames("numbers", numbers.keySet(), saved.numbers.keySet());
        matrices.forEach((name, matrix) ->
                requireSame(name, matrix.shape(), of(saved.matrices, name).shape()));
        numbers.forEach((name, here) ->
                requireSame(name, here.length + " numbers", of(saved.numbers, name).length + " numbers"));
        matrices.forEach((name, matrix) -> {
            double[] values = of(saved.matrices, name).values();
            System.arraycopy(values, 0, matrix.values(), 0, values.length);
        });
        streams.forEach((name, stream) -> stream.restore(of(saved.random, name)));
        numbers.keySet().forEach(name -> of(counters, name).restore(of(saved.numbers, name)));
    }

    private static <V> V of(Map<String, V> map, String name) {
        return Objects.requireNonNull(map.get(name), name);
    }

    private static void requireSame(String name, String here, String saved) {
        if (!here.equals(saved)) {
            throw new ForeignStateException("its " + name + " is " + saved + ", here it is " + here);
        }
    }

    private static void requireSameNames(String what, Set<String> here, Set<String> saved) {
        if (here.equals(saved)) {
            return;
        }
        Set<String> missing = new TreeSet<>(here);
        missing.removeAll(saved);
        Set<String> unknown = new TreeSet<>(saved);
        unknown.removeAll(here);
        throw new ForeignStateException("its " + what + " differ"
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
