package org.layerwise.experiment.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Doubles as text. */
public final class Numbers {
    /** So many digits may be one too many. */
    private static final int SUSPICIOUS = 15;

    private static final int SMALLEST_PLAIN = -3;
    private static final int LARGEST_PLAIN = 7;

    private Numbers() {}

    /**
     * The shortest decimal that reads back as the same double; {@code inf}, {@code -inf} and {@code nan} where it is none. Double.toString gives a digit too many now and then before JDK 19.
     */
    public static String shortest(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        String text = Double.toString(value);
        int digits = new BigDecimal(text).stripTrailingZeros().precision();
        if (digits < SUSPICIOUS) {
            return text;
        }
        BigDecimal shorter = new BigDecimal(value).round(new MathContext(digits - 1, RoundingMode.HALF_EVEN));
        return shorter.doubleValue() == value ? text(shorter.stripTrailingZeros()) : text;
    }

    /** As Double.toString writes numbers: {@code 1.0E23}, {@code 0.001}. */
    private static String text(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        if (exponent >= SMALLEST_PLAIN && exponent < LARGEST_PLAIN) {
            return number.scale() > 0 ? number.toPlainString() : number.toPlainString() + ".0";
        }
        return text(number.movePointLeft(exponent)) + "E" + exponent;
    }
}
