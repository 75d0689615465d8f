package org.layerwise.datajson.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.dataio.fuzz.Property;
import org.layerwise.dataio.samples.Sample;
import org.layerwise.datajson.JsonSamples;

class JsonLinesFuzzTest {
    private static final List<Sample> SAMPLES = JsonSamples.all();

    static Stream<Arguments> seeds() {
        return Property.seeds(SAMPLES);
    }

    @MethodSource("seeds")
    @FuzzTest
    void isReadOrRefused(byte[] content) {
        Property.holds(SAMPLES.get(0), content);
    }
}
