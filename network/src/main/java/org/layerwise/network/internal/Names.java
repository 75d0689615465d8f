package org.layerwise.network.internal;

/** Layer names in messages. */
public final class Names {
    private Names() {}

    /** {@code dense_2} as messages about shapes write it, {@code dense[2]}. */
    public static String place(String name) {
        return name.replaceFirst("_([0-9]+)$", "[$1]");
    }
}
