package org.layerwise.initializers;

import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;

/**
 * Draws weights whose variance is set by the units that they join: the family of He, Xavier and LeCun.
 *
 * <pre>{@code
 * variance = scale / n,  n = fan_in, fan_out or their mean
 * truncated_normal:      w = sqrt(variance) / 0.8796 · z,  z ~ N(0, 1) cut at ±2
 * untruncated_normal:    w = sqrt(variance) · N(0, 1)
 * uniform:               w = U[−limit, limit),  limit = sqrt(3 variance)
 * }</pre>
 *
 * <p>Shapes: any; row by row.
 * <p>Source: Keras, {@code VarianceScaling}, with its names and defaults.
 *
 * @param scale above 0; default 1
 * @param mode {@code fan_in} (default), {@code fan_out} or {@code fan_avg}
 * @param distribution {@code truncated_normal} (default), {@code untruncated_normal} or {@code uniform}
 */
public record VarianceScaling(double scale, Mode mode, Distribution distribution) implements Initializer {
    /** The standard deviation of a standard normal distribution that is cut at ±2. */
    private static final double CUT_DEVIATION = 0.8796256610342398;

    /** With scale 1, fan_in and the cut normal distribution. */
    public VarianceScaling() {
        this(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL);
    }

    /** @throws org.layerwise.core.OptionException if scale is not above 0 */
    public VarianceScaling {
        requirePositive("scale", scale);
    }

    /** Which units count. */
    public enum Mode {
        /** Those that feed the layer. */
        FAN_IN,
        /** Those of the layer. */
        FAN_OUT,
        /** The mean of both. */
        FAN_AVG
    }

    /** What the weights are drawn from. */
    public enum Distribution {
        /** Normal, cut at two standard deviations and widened to make good for it. */
        TRUNCATED_NORMAL,
        /** Normal. */
        UNTRUNCATED_NORMAL,
        /** Even over an interval around 0. */
        UNIFORM
    }

    @Override
    public void initialize(DenseMatrix weights, Fan fan, RandomSource random) {
        double variance = scale / units(fan);
        switch (distribution) {
            case TRUNCATED_NORMAL -> Draws.truncatedNormal(weights, 0, Math.sqrt(variance) / CUT_DEVIATION, random);
            case UNTRUNCATED_NORMAL -> Draws.normal(weights, 0, Math.sqrt(variance), random);
            case UNIFORM -> {
                double limit = Math.sqrt(3 * variance);
                Draws.uniform(weights, -limit, limit, random);
            }
        }
    }

    private double units(Fan fan) {
        return switch (mode) {
            case FAN_IN -> fan.in();
            case FAN_OUT -> fan.out();
            case FAN_AVG -> (fan.in() + (double) fan.out()) / 2;
        };
    }
}
