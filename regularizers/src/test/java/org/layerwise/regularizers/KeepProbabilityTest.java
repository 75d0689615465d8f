package org.layerwise.regularizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doCallRealMethod;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/** {@code rand < keep_prob}: a number that equals the probability drops the unit. */
class KeepProbabilityTest {
    private static DenseMatrix slope(Noise noise) {
        RandomSource random = mock();
        when(random.nextDouble()).thenReturn(0.5, Math.nextDown(0.5));
        doCallRealMethod().when(random).nextDoubles(any());
        DenseMatrix slope = new DenseMatrix(1, 2);
        noise.apply(DenseMatrix.of(new double[][] {{1, 1}}), new DenseMatrix(1, 2), slope, random);
        return slope;
    }

    @Test
    void aDrawThatEqualsTheProbabilityDrops() {
        assertThat(slope(new Dropout(0.5)).getRow(0)).containsExactly(0, 2);
        assertThat(slope(new DropConnect(0.5)).getRow(0)).containsExactly(0, 2);
        assertThat(slope(new AlphaDropout(0.5)).getEntry(0, 0)).isZero();
        assertThat(slope(new AlphaDropout(0.5)).getEntry(0, 1)).isPositive();
    }
}
