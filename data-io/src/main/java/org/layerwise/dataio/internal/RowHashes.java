package org.layerwise.dataio.internal;

import java.util.function.IntUnaryOperator;

/**
 * The rows of a part by a hash of 64 bits, in bounded memory: as many distinct ones as there is room for. When there are more,
 * those stay whose hash begins with one more zero, so that what is kept of two parts is the same sample of all possible rows.
 */
public final class RowHashes {
    /** What a row takes while the table is made anew, at the fullest it gets. */
    public static final int BYTES = 64;

    private static final double FULLEST = 0.7;
    private static final long FREE = 0;

    private final int most;
    private final IntUnaryOperator origin;
    private long[] hashes;
    /** Of each kept row: the example that has it and is first in the file, and how many have it. */
    private int[] first;

    private int[] counts;
    /** Leading zeros of the hashes that are kept. */
    private int zeros;

    private int distinct;
    private long kept;

    /**
     * @param most distinct rows that are kept
     * @param origin where an example stands in its file
     */
    public RowHashes(int most, IntUnaryOperator origin) {
        this.most = Math.max(1, most);
        this.origin = origin;
        int slots = (int) Math.min(Integer.MAX_VALUE - 8, (long) (this.most / FULLEST) + 2);
        this.hashes = new long[slots];
        this.first = new int[slots];
        this.counts = new int[slots];
    }

    /** A hash of the values, with 0 and -0 alike; never that of a free slot. */
    public static long hash(double[] values) {
        long hash = values.length;
        for (double value : values) {
            long bits = Double.doubleToLongBits(value + 0.0) * 0x87c37b91114253d5L;
            hash ^= Long.rotateLeft(bits, 31) * 0x4cf5ad432745937fL;
            hash = Long.rotateLeft(hash, 27) * 5 + 0x52dce729;
        }
        return mixed(hash);
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        mixed ^= mixed >>> 33;
        return mixed == FREE ? 1 : mixed;
    }

    /** Takes a row. */
    public void add(long hash, int example) {
        if (!isKept(hash)) {
            return;
        }
        int slot = slot(hash);
        if (hashes[slot] == FREE) {
            if (distinct == most) {
                thin();
                add(hash, example);
                return;
            }
            hashes[slot] = hash;
            first[slot] = example;
            distinct++;
        } else if (origin.applyAsInt(example) < origin.applyAsInt(first[slot])) {
            first[slot] = example;
        }
        counts[slot]++;
        kept++;
    }

    private boolean isKept(long hash) {
        return Long.numberOfLeadingZeros(hash) >= zeros;
    }

    private int slot(long hash) {
        int slot = (int) (((hash & 0xffffffffL) * hashes.length) >>> 32);
        while (hashes[slot] != FREE && hashes[slot] != hash) {
            slot = slot + 1 == hashes.length ? 0 : slot + 1;
        }
        return slot;
    }

    /** Lets go of about half of the rows. */
    private void thin() {
        long[] old = hashes;
        int[] oldFirst = first;
        int[] oldCounts = counts;
        hashes = new long[old.length];
        first = new int[old.length];
        counts = new int[old.length];
        zeros++;
        distinct = 0;
        kept = 0;
        for (int i = 0; i < old.length; i++) {
            if (old[i] != FREE && isKept(old[i])) {
                int slot = slot(old[i]);
                hashes[slot] = old[i];
                first[slot] = oldFirst[i];
                counts[slot] = oldCounts[i];
                distinct++;
                kept += oldCounts[i];
            }
        }
    }

    /** The slot of a row; -1 if no example has it, or it is not among those that are kept. */
    public int find(long hash) {
        if (!isKept(hash)) {
            return -1;
        }
        int slot = slot(hash);
        return hashes[slot] == FREE ? -1 : slot;
    }

    /** The slots there are, taken or not. */
    public int slots() {
        return hashes.length;
    }

    /** The example that has the row of a slot and is first in the file. */
    public int first(int slot) {
        return first[slot];
    }

    /** Where that stands in its file. */
    public int firstOrigin(int slot) {
        return origin.applyAsInt(first[slot]);
    }

    /** How many examples have the row of a slot. */
    public int count(int slot) {
        return counts[slot];
    }

    /** One of how many possible rows are kept. */
    public int oneIn() {
        return 1 << zeros;
    }

    /** Whether more than half of the examples repeat others. */
    public boolean repeats() {
        return distinct * 2L < kept;
    }
}
