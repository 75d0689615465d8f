package org.layerwise.training;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ElementWise;

/** Whether all numbers of a matrix are finite, asked for again and again; cores share a large one, nothing is allocated. */
final class Finiteness {
    private final double[] values;
    private final ElementWise look;
    private volatile boolean holds;

    Finiteness(DenseMatrix matrix) {
        this.values = matrix.values();
        this.look = new ElementWise(values.length, (from, to, unused, none, nothing) -> look(from, to));
    }

    /** Looks at the numbers as they are now. */
    boolean holds() {
        holds = true;
        look.run(0, 0, 0);
        return holds;
    }

    private void look(int from, int to) {
        if (holds && !isFinite(values, from, to)) {
            holds = false;
        }
    }

    /** Infinity and NaN times 0 are NaN, and stay so in a sum; eight sums, as an addition takes its time. */
    private static boolean isFinite(double[] values, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        int i = from;
        for (; i <= to - 8; i += 8) {
            a += values[i] * 0;
            b += values[i + 1] * 0;
            c += values[i + 2] * 0;
            d += values[i + 3] * 0;
            e += values[i + 4] * 0;
            f += values[i + 5] * 0;
            g += values[i + 6] * 0;
            h += values[i + 7] * 0;
        }
        for (; i < to; i++) {
            a += values[i] * 0;
        }
        return a + b + c + d + e + f + g + h == 0;
    }
}
