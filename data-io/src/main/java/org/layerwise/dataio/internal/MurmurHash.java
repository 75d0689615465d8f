package org.layerwise.dataio.internal;

import java.nio.charset.StandardCharsets;

/** MurmurHash3 of 32 bits with seed 0, after Austin Appleby's x86 variant. */
public final class MurmurHash {
    private MurmurHash() {}

    /** The hash of a text's UTF-8 bytes. */
    public static int of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int whole = bytes.length & ~3;
        int h = 0;
        for (int i = 0; i < whole; i += 4) {
            h = Integer.rotateLeft(h ^ scrambled(word(bytes, i, i + 4)), 13) * 5 + 0xe6546b64;
        }
        h ^= scrambled(word(bytes, whole, bytes.length)) ^ bytes.length;
        h = (h ^ (h >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return h ^ (h >>> 16);
    }

    private static int word(byte[] bytes, int from, int to) {
        int word = 0;
        for (int i = from; i < to; i++) {
            word |= (bytes[i] & 0xff) << (8 * (i - from));
        }
        return word;
    }

    private static int scrambled(int word) {
        return Integer.rotateLeft(word * 0xcc9e2d51, 15) * 0x1b873593;
    }
}
