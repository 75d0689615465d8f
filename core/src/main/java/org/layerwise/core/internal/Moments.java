package org.layerwise.core.internal;

import org.layerwise.core.AdaptiveMoments.Rule;

/** What the loop of {@link org.layerwise.core.AdaptiveMoments} works on: arrays of one length, and its rule. */
public final class Moments {
    final double[] w;
    final double[] g;
    final double[] m;
    final double[] v;
    final Rule rule;

    /** Of weights, dW and its averages. */
    @SuppressWarnings("ArrayParameters")
    public Moments(double[] w, double[] g, double[] m, double[] v, Rule rule) {
        this.w = w;
        this.g = g;
        this.m = m;
        this.v = v;
        this.rule = rule;
    }
}
