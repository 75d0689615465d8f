package org.layerwise.dataparquet;

import org.layerwise.core.Plugin;
import org.layerwise.dataio.DatasetReader;

/** Brings the reader {@code parquet}. */
public final class ParquetPlugin implements Plugin {
    @Override
    public void register(Registrar registrar) {
        registrar.add(DatasetReader.class, "parquet", Parquet.class);
    }
}
