package org.layerwise.dataio.transforms;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BracketFinder;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.layerwise.core.OneOrMore;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;
import org.layerwise.dataio.internal.Constants;

/**
 * Brings skewed numbers near a normal distribution by a power that is fitted to each column.
 *
 * <pre>{@code
 * yeo_johnson   ((x + 1)^λ - 1) / λ               x >= 0, λ ≠ 0        ln(x + 1)     x >= 0, λ = 0
 *               -((1 - x)^(2 - λ) - 1) / (2 - λ)  x < 0,  λ ≠ 2        -ln(1 - x)    x < 0,  λ = 2
 * box_cox       (x^λ - 1) / λ                     x > 0,  λ ≠ 0        ln x          x > 0,  λ = 0
 * }</pre>
 *
 * <p>λ is the one under which the training part's known values are most likely normal: the greatest {@code -n/2 ln σ²(y) +
 * (λ - 1) Σ ln dy₀/dx}, found by Brent's method; a maximum found so is sure to about 1e-8 of λ. Then the column gets mean 0
 * and deviation 1. Missing values stay missing. A constant column keeps λ = 1 and becomes 0; a column without a known value
 * is an error, and so is a number that is not positive under box_cox.
 * <p>As a transform of targets: some outputs of a network no number gives, above -1/λ for λ < 0 for instance, and others only
 * numbers beyond all measure. Predictions are limited to a thousand times the size of the training targets beyond these, where
 * size is their range or their greatest absolute value, whichever is more; how many were is said.
 * <p>Source: Yeo, Johnson, "A new family of power transformations to improve normality or symmetry", 2000; Box, Cox, "An
 * analysis of transformations", 1964; scikit-learn, {@code PowerTransformer}.
 * <p>Differs from: scikit-learn, which gives NaN for outputs that no number gives.
 *
 * @param method {@code yeo_johnson}, or {@code box_cox} for positive numbers; default yeo_johnson
 * @param standardize whether the result gets mean 0 and deviation 1; default true
 * @param columns numeric columns to change; default all
 */
public record Power(
        Method method, boolean standardize, @OneOrMore List<String> columns) implements Transform {
    /** Which family of powers. */
    public enum Method {
        /** For any numbers. */
        YEO_JOHNSON,
        /** For positive numbers. */
        BOX_COX
    }

    private static final int EVALUATIONS = 1000;
    /** So many examples are sorted and added up one by one; of more, moments are taken. */
    private static final int SORTED = 1 << 16;

    public Power() {
        this(Method.YEO_JOHNSON, true, List.of());
    }

    public Power {
        columns = List.copyOf(columns);
    }

    @Override
    public Fitted fit(Dataset training) {
        List<String> names = ColumnPick.names(training, columns, c -> !c.isCategorical(), "numeric");
        int[] places = ColumnPick.indices(training, names);
        List<Found> found = training.isStreamed() || training.examples() > SORTED
                ? LargePowers.of(this, training, places)
                : Arrays.stream(places).mapToObj(c -> found(training, c)).toList();
        return new FittedPower(
                method,
                names,
                found.stream().map(Found::lambda).toList(),
                found.stream().map(Found::mean).toList(),
                found.stream().map(Found::deviation).toList(),
                found.stream().map(Found::least).toList(),
                found.stream().map(Found::greatest).toList());
    }

    /** What is found of a column: its power, mean and deviation of the powers, least and greatest value. */
    record Found(double lambda, double mean, double deviation, double least, double greatest) {}

    Found found(double lambda, double mean, double deviation, double least, double greatest) {
        return new Found(lambda, standardize ? mean : 0, standardize ? deviation : 1, least, greatest);
    }

    Found constant(double value) {
        return found(1, PowerFamily.value(method, value, 1), 1, value, value);
    }

    private Found found(Dataset training, int column) {
        double[] x = ColumnPick.someKnown(training, column);
        Arrays.sort(x); // so that the order of the examples does not show in the last digits
        for (int i = 0; i < training.examples() && x[0] <= 0; i++) {
            requireInDomain(training, i, column, training.feature(i, column));
        }
        if (Constants.isConstant(x)) {
            return constant(x[0]);
        }
        double slopes =
                Arrays.stream(x).map(v -> PowerFamily.logSlope(method, v)).sum();
        double lambda = mostLikely(
                l -> Math.log(variance(powers(x, l))),
                x.length,
                slopes,
                training.columns().get(column).name());
        double[] y = powers(x, lambda);
        double mean = Arrays.stream(y).sum() / y.length;
        return found(lambda, mean, Math.sqrt(variance(y)), x[0], x[x.length - 1]);
    }

    private double[] powers(double[] x, double lambda) {
        return Arrays.stream(x).map(v -> PowerFamily.value(method, v, lambda)).toArray();
    }

    void requireInDomain(Dataset training, int example, int column, double value) {
        if (method == Method.BOX_COX && value <= 0) {
            throw DataException.ofOption(
                    "method",
                    training.place(example, training.columns().get(column)) + ": " + value
                            + " is not positive, as box_cox needs; method yeo_johnson takes any number");
        }
    }

    /**
     * λ of the greatest likelihood.
     *
     * @param logVariance ln of the variance of y for a λ
     * @param slopes the sum of what grows with λ - 1
     */
    static double mostLikely(DoubleUnaryOperator logVariance, long count, double slopes, String column) {
        UnivariateFunction cost = lambda -> {
            double likelihood = -0.5 * count * logVariance.applyAsDouble(lambda) + (lambda - 1) * slopes;
            return Double.isFinite(likelihood) ? -likelihood : Double.MAX_VALUE;
        };
        BracketFinder bracket = new BracketFinder(100, EVALUATIONS);
        try {
            bracket.search(cost, GoalType.MINIMIZE, -2, 2);
        } catch (TooManyEvaluationsException e) {
            throw new DataException(
                    "column '" + column + "': the likelihood of its power has no maximum; leave it out", e);
        }
        double low = Math.min(bracket.getLo(), bracket.getHi());
        double high = Math.max(bracket.getLo(), bracket.getHi());
        return new BrentOptimizer(1e-10, 1e-12)
                .optimize(
                        GoalType.MINIMIZE,
                        new UnivariateObjectiveFunction(cost),
                        new SearchInterval(low, high, bracket.getMid()),
                        new MaxEval(EVALUATIONS))
                .getPoint();
    }

    private static double variance(double[] y) {
        double mean = Arrays.stream(y).sum() / y.length;
        return Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum() / y.length;
    }

    @Override
    public List<String> notes(Dataset training) {
        return Constants.notes(training, columns, "0");
    }
}
