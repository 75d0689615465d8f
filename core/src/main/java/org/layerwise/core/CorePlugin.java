package org.layerwise.core;

/** Registers the random number generators. */
public final class CorePlugin implements Plugin {
    @Override
    public void register(Registrar registrar) {
        registrar.add(RandomAlgorithm.class, "splittable", Splittable.class);
        registrar.add(RandomAlgorithm.class, "numpy", Numpy.class);
    }
}
