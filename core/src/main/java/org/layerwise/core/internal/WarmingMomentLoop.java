package org.layerwise.core.internal;

import java.util.function.Supplier;
import org.layerwise.core.AdaptiveMoments.Rule;

/** Number by number at first, in vectors later. */
final class WarmingMomentLoop implements MomentLoop {
    /** So many numbers are updated plainly, some tenths of a second: about what the JIT compiler needs for the other. */
    static final long COLD = 1 << 26;

    private final Warming<MomentLoop> loops;

    /** @param later makes the one in vectors; may be asked more than once */
    WarmingMomentLoop(MomentLoop cold, Supplier<MomentLoop> later) {
        this.loops = new Warming<>(cold, later, COLD);
    }

    @Override
    public void run(
            double[] w,
            double[] g,
            double[] m,
            double[] v,
            Rule rule,
            int from,
            int to,
            double stride,
            double scale,
            double kept) {
        loops.of(to - from).run(w, g, m, v, rule, from, to, stride, scale, kept);
    }
}
