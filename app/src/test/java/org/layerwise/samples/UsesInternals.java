package org.layerwise.samples;

/** Breaks the rule on internals. */
record UsesInternals(org.layerwise.core.internal.Form form) {}
