package org.layerwise.optimizers;

import java.util.List;

/** Lists of times. */
final class Times {
    private Times() {}

    /** Whether each is above the one before and none below 0. */
    static boolean ascend(List<Long> times) {
        long last = -1;
        for (long time : times) {
            if (time <= last) {
                return false;
            }
            last = time;
        }
        return true;
    }

    /** How many of them are at most this time. */
    static int upTo(List<Long> times, long time) {
        int count = 0;
        while (count < times.size() && times.get(count) <= time) {
            count++;
        }
        return count;
    }
}
