package org.layerwise.initializers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.SplittableRandomSource;

/** Initializers that draw nothing write every entry all the same. */
class OverwritingTest {
    private static double[][] over(Initializer initializer) {
        DenseMatrix weights = new DenseMatrix(2, 3);
        Arrays.fill(weights.values(), 7);
        initializer.initialize(weights, new Fan(3, 2), new SplittableRandomSource(1));
        return weights.getData();
    }

    @Test
    void nothingIsLeftOfWhatStoodThere() {
        assertThat(over(new Zeros())).isEqualTo(new double[2][3]);
        assertThat(over(new Ones())).isEqualTo(new double[][] {{1, 1, 1}, {1, 1, 1}});
        assertThat(over(new Constant(4))).isEqualTo(new double[][] {{4, 4, 4}, {4, 4, 4}});
        assertThat(over(new Identity(2))).isEqualTo(new double[][] {{2, 0, 0}, {0, 2, 0}});
    }
}
