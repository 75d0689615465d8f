package org.layerwise.samples;

/** Breaks the rule on native code. */
record UsesNativeCode(dev.ludovic.netlib.blas.BLAS blas) {}
