package org.layerwise.training.metrics;

/** The spread of the targets of one output and what the predictions leave of it (Welford's updates). */
final class Explained implements Regression.Statistic {
    private final Spread targets = new Spread();
    private final Spread residuals = new Spread();
    private final Sum squaredResiduals = new Sum();

    @Override
    public void add(double prediction, double target) {
        double residual = target - prediction;
        targets.add(target);
        residuals.add(residual);
        squaredResiduals.add(residual * residual);
    }

    /** {@code 1 − Σ(y − ŷ)² / Σ(y − ȳ)²}. */
    double ofSquares() {
        return targets.count < 2 ? Double.NaN : share(squaredResiduals.value());
    }

    /** {@code 1 − Var(y − ŷ) / Var(y)}. */
    double ofVariance() {
        return share(residuals.squares.value());
    }

    private double share(double unexplained) {
        double total = targets.squares.value();
        if (total == 0) {
            return unexplained == 0 ? 1 : 0;
        }
        return 1 - unexplained / total;
    }

    private static final class Spread {
        private final Sum squares = new Sum();
        private long count;
        private double first;
        private double mean;

        /** Counted from the first value, so that equal values have a spread of exactly 0. */
        void add(double value) {
            if (count++ == 0) {
                first = value;
            }
            double shifted = value - first;
            double before = shifted - mean;
            mean += before / count;
            squares.add(before * (shifted - mean));
        }
    }
}
