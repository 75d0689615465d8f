package org.layerwise.dataparquet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.layerwise.dataio.samples.Sample;

/** Small sound files of Parquet. */
public final class ParquetSamples {
    private ParquetSamples() {}

    /** Packed in each way. */
    public static List<Sample> all() {
        return Stream.of("plain.parquet", "snappy.parquet", "zstd.parquet", "gzip.parquet")
                .map(name -> new Sample(
                        "parquet",
                        "/org/layerwise/dataparquet/" + name,
                        "data",
                        Map.of(),
                        new Parquet(Path.of("data"), List.of("kind"))))
                .toList();
    }
}
