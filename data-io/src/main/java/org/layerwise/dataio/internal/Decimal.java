package org.layerwise.dataio.internal;

import java.math.BigInteger;

/**
 * Reads decimal numbers from characters, correctly rounded, without making strings.
 *
 * <p>Up to 19 digits go through one or two 64-bit multiplications with a 128-bit power of five; the few inputs for which
 * that does not decide the rounding, and longer ones, go to {@link Double#parseDouble}.
 *
 * <p>Source: Lemire, "Number parsing at a gigabyte per second", 2021.
 */
public final class Decimal {
    private static final int LEAST_POWER = -342;
    private static final int GREATEST_POWER = 308;
    private static final int MOST_DIGITS = 19;
    private static final long EXACT = 1L << 53;
    private static final double[] EXACT_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** High and low word of each power of five, scaled so that the highest bit is set. */
    private static final long[] POWERS = powers();

    private final char point;
    private double value;

    /** Numbers with decimal points. */
    public Decimal() {
        this('.');
    }

    /** @param point what separates the decimals */
    public Decimal(char point) {
        this.point = point;
    }

    /**
     * Whether the characters are a decimal number: digits with an optional sign, point and exponent, nothing else.
     * {@link #value} then has it.
     */
    public boolean parse(char[] text, int from, int length) {
        int end = from + length;
        int at = from;
        boolean negative = at < end && text[at] == '-';
        if (at < end && (text[at] == '-' || text[at] == '+')) {
            at++;
        }
        long digits = 0;
        int significant = 0;
        int seen = 0;
        int exponent = 0;
        boolean decimals = false;
        for (; at < end; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                seen++;
                if (significant > 0 || digit > 0) {
                    significant++;
                }
                if (significant <= MOST_DIGITS) {
                    digits = digits * 10 + digit;
                }
                exponent -= decimals ? 1 : 0;
            } else if (text[at] == point && !decimals) {
                decimals = true;
            } else {
                break;
            }
        }
        if (seen == 0) {
            return false;
        }
        if (at < end) {
            int written = exponent(text, at, end);
            if (written == Integer.MIN_VALUE) {
                return false;
            }
            exponent += written;
        }
        if (significant > MOST_DIGITS) {
            value = slowly(text, from, length);
            return true;
        }
        double magnitude = magnitude(digits, exponent);
        if (Double.isNaN(magnitude)) {
            value = slowly(text, from, length);
        } else {
            value = negative ? -magnitude : magnitude;
        }
        return true;
    }

    private double slowly(char[] text, int from, int length) {
        return Double.parseDouble(new String(text, from, length).replace(point, '.'));
    }

    /** The number that was read last. */
    public double value() {
        return value;
    }

    /** The exponent after e, limited to what makes a difference; the least int where there is none. */
    private static int exponent(char[] text, int e, int end) {
        int at = e + 1;
        if ((text[e] != 'e' && text[e] != 'E') || at == end) {
            return Integer.MIN_VALUE;
        }
        boolean negative = text[at] == '-';
        if (text[at] == '-' || text[at] == '+') {
            at++;
        }
        if (at == end) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; at < end; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            exponent = Math.min(exponent * 10 + digit, 100_000_000);
        }
        return negative ? -exponent : exponent;
    }

    /** {@code digits · 10^power}; NaN where the quick way does not decide. */
    private static double magnitude(long digits, int power) {
        if (digits >= 0 && digits <= EXACT && Math.abs(power) < EXACT_POWERS.length) {
            return power < 0 ? digits / EXACT_POWERS[-power] : digits * EXACT_POWERS[power];
        }
        if (digits == 0 || power < LEAST_POWER) {
            return 0;
        }
        return power > GREATEST_POWER ? Double.POSITIVE_INFINITY : rounded(digits, power);
    }

    private static double rounded(long digits, int power) {
        int zeros = Long.numberOfLeadingZeros(digits);
        long w = digits << zeros;
        int index = 2 * (power - LEAST_POWER);
        long high = unsignedHigh(w, POWERS[index]);
        long low = w * POWERS[index];
        if ((high & 0x1FF) == 0x1FF) {
            long more = unsignedHigh(w, POWERS[index + 1]);
            low += more;
            if (Long.compareUnsigned(more, low) > 0) {
                high++;
            }
        }
        if (low == -1 && (power < -27 || power > 55)) {
            return Double.NaN;
        }
        int upper = (int) (high >>> 63);
        long mantissa = high >>> (upper + 9);
        int exponent = (int) ((217_706L * power) >> 16) + 63 + upper - zeros + 1023;
        if (exponent <= 0) {
            return Double.NaN;
        }
        boolean mayBeHalfway = Long.compareUnsigned(low, 1) <= 0 && power >= -4 && power <= 23 && (mantissa & 3) == 1;
        if (mayBeHalfway && (mantissa << (upper + 9)) == high) {
            mantissa &= ~1L;
        }
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        if (mantissa >= 1L << 53) {
            mantissa = 1L << 52;
            exponent++;
        }
        return exponent >= 0x7FF
                ? Double.POSITIVE_INFINITY
                : Double.longBitsToDouble((mantissa & ~(1L << 52)) | ((long) exponent << 52));
    }

    private static long unsignedHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }

    private static long[] powers() {
        long[] words = new long[2 * (GREATEST_POWER - LEAST_POWER + 1)];
        BigInteger five = BigInteger.valueOf(5);
        BigInteger power = BigInteger.ONE;
        for (int q = 0; q <= -LEAST_POWER; q++) {
            if (q <= GREATEST_POWER) {
                store(
                        words,
                        q,
                        power.shiftLeft(Math.max(0, 128 - power.bitLength()))
                                .shiftRight(Math.max(0, power.bitLength() - 128)));
            }
            if (q > 0) {
                store(words, -q, reciprocal(power));
            }
            power = power.multiply(five);
        }
        return words;
    }

    /** The first 128 bits of 1 / power, rounded up. */
    private static BigInteger reciprocal(BigInteger power) {
        int bits = power.subtract(BigInteger.ONE).bitLength() + 127;
        return BigInteger.ONE.shiftLeft(bits).divide(power).add(BigInteger.ONE);
    }

    private static void store(long[] words, int q, BigInteger bits) {
        int index = 2 * (q - LEAST_POWER);
        words[index] = bits.shiftRight(64).longValue();
        words[index + 1] = bits.longValue();
    }
}
