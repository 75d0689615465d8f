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
import java.util.TreeMap;
import java.util.TreeSet;
import org.layerwise.core.MatrixProducts;
import org.layerwise.core.Registry;
import org.layerwise.experiment.DataPlan;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.PartPlan;
import org.layerwise.experiment.internal.Sha256;

/** What {@code run.json} says of the circumstances of a run. */
public final class Manifest {
    private Manifest() {}

    /** What is known before training. */
    public static Map<String, Object> of(Experiment experiment, Preparation data, Registry registry, Path folder)
            throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("name", experiment.name());
        manifest.put("layerwise", version());
        manifest.put("seed", experiment.seed());
        manifest.put("plugins", plugins(experiment, registry));
        MatrixProducts.Implementation product = MatrixProducts.implementation();
        manifest.put("product", named("implementation", product.name(), "details", product.details()));
        manifest.put(
                "jdk",
                named(
                        "version",
                        property("java.runtime.version"),
                        "vendor",
                        property("java.vm.vendor"),
                        "vm",
                        property("java.vm.name")));
        manifest.put(
                "machine",
                named(
                        "os",
                        property("os.name") + " " + property("os.version"),
                        "architecture",
                        property("os.arch"),
                        "processors",
                        Runtime.getRuntime().availableProcessors(),
                        "heap_bytes",
                        Runtime.getRuntime().maxMemory()));
        Map<String, Object> examples = new LinkedHashMap<>();
        data.parts().forEach((name, part) -> examples.put(name, part.examples()));
        manifest.put("examples", examples);
        manifest.put("features", data.train().features());
        manifest.put("data", files(experiment.data(), folder));
        return manifest;
    }

    private static String version() {
        return Optional.ofNullable(Manifest.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }

    private static Map<String, Object> named(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }

    /** The plugins whose components the experiment names, by class and jar. */
    private static List<Object> plugins(Experiment experiment, Registry registry) {
        TreeSet<String> used = new TreeSet<>();
        Records.visit(experiment, component -> used.add(component.getClass().getName()));
        Map<String, Object> plugins = new TreeMap<>();
        for (Class<?> kind : registry.kinds()) {
            registry.all(kind).forEach((name, component) -> {
                if (used.contains(component.getName())) {
                    registry.origin(kind, name)
                            .ifPresent(
                                    o -> plugins.put(o.plugin(), named("class", o.plugin(), "location", o.location())));
                }
            });
        }
        return List.copyOf(plugins.values());
    }

    private static List<Object> files(DataPlan plan, Path folder) throws IOException {
        Path base = plan.directory().map(folder::resolve).orElse(folder);
        List<Object> files = new ArrayList<>();
        for (Optional<PartPlan> part : List.of(plan.train(), plan.dev(), plan.test(), plan.source())) {
            if (part.isPresent()) {
                for (Path path : paths(part.get().reader())) {
                    Path file = base.resolve(path);
                    if (Files.isRegularFile(file)) {
                        files.add(named(
                                "file",
                                file.normalize().toString(),
                                "bytes",
                                Files.size(file),
                                "sha256",
                                Sha256.of(file)));
                    }
                }
            }
        }
        return files;
    }

    private static List<Path> paths(Object reader) {
        List<Path> paths = new ArrayList<>();
        for (RecordComponent component : reader.getClass().getRecordComponents()) {
            Object value = Records.valueOf(component, reader);
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
