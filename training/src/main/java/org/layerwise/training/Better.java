package org.layerwise.training;

/** Which of two values of a metric is the better one. */
public enum Better {
    /** Costs and errors. */
    LOWER {
        @Override
        public boolean improves(double value, double best, double minDelta) {
            return value < best - minDelta;
        }

        @Override
        public boolean reaches(double value, double target) {
            return value <= target;
        }

        @Override
        public double worst() {
            return Double.POSITIVE_INFINITY;
        }
    },
    /** Scores. */
    HIGHER {
        @Override
        public boolean improves(double value, double best, double minDelta) {
            return value > best + minDelta;
        }

        @Override
        public boolean reaches(double value, double target) {
            return value >= target;
        }

        @Override
        public double worst() {
            return Double.NEGATIVE_INFINITY;
        }
    },
    /** The value is a table: it can't be compared, so it can't be monitored and is no column of the epochs' records. */
    NEITHER {
        @Override
        public boolean improves(double value, double best, double minDelta) {
            return false;
        }

        @Override
        public boolean reaches(double value, double target) {
            return false;
        }

        @Override
        public double worst() {
            return Double.NaN;
        }
    };

    /** Whether {@code value} is better than {@code best} by more than {@code minDelta}; NaN never is. */
    public abstract boolean improves(double value, double best, double minDelta);

    /** Whether {@code value} is at least as good as {@code target}; NaN never is. */
    public abstract boolean reaches(double value, double target);

    /** What every number improves on. */
    public abstract double worst();
}
