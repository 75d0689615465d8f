package org.layerwise.app;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.layerwise.dataio.ColumnSummary;
import org.layerwise.dataio.DatasetSummary;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Summaries of data as JSON. */
final class DataJson {
    private DataJson() {}

    static String write(String format, Map<String, DatasetSummary> parts, List<String> notes) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("format", format);
            json.writeName("parts");
            json.writeStartObject();
            parts.forEach((name, part) -> write(name, part, json));
            json.writeEndObject();
            json.writeName("notes");
            json.writeStartArray();
            notes.forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toString();
    }

    private static void write(String name, DatasetSummary part, JsonGenerator json) {
        json.writeName(name);
        json.writeStartObject();
        json.writeStringProperty("source", part.source());
        json.writeNumberProperty("rows", part.examples());
        json.writeName("shape");
        json.writeStartArray();
        part.shape().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeNumberProperty("bytes", part.bytes());
        write("features", part.features(), json);
        write("targets", part.targets(), json);
        json.writeEndObject();
    }

    private static void write(String name, List<ColumnSummary> columns, JsonGenerator json) {
        json.writeName(name);
        json.writeStartArray();
        columns.forEach(column -> write(column, json));
        json.writeEndArray();
    }

    private static void write(ColumnSummary column, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", column.column().name());
        json.writeStringProperty("type", column.type().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("known", column.known());
        json.writeNumberProperty("missing", column.missing());
        if (column.distinct() <= ColumnSummary.MOST_LABELS) {
            json.writeNumberProperty("distinct", column.distinct());
        }
        column.range().ifPresent(range -> {
            json.writeNumberProperty("min", range.min());
            json.writeNumberProperty("mean", range.mean());
            json.writeNumberProperty("max", range.max());
            json.writeNumberProperty("sd", range.deviation());
        });
        if (column.type() != ColumnSummary.Type.REAL && !column.counts().isEmpty()) {
            json.writeName("counts");
            json.writeStartObject();
            column.counts().forEach(json::writeNumberProperty);
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
