package org.layerwise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import org.junit.jupiter.api.Test;
import org.layerwise.core.AdaptiveMoments;

class WarmingTest {
    private static final int LENGTH = 1 << 16;

    @Test
    void functionsArePlainUntilSoManyNumbersAreComputed() {
        ArrayFunctions warm = mock(ArrayFunctions.class);
        ArrayFunctions functions = new WarmingFunctions(new ScalarArrayFunctions(), () -> warm);
        double[] x = Shapes.random(LENGTH, 1);
        double[] y = new double[LENGTH];
        for (long computed = 0; computed < WarmingFunctions.COLD; computed += LENGTH) {
            functions.tanh(x, y, 0, LENGTH);
        }
        verify(warm, never()).tanh(any(), any(), anyInt(), anyInt());
        assertThat(y[7]).isEqualTo(ScalarFunctions.tanh(x[7]));
        functions.tanh(x, y, 3, 5);
        verify(warm, times(1)).tanh(x, y, 3, 5);
    }

    @Test
    void productsArePlainUntilSoManyMultiplicationsAreDone() {
        PieceMethod warm = mock(PieceMethod.class);
        PieceMethod cold = mock(PieceMethod.class);
        PieceMethod pieces = new WarmingPieces(cold, () -> warm);
        Product product = new Product();
        product.set(Form.PLAIN, 64, 64, 1024, 1, new double[0], new double[0], 0, new double[0]);
        int pieceSize = 32 * 64 * 1024;
        int plain = (int) (WarmingPieces.COLD / pieceSize);
        for (int i = 0; i < plain; i++) {
            pieces.multiply(product, 0, 32, 0, 64);
        }
        verify(warm, never()).multiply(any(), anyInt(), anyInt(), anyInt(), anyInt());
        pieces.multiply(product, 32, 64, 0, 64);
        verify(cold, times(plain)).multiply(any(), anyInt(), anyInt(), anyInt(), anyInt());
        verify(warm, times(1)).multiply(product, 32, 64, 0, 64);
    }

    @Test
    void updatesArePlainUntilSoManyNumbersAreUpdated() {
        MomentLoop warm = mock(MomentLoop.class);
        MomentLoop loop = new WarmingMomentLoop(new ScalarMomentLoop(), () -> warm);
        AdaptiveMoments.Rule rule = new AdaptiveMoments.Rule(0.9, 0.999, 0, 0, 1e-8);
        double[] w = Shapes.random(LENGTH, 1);
        for (long updated = 0; updated < WarmingMomentLoop.COLD; updated += LENGTH) {
            loop.run(w, w, w, w, rule, 0, LENGTH, 1, 1, 1);
        }
        verifyNoInteractions(warm);
        loop.run(w, w, w, w, rule, 3, 5, 1, 2, 3);
        verify(warm, times(1)).run(w, w, w, w, rule, 3, 5, 1, 2, 3);
    }

    @Test
    void theBitsAreTheSameBeforeAndAfter() {
        ProductEngine engine = ProductEngine.java(new WorkerPool(2));
        double[] a = Shapes.random(40 * 333, 1);
        double[] b = Shapes.random(333 * 60, 2);
        double[] before = new double[40 * 60];
        engine.multiply(Form.PLAIN, 40, 60, 333, 1, a, b, 0, before);
        double[] after = new double[40 * 60];
        for (long done = 0; done < 2 * WarmingPieces.COLD; done += 40 * 60 * 333) {
            engine.multiply(Form.PLAIN, 40, 60, 333, 1, a, b, 0, after);
        }
        assertThat(after).isEqualTo(before);
    }
}
