package org.layerwise.core.internal;

import org.layerwise.core.AdaptiveMoments.Rule;

/** The loop of {@link org.layerwise.core.AdaptiveMoments} over part of the arrays; every implementation gives the same bits. */
public interface MomentLoop {
    /** The one for this process. */
    static MomentLoop chosen() {
        return Chosen.MOMENTS;
    }

    /** For i from {@code from} to before {@code to}. */
    void run(
            double[] w,
            double[] g,
            double[] m,
            double[] v,
            Rule rule,
            int from,
            int to,
            double stride,
            double scale,
            double kept);
}
