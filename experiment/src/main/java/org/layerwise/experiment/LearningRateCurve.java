package org.layerwise.experiment;

import java.util.List;
import java.util.Optional;

/**
 * What a range test of learning rates found.
 *
 * <pre>{@code
 * s = β s + (1 − β) J,  smoothed = s / (1 − β^t)      with β = 0.9
 * }</pre>
 *
 * <p>Source: Smith, "Cyclical learning rates for training neural networks", 2017; the choice of the steepest descent is
 * that of fastai and PyTorch Lightning.
 * <p>Differs from: both, which smooth with β = 0.98 and take the steepness between neighbours. Here it is taken over a
 * tenth of the steps, which follows the noise of single batches less and lags less behind.
 *
 * @param points one for each update, in order
 * @param ending why the test ended before its last step, for people; empty where it did not
 */
public record LearningRateCurve(List<Point> points, Optional<String> ending) {
    private static final double SMOOTHING = 0.9;
    /** Of the points, on either side of where steepness is taken. */
    private static final double SHARE = 0.05;

    /**
     * One update.
     *
     * @param rate α
     * @param cost J of the batch before the update
     * @param smoothed J of the batches so far, the latest ones most
     */
    public record Point(double rate, double cost, double smoothed) {}

    /** Copies the list. */
    public LearningRateCurve {
        points = List.copyOf(points);
    }

    /** The smoothed cost after one cost more. */
    public static double smooth(List<Double> costs) {
        double sum = 0;
        for (double cost : costs) {
            sum = SMOOTHING * sum + (1 - SMOOTHING) * cost;
        }
        return sum / (1 - Math.pow(SMOOTHING, costs.size()));
    }

    /** The rate at which the smoothed cost falls most steeply over the logarithm of the rate: the one to begin with. */
    public Optional<Point> steepest() {
        int reach = Math.max(1, (int) (SHARE * points.size()));
        Optional<Point> best = Optional.empty();
        double slope = 0;
        for (int i = 2 * reach; i + reach < points.size(); i++) {
            double here =
                    points.get(i + reach).smoothed() - points.get(i - reach).smoothed();
            if (here < slope) {
                slope = here;
                best = Optional.of(points.get(i));
            }
        }
        return best;
    }

    /** Where the smoothed cost is lowest; a tenth of this rate is the careful choice. */
    public Optional<Point> lowest() {
        Optional<Point> best = Optional.empty();
        for (Point point : points) {
            if (best.isEmpty() || point.smoothed() < best.get().smoothed()) {
                best = Optional.of(point);
            }
        }
        return best;
    }
}
