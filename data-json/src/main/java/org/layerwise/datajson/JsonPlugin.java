package org.layerwise.datajson;

import org.layerwise.core.Plugin;
import org.layerwise.dataio.DatasetReader;

/** Brings the reader {@code json_lines}. */
public final class JsonPlugin implements Plugin {
    @Override
    public void register(Registrar registrar) {
        registrar.add(DatasetReader.class, "json_lines", JsonLines.class);
    }
}
