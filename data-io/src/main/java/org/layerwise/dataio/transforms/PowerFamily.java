package org.layerwise.dataio.transforms;

/** The formulas of {@link Power}. Near λ = 0 and λ = 2 they go over into logarithms without loss of digits. */
final class PowerFamily {
    private PowerFamily() {}

    static double value(Power.Method method, double x, double lambda) {
        if (method == Power.Method.BOX_COX) {
            return boxCox(Math.log(x), lambda);
        }
        return x >= 0 ? boxCox(Math.log1p(x), lambda) : -boxCox(Math.log1p(-x), 2 - lambda);
    }

    /** {@code (exp(λ ln x) - 1) / λ}. */
    static double boxCox(double logarithm, double lambda) {
        return lambda == 0 ? logarithm : Math.expm1(lambda * logarithm) / lambda;
    }

    /** ln of the slope's part that grows with λ - 1. */
    static double logSlope(Power.Method method, double x) {
        return method == Power.Method.BOX_COX ? Math.log(x) : Math.signum(x) * Math.log1p(Math.abs(x));
    }

    /** x of a value; 0 or infinity, towards which x goes, where no x gives it. */
    static double inverse(Power.Method method, double y, double lambda) {
        if (method == Power.Method.BOX_COX) {
            return Math.exp(logarithm(y, lambda));
        }
        return y >= 0 ? Math.expm1(logarithm(y, lambda)) : -Math.expm1(logarithm(-y, 2 - lambda));
    }

    private static double logarithm(double y, double lambda) {
        return lambda == 0 ? y : Math.log1p(Math.max(-1, lambda * y)) / lambda;
    }
}
