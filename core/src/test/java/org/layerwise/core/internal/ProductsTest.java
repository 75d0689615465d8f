package org.layerwise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.layerwise.core.MatrixProducts;

/** Here no native product is on the class path. */
class ProductsTest {
    private final WorkerPool pool = new WorkerPool(2);

    @Test
    void choosesJavaWhereNothingElseIsThere() {
        assertThat(Products.choose("", pool).implementation().name()).isEqualTo("java");
        assertThat(Products.choose("java", pool).implementation().details()).endsWith(", 2 threads");
        assertThat(MatrixProducts.implementation().name()).isEqualTo("java");
    }

    @Test
    void saysWhatIsMissingWhenNativeIsForced() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Products.choose("native", pool))
                .withMessage(
                        "-Dlayerwise.blas=native: no native product on the class path; add the module layerwise-openblas");
    }

    @Test
    void refusesAnUnknownChoice() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Products.choose("mkl", pool))
                .withMessage("-Dlayerwise.blas=mkl: no such product; java or native");
    }
}
