package org.layerwise.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.layerwise.experiment.internal.Json;

/**
 * What an independent program computed for one run.
 *
 * @param lastBatch whether the logged cost is that of an epoch's last mini-batch
 * @param scores the final score of training and test part, with the range over arithmetic variants
 */
record Reference(String name, boolean lastBatch, List<Cost> costs, Map<String, Score> scores) {
    record Cost(long epoch, double value, double tolerance) {}

    record Score(double value, double least, double most) {}

    /**
     * Whether rounding decides the digits: then an example or two on the edge between the classes may fall to the other
     * side, as they do between kernels of one library. The costs have tolerances of their own.
     */
    boolean isChaotic() {
        return costs.stream().anyMatch(cost -> cost.tolerance() > 1e-6);
    }

    static List<String> names(Path folder) throws IOException {
        Object index = Objects.requireNonNull(Json.read(Files.readString(folder.resolve("INDEX.json"))));
        return map(map(index).get("experiments")).keySet().stream()
                .map(key -> String.valueOf(key).replace(".json", ""))
                .sorted()
                .toList();
    }

    static Reference read(Path folder, String name) throws IOException {
        Map<?, ?> run = map(Json.read(Files.readString(folder.resolve(name + ".json"))));
        String logged = String.valueOf(map(run.get("config")).get("logged_cost"));
        List<Cost> costs = new ArrayList<>();
        for (Object entry : (Collection<?>) Objects.requireNonNull(run.get("costs"))) {
            Map<?, ?> cost = map(entry);
            costs.add(new Cost(
                    (Long) Objects.requireNonNull(cost.get("iter")),
                    number(cost.get("cost")),
                    number(cost.get("tol"))));
        }
        Map<String, Score> scores = new TreeMap<>();
        Map<?, ?> end = map(run.get("final"));
        score(end, "train_score", 0).ifPresent(score -> scores.put("train", score));
        score(end, "test_score", 1).ifPresent(score -> scores.put("test", score));
        return new Reference(name, logged.contains("last mini-batch"), costs, scores);
    }

    private static Optional<Score> score(Map<?, ?> end, String key, int index) {
        if (end.get(key) == null) {
            return Optional.empty();
        }
        double value = number(end.get(key));
        double least = value;
        double most = value;
        for (Object variant : map(end.get("scores_over_float_variants")).values()) {
            double other = number(((List<?>) variant).get(index));
            least = Math.min(least, other);
            most = Math.max(most, other);
        }
        return Optional.of(new Score(value, least, most));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static double number(@Nullable Object value) {
        if (value instanceof String text) {
            return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
        }
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }
}
