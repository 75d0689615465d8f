package org.layerwise.optimizers;

import java.util.function.DoubleSupplier;

/**
 * Searches along a direction for a step that meets the strong Wolfe conditions: brackets one, then closes in on it by
 * cubic interpolation.
 *
 * <p>Source: Nocedal, Wright, "Numerical optimization", 2006, algorithms 3.5 and 3.6, with the safeguards of minFunc and
 * PyTorch: an interpolated step near an end of the bracket is moved a tenth inwards the second time. A cost that is not
 * finite counts as too high.
 */
final class StrongWolfe {
    /** What changes less is not worth a step. */
    static final double TINY = 1e-9;

    private static final double DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;

    private final int mostEvaluations;
    private final Point low = new Point();
    private final Point high = new Point();
    private final Point now = new Point();
    private DoubleSupplier elsewhere = () -> Double.NaN;
    private double cost;
    private double slope;
    private boolean stuck;

    /** A step, and the cost and its slope there. */
    private static final class Point {
        double t;
        double cost;
        double slope;

        void set(double t, double cost, double slope) {
            this.t = t;
            this.cost = cost;
            this.slope = slope;
        }

        void set(Point other) {
            set(other.t, other.cost, other.slope);
        }
    }

    StrongWolfe(int mostEvaluations) {
        this.mostEvaluations = mostEvaluations;
    }

    /**
     * The step to take.
     *
     * @param first where to begin
     * @param costHere J at 0
     * @param slopeHere J' at 0, below 0
     * @param evaluation gives the cost at the parameters' values and leaves the gradients there
     */
    double step(Curvature curvature, double first, double costHere, double slopeHere, DoubleSupplier evaluation) {
        elsewhere = evaluation;
        cost = costHere;
        slope = slopeHere;
        stuck = false;
        low.set(0, cost, slope);
        look(curvature, first);
        int looks = bracket(curvature);
        if (looks >= 0) {
            close(curvature, looks);
        }
        return low.t;
    }

    private void look(Curvature curvature, double t) {
        curvature.moveTo(t);
        double found = elsewhere.getAsDouble();
        now.set(t, found, curvature.slope());
    }

    /**
     * Goes out until a step is good (then it is {@code low}, and the result −1), or one lies between {@code low} and
     * {@code high} (then the result is how often it looked).
     */
    private int bracket(Curvature curvature) {
        int looks = 0;
        for (; looks < mostEvaluations; looks++) {
            if (isTooHigh(now) || (looks > 1 && now.cost >= low.cost) || (now.slope >= 0 && !isFlat(now))) {
                order();
                return looks;
            }
            if (isFlat(now)) {
                low.set(now);
                return -1;
            }
            double next = minimum(low, now, now.t + 0.01 * (now.t - low.t), 10 * now.t);
            low.set(now);
            look(curvature, next);
        }
        low.set(0, cost, slope);
        order();
        return mostEvaluations;
    }

    /** The bracket's ends are low and now: the one with the lower cost becomes low. */
    private void order() {
        high.set(now);
        if (!(low.cost <= now.cost) && Double.isFinite(now.cost)) {
            high.set(low);
            low.set(now);
        }
    }

    private void close(Curvature curvature, int before) {
        for (int looks = before; looks < mostEvaluations; looks++) {
            if (Math.abs(high.t - low.t) * curvature.largestMove() < TINY) {
                return;
            }
            look(curvature, inside());
            if (isTooHigh(now) || now.cost >= low.cost) {
                order();
            } else if (isFlat(now)) {
                low.set(now);
                return;
            } else {
                if (now.slope * (high.t - low.t) >= 0) {
                    high.set(low);
                }
                low.set(now);
            }
        }
    }

    /** The minimum of the cubic between the ends, kept from their neighbourhood. */
    private double inside() {
        double least = Math.min(low.t, high.t);
        double most = Math.max(low.t, high.t);
        double t = minimum(low.t <= high.t ? low : high, low.t <= high.t ? high : low, least, most);
        double margin = 0.1 * (most - least);
        if (Math.min(most - t, t - least) >= margin) {
            stuck = false;
            return t;
        }
        if (stuck || t >= most || t <= least) {
            stuck = false;
            return Math.abs(t - most) < Math.abs(t - least) ? most - margin : least + margin;
        }
        stuck = true;
        return t;
    }

    private boolean isTooHigh(Point point) {
        return !(point.cost <= cost + DECREASE * point.t * slope);
    }

    private boolean isFlat(Point point) {
        return Math.abs(point.slope) <= -CURVATURE * slope;
    }

    /** Of the cubic with these values and slopes at a and, further out, b; the middle where there is none. */
    private static double minimum(Point a, Point b, double least, double most) {
        double d1 = a.slope + b.slope - 3 * (a.cost - b.cost) / (a.t - b.t);
        double square = d1 * d1 - a.slope * b.slope;
        if (!(square >= 0 && square < Double.POSITIVE_INFINITY)) {
            return (least + most) / 2;
        }
        double d2 = Math.sqrt(square);
        double t = b.t - (b.t - a.t) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2));
        return Double.isNaN(t) ? (least + most) / 2 : Math.min(Math.max(t, least), most);
    }
}
