package org.layerwise.core.internal;

import java.util.function.Supplier;

/**
 * Number by number at first, in vectors later: both give the same bits.
 *
 * <p>Vector instructions come of the thorough JIT compiler alone. Until it has compiled a loop, each of them makes
 * objects, and is a hundred times slower than the plain loop; a small run would end before.
 */
final class WarmingFunctions implements ArrayFunctions {
    /** So many numbers are computed plainly, some milliseconds of work. */
    static final long COLD = 1 << 20;

    private final ArrayFunctions cold;
    private final Supplier<ArrayFunctions> later;
    /** Counted without care for other threads: it decides on the speed, not on the result. */
    private long computed;

    private ArrayFunctions now;

    /** @param later makes those in vectors; may be asked more than once */
    WarmingFunctions(ArrayFunctions cold, Supplier<ArrayFunctions> later) {
        this.cold = cold;
        this.now = cold;
        this.later = later;
    }

    private ArrayFunctions functions(int count) {
        ArrayFunctions functions = now;
        if (functions == cold) {
            computed += count;
            if (computed > COLD) {
                functions = later.get();
                now = functions;
            }
        }
        return functions;
    }

    @Override
    public void exp(double[] x, double[] y, int from, int to) {
        functions(to - from).exp(x, y, from, to);
    }

    @Override
    public void log(double[] x, double[] y, int from, int to) {
        functions(to - from).log(x, y, from, to);
    }

    @Override
    public void log1p(double[] x, double[] y, int from, int to) {
        functions(to - from).log1p(x, y, from, to);
    }

    @Override
    public void tanh(double[] x, double[] y, int from, int to) {
        functions(to - from).tanh(x, y, from, to);
    }

    @Override
    public void sigmoid(double[] x, double[] y, int from, int to) {
        functions(to - from).sigmoid(x, y, from, to);
    }

    @Override
    public void softplus(double[] x, double[] y, int from, int to) {
        functions(to - from).softplus(x, y, from, to);
    }

    @Override
    public void passWherePositive(double[] x, double[] y, double[] z, int from, int to) {
        functions(to - from).passWherePositive(x, y, z, from, to);
    }
}
