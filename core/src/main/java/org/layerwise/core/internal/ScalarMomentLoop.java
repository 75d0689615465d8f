package org.layerwise.core.internal;

import org.layerwise.core.AdaptiveMoments.Rule;

/**
 * Number by number, which the JIT compiler turns into vectors; bound by the processor's roots and quotients. {@code 0 x}
 * is 0, or NaN where x is infinite.
 */
final class ScalarMomentLoop implements MomentLoop {
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
        double decay = rule.weightDecay();
        double beta1 = rule.beta1();
        double rest1 = 1 - beta1;
        double beta2 = rule.beta2();
        double rest2 = 1 - beta2;
        double under = rule.under();
        double beside = rule.beside();
        for (int i = from; i < to; i++) {
            double gradient = g[i] + decay * w[i];
            double mean = Math.fma(m[i], beta1, rest1 * gradient);
            double square = Math.fma(v[i], beta2, rest2 * (gradient * gradient));
            m[i] = mean;
            v[i] = square;
            double x = Math.fma(square, scale, under);
            w[i] = kept * w[i] - stride * mean / (Math.sqrt(x) + 0 * x + beside);
        }
    }
}
