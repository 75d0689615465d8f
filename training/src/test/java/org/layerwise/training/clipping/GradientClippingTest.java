package org.layerwise.training.clipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;
import org.layerwise.core.Parameter;
import org.layerwise.training.GradientClipping;

class GradientClippingTest {
    @Test
    void valueCutsEveryEntry() {
        assertThat(clip(new ClipValue(2), new double[] {-3, -2, 0.5, 3}, new double[] {7}))
                .isDeepEqualTo(new double[][] {{-2, -2, 0.5, 2}, {2}});
    }

    @Test
    void normShortensEachParameterAlone() {
        double[][] clipped = clip(new ClipNorm(5), new double[] {6, 8}, new double[] {3, 4}, new double[] {0});
        assertThat(clipped[0]).containsExactly(new double[] {3, 4}, within(1e-15));
        assertThat(clipped[1]).containsExactly(3, 4);
        assertThat(clipped[2]).containsExactly(0);
    }

    @Test
    void globalNormShortensAllTogether() {
        double[][] clipped = clip(new ClipGlobalNorm(6.5), new double[] {3, 4}, new double[] {12});
        assertThat(clipped[0]).containsExactly(new double[] {1.5, 2}, within(1e-15));
        assertThat(clipped[1]).containsExactly(new double[] {6}, within(1e-15));
    }

    @Test
    void globalNormLeavesAShortGradientAsItIs() {
        assertThat(clip(new ClipGlobalNorm(13), new double[] {3, 4}, new double[] {12}))
                .isDeepEqualTo(new double[][] {{3, 4}, {12}});
    }

    @Test
    void squaresThatWouldOverflowOrVanishDoNot() {
        double[][] huge = clip(new ClipGlobalNorm(5), new double[] {3e300, 4e300});
        assertThat(huge[0]).containsExactly(new double[] {3, 4}, within(1e-14));
        double[][] tiny = clip(new ClipGlobalNorm(5e-310), new double[] {3e-300, 4e-300});
        assertThat(tiny[0]).containsExactly(new double[] {3e-310, 4e-310}, within(20 * Double.MIN_VALUE));
    }

    @Test
    void limitsThatAreNotPositiveAreRefused() {
        assertThatThrownBy(() -> new ClipValue(0))
                .isInstanceOf(OptionException.class)
                .hasMessage("max must be > 0, got 0.0");
        assertThatThrownBy(() -> new ClipNorm(-1)).hasMessage("max must be > 0, got -1.0");
        assertThatThrownBy(() -> new ClipGlobalNorm(Double.NaN)).hasMessage("max must be > 0, got NaN");
    }

    private static double[][] clip(GradientClipping clipping, double[]... gradients) {
        List<Parameter> parameters = Arrays.stream(gradients)
                .map(values -> new Parameter(
                        "p", new DenseMatrix(1, values.length), DenseMatrix.wrap(1, values.length, values.clone())))
                .toList();
        clipping.clip(parameters);
        return parameters.stream().map(p -> p.gradient().values()).toArray(double[][]::new);
    }
}
