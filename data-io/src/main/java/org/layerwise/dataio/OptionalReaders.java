package org.layerwise.dataio;

import java.util.Map;

/** Readers that come in modules of their own, and what to add for them. */
public final class OptionalReaders {
    private static final Map<String, String> MODULES =
            Map.of("json_lines", "layerwise-data-json", "parquet", "layerwise-data-parquet");

    private OptionalReaders() {}

    /**
     * What to do where a reader is not installed: {@code , whose reader is in the module …}; empty if no module is known to
     * bring it.
     *
     * @param name as experiment files name it
     */
    public static String advice(String name) {
        String module = MODULES.get(name);
        return module == null
                ? ""
                : ", whose reader is in the module " + module
                        + "; add its jar with --plugins or in LAYERWISE_PLUGINS, or" + " the dependency org.layerwise:"
                        + module;
    }
}
