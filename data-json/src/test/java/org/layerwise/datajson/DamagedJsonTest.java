package org.layerwise.datajson;

import java.util.List;
import java.util.Map;
import org.layerwise.dataio.samples.DamageContract;
import org.layerwise.dataio.samples.Sample;

/** JSON lines against every kind of damage. */
class DamagedJsonTest implements DamageContract {
    static List<Sample> samples() {
        return JsonSamples.all();
    }

    @Override
    public Map<String, String> withoutCheckSum() {
        return Map.of("/org/layerwise/datajson/nested.jsonl", "a text");
    }
}
