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

class NoiseTest {
    private static final int N = 200_000;

    @Test
    void alphaDropoutKeepsMeanZeroAndVarianceOne() {
        double[] values = applyTo(standardNormal(), new AlphaDropout(0.7));

        assertThat(mean(values)).isCloseTo(0, within(0.012));
        assertThat(variance(values)).isCloseTo(1, within(0.02));
    }

    @Test
    void alphaDropoutHasThreeKindsOfEntries() {
        // RandomState(1).rand(3) = 0.417 0.720 0.000114; q = 0.5, floor f: scale = 1 / sqrt(0.5 (1 + 0.5 f²))
        DenseMatrix input = DenseMatrix.of(new double[][] {{1, 2, 3}});
        DenseMatrix slope = new DenseMatrix(1, 3);
        new AlphaDropout().apply(input, input, slope, new NumpyRandomSource(1));

        double scale = 0.8864048946659319;
        double shift = 0.7791939305180315;
        assertThat(input.values())
                .containsExactly(
                        new double[] {scale + shift, -1.7580993408473766 * scale + shift, 3 * scale + shift},
                        within(1e-14));
        assertThat(slope.values()).containsExactly(new double[] {scale, 0, scale}, within(1e-14));
    }

    @Test
    void gaussianDropoutMultipliesByNoiseOfMeanOne() {
        double[] ones = new double[N];
        Arrays.fill(ones, 1);
        double[] values = applyTo(ones, new GaussianDropout(0.8));

        assertThat(mean(values)).isCloseTo(1, within(5 * 0.5 / Math.sqrt(N)));
        assertThat(variance(values)).isCloseTo(0.25, within(5 * 0.25 * Math.sqrt(2.0 / N)));
    }

    @Test
    void gaussianDropoutsSlopeIsItsFactor() {
        DenseMatrix input = DenseMatrix.of(new double[][] {{2, -3}});
        DenseMatrix output = new DenseMatrix(1, 2);
        DenseMatrix slope = new DenseMatrix(1, 2);
        new GaussianDropout(0.8).apply(input, output, slope, new NumpyRandomSource(1));

        double[] randn = {1.6243453636632417, -0.6117564136500754};
        assertThat(slope.values())
                .containsExactly(new double[] {1 + 0.5 * randn[0], 1 + 0.5 * randn[1]}, within(1e-15));
        assertThat(output.values()).containsExactly(2 * slope.values()[0], -3 * slope.values()[1]);
    }

    @Test
    void gaussianNoiseAddsScaledDeviates() {
        DenseMatrix input = DenseMatrix.of(new double[][] {{2, -3}});
        DenseMatrix slope = new DenseMatrix(1, 2);
        new GaussianNoise(0.5).apply(input, input, slope, new NumpyRandomSource(1));

        assertThat(input.values())
                .containsExactly(
                        new double[] {2 + 0.5 * 1.6243453636632417, -3 - 0.5 * 0.6117564136500754}, within(1e-15));
        assertThat(slope.values()).containsExactly(1, 1);
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertThatThrownBy(() -> new AlphaDropout(0)).hasMessage("keep_prob must be in (0, 1], got 0.0");
        assertThatThrownBy(() -> new GaussianDropout(1.5)).isInstanceOf(OptionException.class);
        assertThatThrownBy(() -> new GaussianNoise(-0.5)).hasMessage("standard_deviation must be >= 0, got -0.5");
        assertThatThrownBy(() -> new Orthogonality(-1)).hasMessage("lambda must be >= 0, got -1.0");
    }

    @Test
    void orthogonalityIsZeroForOrthonormalRowsAndColumns() {
        DenseMatrix wide = DenseMatrix.of(new double[][] {{0.6, 0.8, 0}, {-0.8, 0.6, 0}});

        assertThat(new Orthogonality(1).penalty(wide, 1)).isCloseTo(0, within(1e-30));
        assertThat(new Orthogonality(1).penalty(wide.transpose(), 1)).isCloseTo(0, within(1e-30));
    }

    @Test
    void orthogonalityPenalizesWhatIsOff() {
        // W Wᵀ − I = [[4, 2], [2, 1]], its squares add up to 25
        DenseMatrix wide = DenseMatrix.of(new double[][] {{1, 2, 0}, {0, 1, 1}});
        DenseMatrix gradient = DenseMatrix.of(new double[][] {{1, 1, 1}, {1, 1, 1}});
        new Orthogonality(0.5).addGradient(wide, 10, gradient);

        assertThat(new Orthogonality(0.5).penalty(wide, 10)).isCloseTo(0.5 / 20 * 25, within(1e-15));
        assertThat(new Orthogonality(0.5).penalty(wide.transpose(), 10)).isCloseTo(0.5 / 20 * 25, within(1e-15));
        // (W Wᵀ − I) W = [[4, 10, 2], [2, 5, 1]]
        assertThat(gradient.values()).containsExactly(new double[] {1.4, 2, 1.2, 1.2, 1.5, 1.1}, within(1e-15));
    }

    private static double[] applyTo(double[] values, Noise noise) {
        DenseMatrix matrix = DenseMatrix.wrap(1, values.length, values);
        noise.apply(matrix, matrix, new DenseMatrix(1, values.length), new SplittableRandomSource(5));
        return values;
    }

    private static double[] standardNormal() {
        SplittableRandomSource random = new SplittableRandomSource(6);
        double[] values = new double[N];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
    }
}
