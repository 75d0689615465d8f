package org.layerwise.core.internal;

import org.layerwise.core.ElementWise;

/** A loop over elements cut into stretches for the cores; one for each thread that asks, so that a call allocates nothing. */
public final class Stretches implements WorkerPool.Task {
    /** The most stretches of one loop. */
    static final int MOST = 64;

    /** A stretch has at least so many elements: what one core does in a few microseconds. */
    private static final int LEAST_ELEMENTS = 1 << 14;

    private static final ElementWise.Body NOTHING = (from, to, first, second, third) -> {};
    private static final ThreadLocal<Stretches> OWN = ThreadLocal.withInitial(Stretches::new);

    private ElementWise.Body body = NOTHING;
    private int length;
    private int step;

    private Stretches() {}

    /** The elements of a stretch; it follows from the length alone. */
    public static int step(int length) {
        return Math.max(LEAST_ELEMENTS, (length + MOST - 1) / MOST);
    }

    /** Does it for {@code length} elements. */
    public static void run(int length, ElementWise.Body body) {
        int step = step(length);
        if (length <= step) {
            body.run(0, length, 0, 0, 0);
            return;
        }
        Stretches own = OWN.get();
        own.length = length;
        own.step = step;
        own.body = body;
        WorkerPool.shared().run(own, (length + step - 1) / step);
        own.body = NOTHING;
    }

    @Override
    public void run(int piece) {
        int from = piece * step;
        body.run(from, Math.min(from + step, length), 0, 0, 0);
    }
}
