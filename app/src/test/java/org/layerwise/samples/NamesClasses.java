package org.layerwise.samples;

/** Breaks the rule on class names. */
final class NamesClasses {
    private NamesClasses() {}

    static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name);
    }
}
