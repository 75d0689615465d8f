package org.layerwise.dataio.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.dataio.samples.Sample;

class JpegFuzzTest {
    private static final List<Sample> SAMPLES = Stream.of("baseline.jpg", "progressive.jpg").map(Sample::image).toList();

    static Stream<Arguments> seeds() {
        return Property.seeds(SAMPLES);
    }

    @MethodSource("seeds")
    @FuzzTest
    void isReadOrRefused(byte[] content) {
        Property.holds(SAMPLES.get(0), content);
    }
}
