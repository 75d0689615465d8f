package org.layerwise.network.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;

/** On small whole numbers, which floats and their products hold exactly: so doubles give the same numbers. */
class SinglePrecisionTest {
    private static final int OUTPUTS = 3;
    private static final int INPUTS = 4;

    private final RandomSource random = new Splittable().seeded(2);
    private final DenseMatrix w = whole(OUTPUTS, INPUTS);
    private final SinglePrecision products = new SinglePrecision(w);

    private DenseMatrix whole(int rows, int columns) {
        DenseMatrix matrix = new DenseMatrix(rows, columns);
        Arrays.setAll(matrix.values(), i -> random.nextInt(19) - 9);
        return matrix;
    }

    private DenseMatrix forward(DenseMatrix aPrev) {
        DenseMatrix z = new DenseMatrix(OUTPUTS, aPrev.getColumnDimension());
        products.forward(w, aPrev, 0, z);
        return z;
    }

    private DenseMatrix differentiate(DenseMatrix dZ) {
        DenseMatrix dW = new DenseMatrix(OUTPUTS, INPUTS);
        products.differentiate(dZ, 0.5, dW);
        return dW;
    }

    private DenseMatrix backpropagate(DenseMatrix dZ) {
        DenseMatrix dAPrev = new DenseMatrix(INPUTS, dZ.getColumnDimension());
        products.backpropagate(dZ, dAPrev);
        return dAPrev;
    }

    private void check(int examples) {
        DenseMatrix aPrev = whole(INPUTS, examples);
        DenseMatrix dZ = whole(OUTPUTS, examples);
        assertThat(forward(aPrev)).isEqualTo(w.multiply(aPrev));
        assertThat(differentiate(dZ)).isEqualTo(dZ.multiply(aPrev.transpose()).scalarMultiply(0.5));
        assertThat(backpropagate(dZ)).isEqualTo(w.transpose().multiply(dZ));
    }

    @BeforeEach
    void aStepBefore() {
        check(5);
    }

    @Test
    void takesTheWeightsOfEachStep() {
        Arrays.setAll(w.values(), i -> w.values()[i] + 1 + i % 2);
        check(5);
    }

    @Test
    void keepsBatchesOfSeveralSizesApart() {
        for (int examples : new int[] {2, 5, 2, 1, 5}) {
            check(examples);
        }
    }

    @Test
    void anInputThatWasKeptIsTakenForThatInputAlone() {
        DenseMatrix kept = whole(INPUTS, 5);
        products.keep(kept);
        assertThat(forward(kept)).isEqualTo(w.multiply(kept));
        DenseMatrix dZ = whole(OUTPUTS, 5);
        assertThat(differentiate(dZ)).isEqualTo(dZ.multiply(kept.transpose()).scalarMultiply(0.5));
        check(5);
    }

    /** A first layer is not asked for the gradient of its input; one that is frozen not for that of its weights. */
    @Test
    void theWayBackDoesNotTakeTheGradientOfAnEarlierStep() {
        DenseMatrix aPrev = whole(INPUTS, 5);
        forward(aPrev);
        differentiate(whole(OUTPUTS, 5));
        forward(aPrev);
        DenseMatrix dZ = whole(OUTPUTS, 5);
        assertThat(backpropagate(dZ)).isEqualTo(w.transpose().multiply(dZ));
    }
}
