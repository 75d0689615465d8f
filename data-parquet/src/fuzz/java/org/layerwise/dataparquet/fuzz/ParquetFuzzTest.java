package org.layerwise.dataparquet.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.dataio.fuzz.Property;
import org.layerwise.dataio.samples.Sample;
import org.layerwise.dataparquet.ParquetSamples;

class ParquetFuzzTest {
    private static final List<Sample> SAMPLES = ParquetSamples.all();

    static Stream<Arguments> seeds() {
        return Property.seeds(SAMPLES);
    }

    @MethodSource("seeds")
    @FuzzTest
    void isReadOrRefused(byte[] content) {
        Property.holds(SAMPLES.get(0), content);
    }
}
