package org.layerwise.datajson;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.layerwise.dataio.samples.Sample;

/** Small sound files of JSON lines. */
public final class JsonSamples {
    private JsonSamples() {}

    /** Plain, gzipped, and with what is nested. */
    public static List<Sample> all() {
        return Stream.of("nested.jsonl", "table.jsonl.gz")
                .map(name -> new Sample(
                        "json_lines",
                        "/org/layerwise/datajson/" + name,
                        "data",
                        Map.of(),
                        new JsonLines(Path.of("data"), List.of("kind"))))
                .toList();
    }
}
