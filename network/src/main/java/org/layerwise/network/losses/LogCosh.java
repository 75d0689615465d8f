package org.layerwise.network.losses;

import org.layerwise.core.Elementary;
import org.layerwise.network.ScalarLoss;
import org.layerwise.network.TargetKind;

/**
 * The logarithm of the hyperbolic cosine of the error: smooth, squared near 0 and absolute far from it.
 *
 * <pre>{@code
 * e  = â − y
 * L  = 1/k Σ ln cosh e = 1/k Σ |e| + ln(1 + e^−2|e|) − ln 2
 * dA = 1/k tanh e
 * }</pre>
 *
 * <p>Shapes: prediction and target are (k, examples).
 * <p>Source: Keras, {@code LogCosh}. Errors below 1/16 are summed as a series, since the formula cancels there.
 */
public record LogCosh() implements ScalarLoss {
    private static final double LN_2 = 0.6931471805599453;
    private static final double SERIES_BELOW = 0.0625;

    @Override
    public TargetKind targets() {
        return TargetKind.NUMERIC;
    }

    @Override
    public double value(double prediction, double target) {
        double e = Math.abs(prediction - target);
        return e < SERIES_BELOW ? series(e * e) : e + Elementary.log1p(Elementary.exp(-2 * e)) - LN_2;
    }

    @Override
    public double derivative(double prediction, double target) {
        return Elementary.tanh(prediction - target);
    }

    /** ln cosh e by powers of e²: 1/2, −1/12, 1/45, −17/2520, 31/14175, −691/935550. */
    private static double series(double square) {
        double sum = -691.0 / 935550;
        sum = sum * square + 31.0 / 14175;
        sum = sum * square - 17.0 / 2520;
        sum = sum * square + 1.0 / 45;
        sum = sum * square - 1.0 / 12;
        return (sum * square + 0.5) * square;
    }
}
