package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;
import org.layerwise.core.Splittable;

class SliceTest {
    private static final ReadContext CONTEXT = new ReadContext(Path.of("."), new Splittable());
    private static final DatasetReader TEN =
            context -> Dataset.of("ten", new DenseMatrix(10, 1), new DenseMatrix(10, 0));

    @Test
    void skipsThenTakes() throws IOException {
        Dataset part = new Slice(TEN, 3, Optional.of(4)).read(CONTEXT);
        assertThat(part.examples()).isEqualTo(4);
        assertThat(part.origin(0)).isEqualTo(3);
        assertThat(new Slice(TEN, 3, Optional.empty()).read(CONTEXT).examples()).isEqualTo(7);
    }

    @Test
    void refusesMoreThanThereIs() {
        assertThatThrownBy(() -> new Slice(TEN, 3, Optional.of(8)).read(CONTEXT))
                .hasMessage("take must be in [1, 7], got 8; no more examples of ten are left");
        assertThatThrownBy(() -> new Slice(TEN, -1, Optional.empty()))
                .isInstanceOf(OptionException.class)
                .hasMessage("skip must be >= 0, got -1");
    }
}
