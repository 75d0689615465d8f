package org.layerwise.core.internal;

import java.util.function.Supplier;

/**
 * A way of computing in plain Java while a process is young, one in vectors later: both give the same bits.
 *
 * <p>Vector instructions come of the thorough JIT compiler alone. Until it has compiled a loop, each of them makes
 * objects, and is a hundred times slower than the plain loop; a small run would end before.
 */
final class Warming<T> {
    private final T cold;
    private final Supplier<T> later;
    private final long limit;
    /** Counted without care for other threads: it decides on the speed, not on the result. */
    private long done;

    /** Another thread must not see it before what is in it. */
    private volatile T now;

    /**
     * @param later makes the way in vectors; may be asked more than once
     * @param limit how much work is done plainly
     */
    Warming(T cold, Supplier<T> later, long limit) {
        this.cold = cold;
        this.later = later;
        this.limit = limit;
        this.now = cold;
    }

    /** The way to do this piece of work. */
    T of(long work) {
        T way = now;
        if (way == cold) {
            done += work;
            if (done > limit) {
                way = later.get();
                now = way;
            }
        }
        return way;
    }
}
