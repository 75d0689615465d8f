package org.layerwise.dataio.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows of a store in some order: a range, which takes no memory, or part of a list, which parts of it share. */
public final class Rows {
    private static final int[] NONE = {};

    private final int from;
    private final int count;
    private final int[] list;

    private Rows(int from, int count, int[] list) {
        this.from = from;
        this.count = count;
        this.list = list;
    }

    /** 0 … count−1. */
    public static Rows first(int count) {
        return new Rows(0, count, NONE);
    }

    public int count() {
        return count;
    }

    /** The row at a place. */
    public int at(int place) {
        return list.length == 0 ? from + place : list[from + place];
    }

    /** All of them. */
    public int[] list() {
        return list.length == 0
                ? IntStream.range(from, from + count).toArray()
                : Arrays.copyOfRange(list, from, from + count);
    }

    /** Whether these are 0 … count−1, in this order and kept as a range. */
    public boolean isFirst() {
        return list.length == 0 && from == 0;
    }

    /** The rows at these places. */
    public Rows at(int[] places) {
        int[] rows = new int[places.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = at(places[i]);
        }
        return new Rows(0, rows.length, rows);
    }

    /**
     * The rows at these places, which are not copied where these are 0 … count−1: whoever gives them away no longer writes to
     * them.
     */
    public Rows atGiven(int[] places) {
        return isFirst() ? new Rows(0, places.length, places) : at(places);
    }

    /** The rows at the places {@code from … to−1}. */
    public Rows range(int first, int end) {
        return new Rows(from + first, end - first, list);
    }
}
