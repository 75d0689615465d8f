package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.layerwise.core.MatrixProducts;
import org.layerwise.core.Registry;
import org.layerwise.experiment.Experiment;

/** What {@code run.json} says of the circumstances of a run. */
public final class Manifest {
    static final String PRODUCT = "product";

    private Manifest() {}

    /** What is known before training. */
    public static Map<String, Object> of(Experiment experiment, Preparation data, Registry registry, Path folder)
            throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("name", experiment.name());
        manifest.put("layerwise", version());
        manifest.put("seed", experiment.seed());
        manifest.put("plugins", plugins(experiment, registry));
        manifest.put(PRODUCT, product());
        manifest.put("precision", experiment.training().precision().name().toLowerCase(Locale.ROOT));
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
        manifest.put(
                "memory_estimate_bytes",
                new MemoryNeeds(experiment, data).estimate().bytes());
        manifest.put("features", data.train().features());
        manifest.putAll(data.facts());
        if (!data.warnings().isEmpty()) {
            manifest.put("warnings", data.warnings());
        }
        manifest.put("data", DataFiles.describe(experiment.data(), folder));
        return manifest;
    }

    /** How products are computed, as far as is known: a native library is loaded at the first product that needs it. */
    static Map<String, Object> product() {
        MatrixProducts.Implementation product = MatrixProducts.implementation();
        return named("implementation", product.name(), "details", product.details());
    }

    /** In what this process differs from the one that began a run, where it may change the last bits. */
    static List<String> differences(RunRecord record) {
        Map<?, ?> before = record.map(PRODUCT);
        // Where Java computed, a native library may have failed to load; only trying tells whether it would now.
        MatrixProducts.Implementation product =
                "java".equals(before.get("implementation")) ? MatrixProducts.load() : MatrixProducts.implementation();
        List<String> differences = new ArrayList<>();
        differ("Layerwise", record.text("layerwise"), version()).ifPresent(differences::add);
        differ(
                        "the product",
                        withoutThreads(before.get("implementation") + " (" + before.get("details") + ")"),
                        withoutThreads(product.name() + " (" + product.details() + ")"))
                .ifPresent(differences::add);
        differ("the JDK", String.valueOf(record.map("jdk").get("version")), property("java.runtime.version"))
                .ifPresent(differences::add);
        return differences;
    }

    /** The bits do not depend on them. */
    private static String withoutThreads(String product) {
        return product.replaceFirst(", [0-9]+ threads?", "");
    }

    private static Optional<String> differ(String what, String was, String is) {
        return was.equals(is)
                ? Optional.empty()
                : Optional.of(what + " was " + was + " when the run began and is " + is
                        + " now: the last bits may come out otherwise");
    }

    /** The version of Layerwise. */
    static String version() {
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
}
