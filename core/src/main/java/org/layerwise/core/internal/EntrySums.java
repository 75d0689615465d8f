package org.layerwise.core.internal;

/**
 * Sums over all entries of an array: each in eight parts whose additions do not wait for each other; a long array is cut
 * into stretches that the cores share. Cuts and parts follow from the length alone, so that the number of threads does not
 * change a bit. Nothing is allocated once a thread has its own.
 */
public final class EntrySums {
    private static final double[] NONE = {};
    private static final ThreadLocal<EntrySums> OWN = ThreadLocal.withInitial(() -> new EntrySums(WorkerPool.shared()));

    private final WorkerPool pool;
    private final double[] sums = new double[Stretches.MOST];
    private final WorkerPool.Task stretch = this::stretch;
    private double[] values = NONE;
    private Term term = Term.SQUARE;
    private int step;

    EntrySums(WorkerPool pool) {
        this.pool = pool;
    }

    /** What is added up. */
    enum Term {
        /** {@code x²}. */
        SQUARE,
        /** {@code |x|}. */
        MAGNITUDE,
        /** {@code 0 · x}: 0, or NaN where x is NaN or infinite. */
        NOTHING
    }

    /** {@code Σ x²}. */
    public static double ofSquares(double[] x) {
        return OWN.get().sum(Term.SQUARE, x);
    }

    /** {@code Σ |x|}. */
    public static double ofMagnitudes(double[] x) {
        return OWN.get().sum(Term.MAGNITUDE, x);
    }

    /** Whether no entry is NaN or infinite. */
    public static boolean areFinite(double[] x) {
        return OWN.get().sum(Term.NOTHING, x) == 0;
    }

    double sum(Term wanted, double[] x) {
        step = Stretches.step(x.length);
        int count = (x.length + step - 1) / step;
        term = wanted;
        values = x;
        pool.run(stretch, count);
        values = NONE;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += sums[i];
        }
        return sum;
    }

    private void stretch(int number) {
        int from = number * step;
        int to = Math.min(from + step, values.length);
        sums[number] = switch (term) {
            case SQUARE -> squares(values, from, to);
            case MAGNITUDE -> magnitudes(values, from, to);
            case NOTHING -> nothings(values, from, to);
        };
    }

    private static double squares(double[] x, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = from;
        for (; i <= to - 8; i += 8) {
            s0 += x[i] * x[i];
            s1 += x[i + 1] * x[i + 1];
            s2 += x[i + 2] * x[i + 2];
            s3 += x[i + 3] * x[i + 3];
            s4 += x[i + 4] * x[i + 4];
            s5 += x[i + 5] * x[i + 5];
            s6 += x[i + 6] * x[i + 6];
            s7 += x[i + 7] * x[i + 7];
        }
        for (; i < to; i++) {
            s0 += x[i] * x[i];
        }
        return total(s0, s1, s2, s3, s4, s5, s6, s7);
    }

    private static double magnitudes(double[] x, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = from;
        for (; i <= to - 8; i += 8) {
            s0 += Math.abs(x[i]);
            s1 += Math.abs(x[i + 1]);
            s2 += Math.abs(x[i + 2]);
            s3 += Math.abs(x[i + 3]);
            s4 += Math.abs(x[i + 4]);
            s5 += Math.abs(x[i + 5]);
            s6 += Math.abs(x[i + 6]);
            s7 += Math.abs(x[i + 7]);
        }
        for (; i < to; i++) {
            s0 += Math.abs(x[i]);
        }
        return total(s0, s1, s2, s3, s4, s5, s6, s7);
    }

    private static double nothings(double[] x, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = from;
        for (; i <= to - 8; i += 8) {
            s0 += x[i] * 0;
            s1 += x[i + 1] * 0;
            s2 += x[i + 2] * 0;
            s3 += x[i + 3] * 0;
            s4 += x[i + 4] * 0;
            s5 += x[i + 5] * 0;
            s6 += x[i + 6] * 0;
            s7 += x[i + 7] * 0;
        }
        for (; i < to; i++) {
            s0 += x[i] * 0;
        }
        return total(s0, s1, s2, s3, s4, s5, s6, s7);
    }

    private static double total(
            double s0, double s1, double s2, double s3, double s4, double s5, double s6, double s7) {
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
    }
}
