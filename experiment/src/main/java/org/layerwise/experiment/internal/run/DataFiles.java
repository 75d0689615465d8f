package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerwise.core.RecordCopy;
import org.layerwise.experiment.DataPlan;
import org.layerwise.experiment.PartPlan;
import org.layerwise.experiment.internal.Sha256;

/** The files and folders that an experiment reads its examples from, with their hashes. */
final class DataFiles {
    private static final String FILE = "file";
    private static final String BYTES = "bytes";
    private static final String SHA256 = "sha256";

    private DataFiles() {}

    /** What the manifest says of them. */
    static List<Object> describe(DataPlan plan, Path folder) throws IOException {
        Path base = plan.directory().map(folder::resolve).orElse(folder);
        List<Object> files = new ArrayList<>();
        for (Optional<PartPlan> part : List.of(plan.train(), plan.dev(), plan.test(), plan.source())) {
            if (part.isPresent()) {
                for (Path path : paths(part.get().reader())) {
                    Path file = base.resolve(path).normalize();
                    if (Files.exists(file)) {
                        files.add(describe(file));
                    }
                }
            }
        }
        return files;
    }

    private static Map<String, Object> describe(Path file) throws IOException {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put(FILE, file.toString());
        described.put(BYTES, size(file));
        described.put(SHA256, hash(file));
        return described;
    }

    /** What is no longer as the manifest has it, a message for each. */
    static List<String> changed(RunRecord record) throws IOException {
        List<String> changed = new ArrayList<>();
        for (Object entry : record.list("data")) {
            if (entry instanceof Map<?, ?> data && data.get(FILE) instanceof String name) {
                Path file = Path.of(name);
                if (!Files.exists(file)) {
                    changed.add(name + ": the data are not there any more; expected what the run was trained on");
                } else if (!hash(file).equals(data.get(SHA256))) {
                    changed.add(name + ": the data have changed since the run began; expected " + data.get(BYTES)
                            + " bytes with the SHA-256 " + data.get(SHA256));
                }
            }
        }
        return changed;
    }

    /** Of a folder the names and contents of all files in it. */
    private static String hash(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            return Sha256.of(file);
        }
        StringBuilder content = new StringBuilder();
        for (Path inside : filesIn(file)) {
            content.append(file.relativize(inside))
                    .append('\n')
                    .append(Sha256.of(inside))
                    .append('\n');
        }
        return Sha256.of(content.toString());
    }

    private static long size(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            return Files.size(file);
        }
        long size = 0;
        for (Path inside : filesIn(file)) {
            size += Files.size(inside);
        }
        return size;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Path> paths(Object reader) {
        List<Path> paths = new ArrayList<>();
        for (RecordComponent component : reader.getClass().getRecordComponents()) {
            Object value = RecordCopy.valueOf(component, reader);
            if (value instanceof Path path) {
                paths.add(path);
            } else if (value instanceof Optional<?> optional
                    && optional.isPresent()
                    && optional.get() instanceof Path path) {
                paths.add(path);
            }
        }
        return paths;
    }
}
