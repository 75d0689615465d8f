package org.layerwise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.layerwise.core.MatrixProducts;
import org.mockito.verification.VerificationMode;

/** Here no native product is on the class path; a mock stands for it. */
class ProductsTest {
    private final WorkerPool pool = new WorkerPool(2);
    private final NativeProduct sound = mock(NativeProduct.class);
    private final NativeProduct broken = mock(NativeProduct.class);

    @BeforeEach
    void prepare() throws Exception {
        when(sound.name()).thenReturn("some library");
        when(broken.name()).thenReturn("some library");
        doThrow(new IOException("no library")).when(broken).load();
    }

    @Test
    void choosesJavaWhereNothingElseIsThere() {
        ProductEngine chosen = Products.choose("", Optional.empty(), pool);
        assertThat(chosen.implementation().name()).isEqualTo("java");
        assertThat(chosen.implementation().details()).endsWith(", 2 threads");
        assertThat(MatrixProducts.implementation().name()).isEqualTo("java");
    }

    @Test
    void choosesNativeWhereItIsThereAndDoesNotLoadItYet() throws Exception {
        ProductEngine chosen = Products.choose("", Optional.of(sound), pool);
        assertThat(chosen.implementation().name()).isEqualTo("native");
        assertThat(chosen.implementation().details()).startsWith("some library");
        verify(sound, never()).load();
        assertThat(chosen.load()).isEqualTo(chosen.implementation());
        verify(sound).load();
    }

    @Test
    void choosesJavaWhenForced() throws Exception {
        assertThat(Products.choose("java", Optional.of(sound), pool)
                        .implementation()
                        .name())
                .isEqualTo("java");
        verify(sound, never()).load();
    }

    @Test
    void fallsBackToJavaWhenNativeCannotBeLoaded() {
        ProductEngine chosen = Products.choose("", Optional.of(broken), pool);
        assertThat(chosen.implementation().name()).isEqualTo("native");
        assertThat(chosen.load().name()).isEqualTo("java");
        assertThat(chosen.implementation()).isEqualTo(chosen.load());
    }

    /** As the JVM says it of a library for another processor. */
    @Test
    void fallsBackToJavaWhereALibraryDoesNotFit() throws Exception {
        doThrow(new UnsatisfiedLinkError("wrong ELF class")).when(broken).load();
        assertThat(Products.choose("", Optional.of(broken), pool).load().name()).isEqualTo("java");
    }

    @Test
    void warnsOnceOfANativeProductThatCannotBeLoaded() {
        List<String> said = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getLevel().equals(Level.WARNING)) {
                    said.add(record.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("org.layerwise.core");
        logger.addHandler(handler);
        try {
            ProductEngine chosen = Products.choose("", Optional.of(broken), pool);
            chosen.load();
            chosen.load();
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(said)
                .containsExactly("the native product can't be loaded, products are computed in Java: "
                        + "java.io.IOException: no library");
    }

    @Test
    void computesInJavaWhatANativeProductThatCannotBeLoadedWouldHaveComputed() throws Exception {
        double[] a = Shapes.random(90_000, 1);
        double[] b = Shapes.random(90_000, 2);
        double[] expected = new double[90_000];
        Products.choose("java", Optional.empty(), pool).multiply(Form.PLAIN, 300, 300, 300, 1, a, b, 0, expected);
        double[] actual = new double[90_000];
        ProductEngine chosen = Products.choose("", Optional.of(broken), pool);
        chosen.multiply(Form.PLAIN, 300, 300, 300, 1, a, b, 0, actual);
        chosen.multiply(Form.PLAIN, 300, 300, 300, 1, a, b, 0, actual);
        assertThat(actual).isEqualTo(expected);
        assertThat(chosen.implementation().name()).isEqualTo("java");
        verify(broken, times(1)).load();
    }

    @Test
    void loadsAtOnceWhenNativeIsForced() throws Exception {
        Products.choose("native", Optional.of(sound), pool);
        verify(sound).load();
    }

    @Test
    void saysWhatIsMissingWhenNativeIsForced() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Products.choose("native", Optional.empty(), pool))
                .withMessage(
                        "-Dlayerwise.blas=native: no native product on the class path; add the module layerwise-openblas");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Products.choose("native", Optional.of(broken), pool))
                .withMessage(
                        "-Dlayerwise.blas=native: the native product can't be loaded: java.io.IOException: no library");
    }

    @Test
    void refusesAnUnknownChoice() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Products.choose("mkl", Optional.empty(), pool))
                .withMessage("-Dlayerwise.blas=mkl: no such product; java or native");
    }

    @Test
    void givesLargeProductsToNativeAndTinyOnesNot() throws Exception {
        ProductEngine chosen = Products.choose("", Optional.of(sound), pool);
        chosen.multiply(Form.PLAIN, 2, 3, 1, 1, new double[2], new double[3], 0, new double[6]);
        verifyCalls(never());
        verify(sound, never()).load();
        chosen.multiply(Form.PLAIN, 300, 300, 300, 1, new double[90_000], new double[90_000], 0, new double[90_000]);
        verifyCalls(atLeast(1));
        verify(sound, times(1)).load();
    }

    private void verifyCalls(VerificationMode mode) {
        verify(sound, mode)
                .multiply(
                        any(),
                        anyInt(),
                        anyInt(),
                        anyInt(),
                        anyDouble(),
                        any(),
                        anyInt(),
                        anyInt(),
                        any(),
                        anyInt(),
                        anyInt(),
                        anyDouble(),
                        any(),
                        anyInt(),
                        anyInt());
    }
}
