package org.layerwise.dataparquet;

import java.util.List;
import java.util.Map;
import org.layerwise.dataio.samples.DamageContract;
import org.layerwise.dataio.samples.Sample;

/** Parquet against every kind of damage. */
class DamagedParquetTest implements DamageContract {
    private static final String UNSUMMED =
            "pages have no check sum unless their writer puts one, what describes them never";

    static List<Sample> samples() {
        return ParquetSamples.all();
    }

    @Override
    public Map<String, String> withoutCheckSum() {
        return Map.of(
                "/org/layerwise/dataparquet/plain.parquet", UNSUMMED,
                "/org/layerwise/dataparquet/snappy.parquet", UNSUMMED,
                "/org/layerwise/dataparquet/zstd.parquet", UNSUMMED,
                "/org/layerwise/dataparquet/gzip.parquet", UNSUMMED);
    }
}
