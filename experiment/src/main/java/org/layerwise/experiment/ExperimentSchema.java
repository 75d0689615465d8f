package org.layerwise.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.layerwise.core.Registry;
import org.layerwise.experiment.internal.Json;
import org.layerwise.experiment.internal.binding.Schemas;
import org.layerwise.experiment.internal.codecs.Codecs;
import org.layerwise.experiment.internal.sweep.SweepPlan;
import org.layerwise.network.Precision;

/**
 * A JSON Schema of experiment files (draft 2020-12), for editors: keys, types and the names of all registered components.
 *
 * <p>Whatever the schema refuses, reading the file refuses; what it lets through may still be wrong: ranges, files, shapes.
 */
public final class ExperimentSchema {
    private ExperimentSchema() {}

    /** Where descriptions come from. */
    public interface Descriptions {
        /** A sentence on a record. */
        Optional<String> of(Class<?> record);

        /** What an option of it means, by the record component's name. */
        Optional<String> of(Class<?> record, String option);
    }

    /** The schema, for people to read too. */
    public static String of(Registry registry, Descriptions descriptions) {
        Schemas schemas = new Schemas(registry, Codecs.all(), new Schemas.Prose() {
            @Override
            public Optional<String> of(Class<?> component) {
                return descriptions.of(component);
            }

            @Override
            public Optional<String> of(Class<?> component, String option) {
                return descriptions.of(component, option);
            }
        });
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Layerwise experiment");
        schema.putAll(schemas.record(Experiment.class));
        Map<Object, Object> properties = new LinkedHashMap<>();
        if (schema.get("properties") instanceof Map<?, ?> keys) {
            properties.putAll(keys);
        }
        properties.put("precision", schemas.of(Precision.class));
        properties.put("sweep", schemas.record(SweepPlan.class));
        schema.put("properties", properties);
        schema.put("$defs", schemas.definitions());
        return Json.writePretty(schema);
    }
}
