package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.layerwise.experiment.ExperimentException;
import org.layerwise.experiment.RunResult;
import org.layerwise.experiment.internal.Bytes;
import org.layerwise.experiment.internal.Json;
import tools.jackson.core.JacksonException;

/** What {@code run.json} says: the circumstances, when and from where training went on, and how it ended. */
public final class RunRecord {
    static final String STATUS = "status";
    static final String RUNNING = "running";

    private static final String RESUMED = "resumed";

    private final Map<String, @Nullable Object> entries;

    private RunRecord(Map<String, ?> entries) {
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<String, @Nullable Object>(entries));
    }

    /** Of a run that begins. */
    static RunRecord begin(Map<String, Object> circumstances, Instant started) {
        return new RunRecord(circumstances).with("started", started.toString()).with(STATUS, RUNNING);
    }

    /**
     * Reads it; empty where a run was killed before it was written.
     *
     * @throws ExperimentException if it is damaged
     */
    static Optional<RunRecord> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (Json.read(Files.readString(file, StandardCharsets.UTF_8)) instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> entries = new LinkedHashMap<>();
                map.forEach((key, value) -> entries.put(String.valueOf(key), value));
                return Optional.of(new RunRecord(entries));
            }
        } catch (JacksonException | CharacterCodingException e) {
            throw new ExperimentException(file + " is damaged: " + e.getMessage() + "; expected JSON");
        }
        throw new ExperimentException(file + " is damaged; expected a JSON object");
    }

    void write(Path file) throws IOException {
        Bytes.writeSafely(file, Json.writePretty(entries));
    }

    RunRecord with(String key, Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(entries);
        changed.put(key, value);
        return new RunRecord(changed);
    }

    /** How it ended. */
    RunRecord ended(Map<String, Object> ending) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(entries);
        changed.putAll(ending);
        return new RunRecord(changed);
    }

    /** The run goes on: what an earlier end said is taken out. */
    RunRecord resumed(Map<String, Object> circumstances) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(entries);
        changed.keySet().removeAll(Ending.KEYS);
        List<@Nullable Object> all = new ArrayList<>(list(RESUMED));
        all.add(circumstances);
        changed.put(RESUMED, all);
        changed.put(STATUS, RUNNING);
        return new RunRecord(changed);
    }

    /** The times at which training went on. */
    List<?> resumptions() {
        return list(RESUMED);
    }

    /** How the run ended; empty while it runs, and where it was killed. */
    Optional<RunResult.Outcome> outcome() {
        String status = text(STATUS).toUpperCase(Locale.ROOT);
        for (RunResult.Outcome outcome : RunResult.Outcome.values()) {
            if (outcome.name().equals(status)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    /** Whatever stands there. */
    Optional<Object> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** A text, empty where there is none. */
    String text(String key) {
        return entries.get(key) instanceof String text ? text : "";
    }

    /** A whole number, 0 where there is none. */
    long number(String key) {
        return entries.get(key) instanceof Long number ? number : 0;
    }

    /** A list, empty where there is none. */
    List<?> list(String key) {
        return entries.get(key) instanceof List<?> list ? list : List.of();
    }

    /** A map, empty where there is none. */
    Map<?, ?> map(String key) {
        return entries.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }
}
