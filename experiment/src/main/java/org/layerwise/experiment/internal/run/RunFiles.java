package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.layerwise.core.Registry;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.ExperimentException;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.yaml.ListNode;
import org.layerwise.experiment.internal.yaml.MapNode;
import org.layerwise.experiment.internal.yaml.Node;
import org.layerwise.experiment.internal.yaml.ScalarNode;
import org.layerwise.experiment.internal.yaml.YamlReader;
import org.layerwise.training.Better;
import org.layerwise.training.HealthRecord;
import org.layerwise.training.LayerHealth;

/**
 * What a run folder says of its run beside {@code run.json} and {@code metrics.csv}.
 *
 * @param health what {@code health.csv} has
 * @param settings the resolved experiment, each value by its path
 * @param directions which way metrics are better, by name
 */
public record RunFiles(List<HealthRecord> health, Map<String, String> settings, SortedMap<String, Better> directions) {
    /** @throws ExperimentException if a file is damaged */
    public static RunFiles read(Path folder, Registry registry) {
        Path file = folder.resolve("experiment.yaml");
        Problems problems = new Problems();
        Map<String, String> settings = new TreeMap<>();
        YamlReader.read(file, file.toString(), problems).ifPresent(root -> flatten("", root, settings));
        Experiment experiment =
                Located.read(file, List.of(), registry, problems).experiment().orElse(null);
        problems.throwIfAny();
        SortedMap<String, Better> directions = new TreeMap<>(Map.of("cost", Better.LOWER));
        if (experiment != null) {
            new MetricNames(registry)
                    .of(experiment.training().metrics())
                    .forEach((name, metric) -> directions.put(name, metric.better()));
        }
        return new RunFiles(health(folder.resolve(HealthCsv.NAME)), settings, directions);
    }

    private static void flatten(String path, Node node, Map<String, String> settings) {
        if (node instanceof MapNode map) {
            map.entries()
                    .forEach((key, entry) -> flatten(path.isEmpty() ? key : path + "." + key, entry.value(), settings));
        } else if (node instanceof ListNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                flatten(path + "[" + i + "]", list.items().get(i), settings);
            }
        } else if (node instanceof ScalarNode scalar) {
            settings.put(path, scalar.text());
        }
    }

    private static List<HealthRecord> health(Path file) {
        Map<Long, List<LayerHealth>> byEpoch = new LinkedHashMap<>();
        Map<Long, Long> steps = new LinkedHashMap<>();
        forEachRow(file, (names, cells) -> {
            long epoch = Long.parseLong(cells[0]);
            steps.put(epoch, Long.parseLong(cells[1]));
            byEpoch.computeIfAbsent(epoch, e -> new ArrayList<>())
                    .add(new LayerHealth(
                            cells[2],
                            Long.parseLong(cells[3]),
                            number(cells[4]),
                            number(cells[5]),
                            number(cells[6]),
                            number(cells[7]),
                            optional(cells[8]),
                            optional(cells[9])));
        });
        List<HealthRecord> health = new ArrayList<>();
        byEpoch.forEach((epoch, layers) -> health.add(new HealthRecord(epoch, steps.getOrDefault(epoch, 0L), layers)));
        return health;
    }

    private static void forEachRow(Path file, BiConsumer<String[], String[]> consumer) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 1; i < lines.size(); i++) {
                String[] names = lines.get(0).split(",", -1);
                String[] cells = lines.get(i).split(",", -1);
                try {
                    consumer.accept(names, cells);
                } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                    throw new ExperimentException(file + ":" + (i + 1) + ":1: the row is damaged (" + e.getMessage()
                            + "); expected " + names.length + " numbers");
                }
            }
        } catch (IOException e) {
            throw new ExperimentException(file + " can't be read: " + e.getMessage());
        }
    }

    private static OptionalDouble optional(String cell) {
        return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number(cell));
    }

    /** A number as JSON or CSV of a run folder has it. */
    public static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return switch (String.valueOf(value)) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(String.valueOf(value));
        };
    }
}
