package org.layerwise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class DenseMatrixTest {
    private final DenseMatrix a = DenseMatrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    private final DenseMatrix b = DenseMatrix.of(new double[][] {{1, -1}, {2, 0}, {3, 1}});

    @Test
    void storesRowByRow() {
        assertThat(a.values()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(a.shape()).isEqualTo("2x3");
    }

    @Test
    void wrapsWithoutCopying() {
        double[] values = {1, 2, 3, 4};
        DenseMatrix wrapped = DenseMatrix.wrap(2, 2, values);
        values[3] = 9;
        assertThat(wrapped.getEntry(1, 1)).isEqualTo(9);
        assertThat(wrapped.values()).isSameAs(values);
    }

    @Test
    void copiesAnyRealMatrix() {
        RealMatrix other = new Array2DRowRealMatrix(a.getData());
        assertThat(DenseMatrix.copyOf(other)).isEqualTo(a);
        assertThat(DenseMatrix.copyOf(a)).isEqualTo(a).isNotSameAs(a);
        assertThat(DenseMatrix.copyOf(a).values()).isNotSameAs(a.values());
    }

    @Test
    void keepsTheShapeOfEmptyMatrices() {
        assertThat(DenseMatrix.copyOf(new DenseMatrix(0, 5)).shape()).isEqualTo("0x5");
        assertThat(new DenseMatrix(5, 0).transpose().shape()).isEqualTo("0x5");
        assertThat(new DenseMatrix(0, 5).multiply(new DenseMatrix(5, 3)).shape())
                .isEqualTo("0x3");
        assertThat(new DenseMatrix(0, 5).getData()).isEmpty();
        assertThat(new DenseMatrix(0, 5)).isEqualTo(new DenseMatrix(0, 5)).isNotEqualTo(new DenseMatrix(5, 0));
        assertThat(new DenseMatrix(0, 5)).hasToString("DenseMatrix{}");
    }

    @Test
    void aProductOverNothingIsZero() {
        DenseMatrix product = DenseMatrix.of(new double[][] {{1, 2}, {3, 4}});
        product.setProduct(new DenseMatrix(2, 0), new DenseMatrix(0, 2), 1, 2);
        assertThat(product.values()).containsExactly(2, 4, 6, 8);
        product.setProduct(new DenseMatrix(2, 0), new DenseMatrix(0, 2));
        assertThat(product.values()).containsOnly(0);
    }

    @Test
    void refusesArraysAndRowsThatDoNotFit() {
        assertThatExceptionOfType(ShapeException.class)
                .isThrownBy(() -> DenseMatrix.wrap(2, 3, new double[5]))
                .withMessage("2x3 does not fit 5 values");
        assertThatExceptionOfType(ShapeException.class)
                .isThrownBy(() -> DenseMatrix.of(new double[][] {{1, 2}, {3}}))
                .withMessage("row 1 has 1 entries, row 0 has 2");
        assertThatExceptionOfType(ShapeException.class).isThrownBy(() -> new DenseMatrix(-1, 2));
        assertThatExceptionOfType(ShapeException.class).isThrownBy(() -> new DenseMatrix(65536, 65536));
    }

    @Test
    void multipliesIntoADestination() {
        DenseMatrix c = new DenseMatrix(2, 2);
        c.setProduct(a, b);
        assertThat(c.values()).containsExactly(14, 2, 32, 2);
        c.setProduct(a, b, 2, 0.5);
        assertThat(c.values()).containsExactly(35, 5, 80, 5);
        c.setTransposedProduct(b, b);
        assertThat(c.values()).containsExactly(14, 2, 2, 2);
        c.setProductTransposed(a, a);
        assertThat(c.values()).containsExactly(14, 32, 32, 77);
    }

    @Test
    void doesNotReadTheDestinationWhenBetaIsZeroNorTheOperandsWhenAlphaIs() {
        DenseMatrix c = DenseMatrix.of(new double[][] {{Double.NaN, 1}, {1, 1}});
        c.setProduct(a, b);
        assertThat(c.values()).containsExactly(14, 2, 32, 2);
        c.setProduct(DenseMatrix.wrap(2, 1, new double[] {Double.NaN, 1}), new DenseMatrix(1, 2), 0, 2);
        assertThat(c.values()).containsExactly(28, 4, 64, 4);
    }

    @Test
    void addsAColumnToAProduct() {
        DenseMatrix w = DenseMatrix.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});
        DenseMatrix a = DenseMatrix.of(new double[][] {{1, 0, -1, 2}, {0, 1, 1, 1}});
        DenseMatrix b = DenseMatrix.of(new double[][] {{10}, {20}, {30}});
        DenseMatrix z = new DenseMatrix(3, 4);
        z.setProductPlusColumn(w, a, b);
        assertThat(z.values()).containsExactly(11, 12, 11, 14, 23, 24, 21, 30, 35, 36, 31, 46);
        assertThatThrownBy(() -> z.setProductPlusColumn(w, a, new DenseMatrix(2, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("2x1");
        assertThatThrownBy(() -> z.setProductPlusColumn(a, w, b)).isInstanceOf(ShapeException.class);
    }

    @Test
    void sumsItsRows() {
        DenseMatrix dZ = DenseMatrix.of(new double[][] {{1, 2, 3}, {-4, 5, 0}});
        double[] db = new double[2];
        dZ.sumRows(0.5, db);
        assertThat(db).containsExactly(3, 0.5);
        assertThatThrownBy(() -> dZ.sumRows(1, new double[3]))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("2 sums of rows, not 3");
    }

    @Test
    void sumsAndScaledAdditionsTakeAllEntries() {
        DenseMatrix w = DenseMatrix.of(new double[][] {{3, -4, 0}, {-1, 2, 0.5}});
        assertThat(w.sumOfSquares()).isEqualTo(30.25);
        assertThat(w.sumOfMagnitudes()).isEqualTo(10.5);
        assertThat(w.isFinite()).isTrue();

        DenseMatrix dW = DenseMatrix.of(new double[][] {{1, 1, 1}, {2, 2, Double.NaN}});
        dW.addScaled(2, w);
        assertThat(dW.getData()).isEqualTo(new double[][] {{7, -7, 1}, {0, 6, Double.NaN}});
        assertThat(dW.isFinite()).isFalse();
        assertThatThrownBy(() -> dW.addScaled(1, new DenseMatrix(3, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("3x2")
                .hasMessageContaining("2x3");
    }

    @Test
    void refusesAnOperandAsDestination() {
        DenseMatrix square = new DenseMatrix(2, 2);
        DenseMatrix sameArray = DenseMatrix.wrap(2, 2, square.values());
        DenseMatrix other = new DenseMatrix(2, 2);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> square.setProduct(square, other))
                .withMessageContaining("destination");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> square.setTransposedProduct(other, sameArray));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> square.setProductTransposed(sameArray, other));
    }

    @Test
    void printsEveryShapeWhenTheyDoNotFit() {
        DenseMatrix c = new DenseMatrix(2, 2);
        assertThatExceptionOfType(ShapeException.class)
                .isThrownBy(() -> c.setProduct(a, a))
                .withMessage("2x3 times 2x3 does not fit the destination 2x2");
        assertThatExceptionOfType(ShapeException.class)
                .isThrownBy(() -> new DenseMatrix(3, 2).setProduct(a, b))
                .withMessage("2x3 times 3x2 does not fit the destination 3x2");
        assertThatExceptionOfType(ShapeException.class)
                .isThrownBy(() -> c.setTransposedProduct(a, a))
                .withMessage("transposed 2x3 times 2x3 does not fit the destination 2x2");
        assertThatExceptionOfType(ShapeException.class)
                .isThrownBy(() -> c.setProductTransposed(a, b))
                .withMessage("2x3 times transposed 3x2 does not fit the destination 2x2");
    }
}
