package org.layerwise.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.layerwise.core.Registry;
import org.layerwise.experiment.internal.Json;
import org.layerwise.experiment.internal.run.OutsiderChecks;
import org.layerwise.experiment.internal.run.RunFiles;
import org.layerwise.training.Better;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.HealthRecord;
import tools.jackson.core.JacksonException;

/** What a run folder says of its run: for reports and comparisons. */
public final class FinishedRun {
    private final Path folder;
    private final Map<String, Object> manifest;
    private final RunFiles files;

    private FinishedRun(Path folder, Map<String, Object> manifest, RunFiles files) {
        this.folder = folder;
        this.manifest = manifest;
        this.files = files;
    }

    /**
     * Reads a run folder.
     *
     * @throws ExperimentException if it is none, its run has not ended, or a file in it is damaged
     */
    public static FinishedRun read(Path folder, Registry registry) {
        return OutsiderChecks.blaming(registry, () -> {
            Path file = folder.resolve("run.json");
            if (!Files.isRegularFile(folder.resolve("experiment.yaml"))) {
                throw new ExperimentException(folder + " is no run folder; expected one with experiment.yaml");
            }
            if (!Files.isRegularFile(file)) {
                throw new ExperimentException(folder + ": run.json is missing; expected the folder of a finished run");
            }
            Map<String, Object> manifest = manifest(file);
            if (String.valueOf(manifest.get("status")).equals("running")) {
                throw new ExperimentException(
                        folder + ": the run has not ended; expected a finished run, see the" + " command resume");
            }
            return new FinishedRun(folder, manifest, RunFiles.read(folder, registry));
        });
    }

    private static Map<String, Object> manifest(Path file) {
        try {
            Map<String, Object> manifest = new LinkedHashMap<>();
            if (Json.read(Files.readString(file, StandardCharsets.UTF_8)) instanceof Map<?, ?> map) {
                map.forEach((key, value) -> manifest.put(String.valueOf(key), value == null ? "" : value));
                return manifest;
            }
            throw new ExperimentException(file + " is damaged; expected a JSON object");
        } catch (JacksonException | IOException e) {
            throw new ExperimentException(file + " can't be read: " + e.getMessage() + "; expected JSON");
        }
    }

    /** The run folder. */
    public Path folder() {
        return folder;
    }

    /** How it ended: {@code completed}, {@code stopped}, {@code diverged}, {@code interrupted}, … */
    public String status() {
        return String.valueOf(manifest.getOrDefault("status", "unknown"));
    }

    /** Why it ended so; empty where all epochs were trained. */
    public String explanation() {
        return String.valueOf(manifest.getOrDefault("explanation", ""));
    }

    /** The epochs that were trained. */
    public long epochsDone() {
        return manifest.get("epochs") instanceof Long epochs ? epochs : 0;
    }

    /** By part and name: {@code {"train": {"cost": 0.04, "accuracy": 1.0}}}. */
    public Map<String, Map<String, Double>> finalMetrics() {
        Map<String, Map<String, Double>> metrics = new LinkedHashMap<>();
        if (manifest.get("final") instanceof Map<?, ?> parts) {
            parts.forEach((part, values) -> {
                Map<String, Double> byName = new LinkedHashMap<>();
                ((Map<?, ?>) values).forEach((name, value) -> byName.put(String.valueOf(name), RunFiles.number(value)));
                metrics.put(String.valueOf(part), byName);
            });
        }
        return metrics;
    }

    /** That predictions had to be limited for the final metrics, because target transforms can't be undone there; else empty. */
    public Optional<String> limitedPredictions() {
        return manifest.get("limited_predictions") instanceof Map<?, ?> limited
                ? Optional.ofNullable(limited.get("text")).map(String::valueOf)
                : Optional.empty();
    }

    /** The diagnosis, line by line; empty where none was asked for. */
    public List<String> diagnosis() {
        List<String> lines = new ArrayList<>();
        if (manifest.get("diagnosis") instanceof Map<?, ?> diagnosis && diagnosis.get("text") instanceof List<?> text) {
            text.forEach(line -> lines.add(String.valueOf(line)));
        }
        return lines;
    }

    /**
     * The rows of {@code metrics.csv}.
     *
     * @throws ExperimentException if there are none, or they are damaged
     */
    public List<EpochRecord> epochs() {
        return RunMetrics.read(folder);
    }

    /** What {@code health.csv} has; empty where the layers were not watched. */
    public List<HealthRecord> health() {
        return files.health();
    }

    /** Which way a final metric is better, by its name without the part. */
    public SortedMap<String, Better> directions() {
        return files.directions();
    }

    /** What the run was made with: the resolved experiment, each value by its path. */
    public Map<String, String> settings() {
        return Collections.unmodifiableMap(files.settings());
    }
}
