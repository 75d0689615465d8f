package org.layerwise.dataio;

/** Examples with features and targets. */
public final class Dataset {}
