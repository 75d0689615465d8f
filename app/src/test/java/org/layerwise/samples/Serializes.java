package org.layerwise.samples;

import java.io.IOException;
import java.io.ObjectOutputStream;

/** Breaks the rule on serialization. */
final class Serializes {
    private Serializes() {}

    static void write(ObjectOutputStream to) throws IOException {
        to.writeInt(1);
    }
}
