package org.layerwise.regularizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.NumpyRandomSource;
import org.layerwise.core.OptionException;
import org.layerwise.core.SplittableRandomSource;

class DropoutTest {
    @Test
    void dropsWhatTheCoursesCodeDrops() {
        // RandomState(1).rand(2, 3) = 0.417 0.720 0.000114 / 0.302 0.147 0.0923
        DenseMatrix input = DenseMatrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        DenseMatrix output = new DenseMatrix(2, 3);
        DenseMatrix slope = new DenseMatrix(2, 3);
        new Dropout(0.3).apply(input, output, slope, new NumpyRandomSource(1));

        assertThat(output.values()).containsExactly(0, 0, 3 / 0.3, 0, 5 / 0.3, 6 / 0.3);
        assertThat(slope.values()).containsExactly(0, 0, 1 / 0.3, 0, 1 / 0.3, 1 / 0.3);
    }

    @Test
    void keepsTheMean() {
        DenseMatrix ones = new DenseMatrix(100, 1000);
        Arrays.fill(ones.values(), 1);
        new Dropout(0.8).apply(ones, ones, new DenseMatrix(100, 1000), new SplittableRandomSource(1));

        double mean = Arrays.stream(ones.values()).average().orElseThrow();
        assertThat(mean).isCloseTo(1, within(5 * Math.sqrt(0.25 / 100_000)));
    }

    @Test
    void keepsEverythingWithKeepProbOne() {
        DenseMatrix input = DenseMatrix.of(new double[][] {{1, -2}});
        DenseMatrix slope = new DenseMatrix(1, 2);
        new Dropout(1).apply(input, input, slope, new SplittableRandomSource(1));

        assertThat(input.values()).containsExactly(1, -2);
        assertThat(slope.values()).containsExactly(1, 1);
    }

    @Test
    void refusesAKeepProbOutsideZeroToOne() {
        for (double bad : new double[] {0, -0.1, 1.01, Double.NaN}) {
            assertThatThrownBy(() -> new Dropout(bad))
                    .isInstanceOf(OptionException.class)
                    .hasMessage("keep_prob must be in (0, 1], got " + bad);
        }
    }
}
