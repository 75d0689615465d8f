package org.layerwise.core;

import org.layerwise.core.internal.Stretches;
import org.layerwise.core.internal.WorkerPool;

/**
 * A loop over the elements of arrays whose iterations do not depend on each other, such as the update of an optimizer:
 * a long one is shared among the processor's cores.
 *
 * <pre>{@code
 * ElementWise descent = new ElementWise(w.length, (from, to, rate, unused, none) -> {
 *     for (int i = from; i < to; i++) {
 *         w[i] -= rate * g[i];
 *     }
 * });
 * descent.run(0.01, 0, 0);
 * }</pre>
 *
 * <p>Made once and run often: {@link #run} allocates nothing. The loop is cut by its length alone and each element is
 * computed by itself, so that results do not depend on the number of threads ({@code -Dlayerwise.threads}). One
 * instance is for one thread at a time.
 */
public final class ElementWise {
    private final int length;
    private final int step;
    private final Body body;
    private final WorkerPool.Task stretch = this::stretch;
    private double first;
    private double second;
    private double third;

    /**
     * @param length how many elements, at least 0
     * @param body what is done with them
     */
    public ElementWise(int length, Body body) {
        this.length = length;
        this.step = Stretches.step(length);
        this.body = body;
    }

    /**
     * Does it once, with zeros for the numbers: for loops over arrays that change from call to call. Where the body is an
     * object that is kept, nothing is allocated.
     */
    public static void share(int length, Body body) {
        Stretches.run(length, body);
    }

    /** Does it for all elements; the numbers are handed to the body. */
    public void run(double first, double second, double third) {
        if (length <= step) {
            body.run(0, length, first, second, third);
            return;
        }
        this.first = first;
        this.second = second;
        this.third = third;
        WorkerPool.shared().run(stretch, (length + step - 1) / step);
    }

    private void stretch(int piece) {
        int from = piece * step;
        body.run(from, Math.min(from + step, length), first, second, third);
    }

    /** What is done with a stretch of elements. */
    @FunctionalInterface
    public interface Body {
        /** Works on the elements from {@code from} to before {@code to}, possibly at the same time as on others. */
        void run(int from, int to, double first, double second, double third);
    }
}
