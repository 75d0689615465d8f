package org.layerwise.dataio.internal;

/**
 * Whether two columns say the same in different words: each value of the one always comes with the same value of the other. So
 * many different values are remembered; when there are more, a sample of them, chosen by hash, and every time that one of these
 * comes is looked at.
 */
public final class OneToOne {
    /** What a value takes in one direction, at the fullest. */
    public static final int BYTES = 64;

    private final Pairs there;
    private final Pairs back;
    private final long examples;
    private boolean equal = true;
    private boolean possible = true;

    /**
     * @param most different values that are remembered
     * @param examples how many will come
     */
    public OneToOne(int most, long examples) {
        this.there = new Pairs(most);
        this.back = new Pairs(most);
        this.examples = examples;
    }

    /**
     * Takes an example.
     *
     * @return whether the answer may still be yes
     */
    public boolean add(double one, double other) {
        long x = Double.doubleToLongBits(one + 0.0);
        long y = Double.doubleToLongBits(other + 0.0);
        equal &= x == y;
        possible &= there.agrees(x, y);
        possible &= back.agrees(y, x);
        possible &= equal || !there.isWhole() || !isAlmostAKey();
        return possible;
    }

    /** Values that hardly ever come twice go with anything. */
    private boolean isAlmostAKey() {
        return there.distinct() * 2 > examples;
    }

    /** Whether it is so: with more than one value, which come twice on average or are equal. */
    public boolean holds() {
        return possible && there.distinct() > 1 && (equal || !isAlmostAKey());
    }

    /** One of how many different values was looked at; 1 where all were. */
    public int oneIn() {
        return equal ? 1 : Math.max(there.oneIn(), back.oneIn());
    }

    /** Which value goes with which: open addressing, bounded by dropping those whose hash has not enough zeros. */
    private static final class Pairs {
        private static final int SMALLEST = 8;

        private final int most;
        private long[] keys = new long[SMALLEST];
        private long[] values = new long[SMALLEST];
        private boolean[] taken = new boolean[SMALLEST];
        private int size;
        private int zeros;

        Pairs(int most) {
            this.most = Math.max(2, most);
        }

        /** Whether this key is new, not looked at, or came with this value before. */
        boolean agrees(long key, long value) {
            long hash = hash(key);
            if (Long.numberOfLeadingZeros(hash) < zeros) {
                return true;
            }
            int at = place(hash, key);
            if (taken[at]) {
                return values[at] == value;
            }
            put(at, key, value);
            if (size > most) {
                zeros++;
                again(keys.length);
            } else if (2 * size > keys.length) {
                again(2 * keys.length);
            }
            return true;
        }

        private void put(int at, long key, long value) {
            taken[at] = true;
            keys[at] = key;
            values[at] = value;
            size++;
        }

        private void again(int slots) {
            long[] oldKeys = keys;
            long[] oldValues = values;
            boolean[] oldTaken = taken;
            keys = new long[slots];
            values = new long[slots];
            taken = new boolean[slots];
            size = 0;
            for (int i = 0; i < oldKeys.length; i++) {
                long hash = hash(oldKeys[i]);
                if (oldTaken[i] && Long.numberOfLeadingZeros(hash) >= zeros) {
                    put(place(hash, oldKeys[i]), oldKeys[i], oldValues[i]);
                }
            }
        }

        private int place(long hash, long key) {
            int mask = keys.length - 1;
            int at = (int) (hash >>> 20) & mask;
            while (taken[at] && keys[at] != key) {
                at = (at + 1) & mask;
            }
            return at;
        }

        private static long hash(long key) {
            return (key ^ (key >>> 32)) * 0x9e3779b97f4a7c15L;
        }

        boolean isWhole() {
            return zeros == 0;
        }

        int oneIn() {
            return 1 << zeros;
        }

        /** How many keys there are; an estimate where only some are looked at. */
        long distinct() {
            return (long) size << zeros;
        }
    }
}
