package org.layerwise.experiment.internal.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.layerwise.core.DenseMatrix;
import org.layerwise.experiment.internal.Json;
import org.layerwise.experiment.internal.model.DamagedModelException;
import org.layerwise.experiment.internal.model.Safetensors;
import org.layerwise.training.TrainingState;
import tools.jackson.core.JacksonException;

/**
 * A {@link TrainingState} in a file: safetensors, so that anything may look at the numbers, with the rest as texts.
 *
 * <pre>{@code
 * tensors   the matrices by their names; numbers/NAME; costs (1, 3); values (1, n)
 * texts     format, version (1), layerwise, network, experiment (fingerprints), position, measured (the names of
 *           values), random, and checksum: CRC-32C of all the others and of all tensors
 * }</pre>
 */
final class CheckpointFile {
    private static final String FORMAT = "layerwise-checkpoint";
    private static final String VERSION = "1";
    private static final String CHECKSUM = "checksum";
    private static final String NUMBERS = "numbers/";
    private static final String COSTS = "costs";
    private static final String VALUES = "values";
    private static final List<String> COUNTS = List.of("epoch", "step", "batch", "epoch_step", "examples", "nanos");

    private CheckpointFile() {}

    /**
     * What else a checkpoint says of itself.
     *
     * @param layerwise the version that wrote it
     * @param origin what it is of
     * @param monitored the value by which it may be the best one
     */
    record Note(String layerwise, Fingerprint origin, Optional<Double> monitored) {}

    static void write(Path file, TrainingState state, Note note) throws IOException {
        Map<String, DenseMatrix> tensors = new LinkedHashMap<>(state.matrices());
        state.numbers().forEach((name, numbers) -> tensors.put(NUMBERS + name, row(numbers)));
        TrainingState.Position at = state.position();
        tensors.put(COSTS, row(at.epochRate(), at.costSum(), at.lastBatchCost()));
        tensors.put(
                VALUES, row(state.values().values().stream().mapToDouble(v -> v).toArray()));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("format", FORMAT);
        texts.put("version", VERSION);
        texts.put("layerwise", note.layerwise());
        texts.put("network", note.origin().network());
        texts.put("experiment", note.origin().experiment());
        note.monitored().ifPresent(value -> texts.put("monitored", value.toString()));
        texts.put("position", Json.write(counts(at)));
        texts.put("measured", Json.write(List.copyOf(state.values().keySet())));
        texts.put("random", Json.write(lists(state.random())));
        texts.put(CHECKSUM, Checksum.of(texts, tensors));
        Safetensors.write(file, tensors, texts);
    }

    private static DenseMatrix row(double... values) {
        return DenseMatrix.wrap(1, values.length, values);
    }

    private static Map<String, Long> counts(TrainingState.Position at) {
        long[] values = {at.epoch(), at.step(), at.batch(), at.epochStep(), at.examples(), at.nanos()};
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            counts.put(COUNTS.get(i), values[i]);
        }
        return counts;
    }

    private static Map<String, List<Long>> lists(Map<String, long[]> random) {
        Map<String, List<Long>> lists = new LinkedHashMap<>();
        random.forEach(
                (name, state) -> lists.put(name, Arrays.stream(state).boxed().toList()));
        return lists;
    }

    /** The value by which it may be the best one; empty where there is none, or the file is no good. */
    static Optional<Double> monitored(Path file) throws IOException {
        try {
            return Optional.ofNullable(Safetensors.readMetadata(file).get("monitored"))
                    .map(Double::valueOf);
        } catch (DamagedModelException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** @throws UnusableCheckpointException if it is cut, damaged, of another version, network or experiment */
    static TrainingState read(Path file, Fingerprint origin) throws IOException {
        Safetensors.Contents contents = contents(file);
        Map<String, String> texts = new LinkedHashMap<>(contents.metadata());
        if (!FORMAT.equals(texts.get("format"))) {
            throw new UnusableCheckpointException(file + " is no checkpoint");
        }
        if (!VERSION.equals(texts.get("version"))) {
            throw new UnusableCheckpointException(
                    file + " is of version " + texts.get("version") + "; expected version " + VERSION);
        }
        String checksum = String.valueOf(texts.remove(CHECKSUM));
        if (!checksum.equals(Checksum.of(texts, contents.tensors()))) {
            throw damaged(file, "its check sum does not fit its content");
        }
        if (!origin.network().equals(texts.get("network"))) {
            throw new UnusableCheckpointException(file + " is of another network");
        }
        if (!origin.experiment().equals(texts.get("experiment"))) {
            throw new UnusableCheckpointException(
                    file + " is of another experiment: seed, batches or optimizer differ");
        }
        try {
            return state(texts, new LinkedHashMap<>(contents.tensors()));
        } catch (JacksonException | ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
            throw new UnusableCheckpointException(file + " is damaged: it lacks a part of the state", e);
        }
    }

    private static Safetensors.Contents contents(Path file) throws IOException {
        try {
            return Safetensors.readAll(file);
        } catch (DamagedModelException e) {
            throw new UnusableCheckpointException(String.valueOf(e.getMessage()), e);
        }
    }

    private static UnusableCheckpointException damaged(Path file, String what) {
        return new UnusableCheckpointException(file + " is damaged: " + what);
    }

    private static TrainingState state(Map<String, String> texts, Map<String, DenseMatrix> tensors) {
        double[] costs = take(tensors, COSTS);
        double[] measured = take(tensors, VALUES);
        Map<String, Double> values = new LinkedHashMap<>();
        for (Object name : (List<?>) json(texts, "measured")) {
            values.put((String) name, measured[values.size()]);
        }
        Map<String, double[]> numbers = new LinkedHashMap<>();
        for (String name : List.copyOf(tensors.keySet())) {
            if (name.startsWith(NUMBERS)) {
                numbers.put(name.substring(NUMBERS.length()), take(tensors, name));
            }
        }
        Map<String, long[]> random = new LinkedHashMap<>();
        ((Map<?, ?>) json(texts, "random"))
                .forEach((name, state) -> random.put(
                        (String) name,
                        ((List<?>) state).stream().mapToLong(n -> (Long) n).toArray()));
        return new TrainingState(
                position((Map<?, ?>) json(texts, "position"), costs), values, tensors, numbers, random);
    }

    private static TrainingState.Position position(Map<?, ?> counts, double[] costs) {
        List<Long> at = new ArrayList<>();
        COUNTS.forEach(name -> at.add((Long) Objects.requireNonNull(counts.get(name))));
        return new TrainingState.Position(
                at.get(0),
                at.get(1),
                at.get(2).intValue(),
                at.get(3),
                costs[0],
                costs[1],
                at.get(4),
                costs[2],
                at.get(5));
    }

    private static double[] take(Map<String, DenseMatrix> tensors, String name) {
        return Objects.requireNonNull(tensors.remove(name)).values();
    }

    private static Object json(Map<String, String> texts, String name) {
        return Objects.requireNonNull(Json.read(Objects.requireNonNull(texts.get(name))));
    }
}
