package org.layerwise.testkit;

import java.util.Arrays;
import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.regularizers.Regularizer;
import org.layerwise.testkit.internal.Allocation;
import org.layerwise.testkit.internal.Require;
import org.layerwise.testkit.internal.Samples;

/** The contract of penalties on weights. */
public abstract class RegularizerContract extends Contract<Regularizer> {
    private static final double H = 1e-6;

    /** For subclasses. */
    protected RegularizerContract() {
        super(
                Regularizer.class,
                List.of(
                        new Check<>("takes every shape", RegularizerContract::takesEveryShape),
                        new Check<>("is never negative", RegularizerContract::isNeverNegative),
                        new Check<>("leaves the weights unchanged", RegularizerContract::leavesWeights),
                        new Check<>("gives the same bits for the same weights", RegularizerContract::isPure),
                        new Check<>("gives the same bits in several threads", RegularizerContract::isThreadSafe),
                        new Check<>("adds to the gradient", RegularizerContract::addsToTheGradient),
                        new Check<>("has the gradient that differences show", RegularizerContract::hasItsGradient),
                        new Check<>(
                                "counts the examples in penalty and gradient alike",
                                RegularizerContract::countsExamples),
                        new Check<>(
                                "gives no NaN for weights from 5e-324 to 1e50", RegularizerContract::survivesExtremes),
                        new Check<>("passes NaN on", RegularizerContract::passesNanOn),
                        new Check<>("is finite at weights of zero", RegularizerContract::isFiniteAtZero),
                        new Check<>("allocates nothing once warmed up", RegularizerContract::allocatesNothing)));
    }

    private static DenseMatrix gradient(Regularizer regularizer, DenseMatrix weights, int examples) {
        DenseMatrix gradient = new DenseMatrix(weights.getRowDimension(), weights.getColumnDimension());
        regularizer.addGradient(weights, examples, gradient);
        return gradient;
    }

    private static void takesEveryShape(Subject<Regularizer> subject) {
        Samples.ofEveryShape().forEach(weights -> {
            double penalty = subject.component().penalty(weights, 7);
            Require.that(
                    Double.isFinite(penalty), () -> "the penalty of " + weights.shape() + " weights is " + penalty);
            Require.finite(
                    gradient(subject.component(), weights, 7), "the gradient of " + weights.shape() + " weights");
        });
    }

    private static void isNeverNegative(Subject<Regularizer> subject) {
        for (int seed = 0; seed < 20; seed++) {
            double penalty = subject.component().penalty(Samples.normal(4, 6, seed), 3);
            Require.that(penalty >= 0, () -> "a penalty is " + penalty);
        }
    }

    private static void leavesWeights(Subject<Regularizer> subject) {
        DenseMatrix weights = Samples.normal(4, 6, 1);
        double penalty = subject.component().penalty(weights, 3);
        Require.that(!Double.isNaN(penalty), () -> "a penalty is NaN");
        gradient(subject.component(), weights, 3);
        Require.sameBits(Samples.normal(4, 6, 1), weights, "the weights after penalty and gradient");
    }

    private static void isPure(Subject<Regularizer> subject) {
        DenseMatrix weights = Samples.normal(4, 6, 2);
        double first = subject.component().penalty(weights, 3);
        DenseMatrix gradient = gradient(subject.component(), weights, 3);
        double other = subject.component().penalty(Samples.normal(2, 2, 3), 9);
        Require.that(!Double.isNaN(other), () -> "a penalty is NaN");
        Require.close(
                first, subject.component().penalty(weights, 3), 0, () -> "the second penalty of the same weights");
        Require.sameBits(gradient, gradient(subject.component(), weights, 3), "the second gradient");
    }

    private static void isThreadSafe(Subject<Regularizer> subject) throws Exception {
        DenseMatrix weights = Samples.normal(30, 40, 4);
        DenseMatrix expected = gradient(subject.component(), weights, 3);
        for (DenseMatrix result : Samples.inThreads(() -> gradient(subject.component(), weights, 3))) {
            Require.sameBits(expected, result, "the gradient in several threads");
        }
    }

    private static void addsToTheGradient(Subject<Regularizer> subject) {
        DenseMatrix weights = Samples.normal(4, 6, 5);
        DenseMatrix alone = gradient(subject.component(), weights, 3);
        DenseMatrix sum = Samples.normal(4, 6, 6);
        subject.component().addGradient(weights, 3, sum);
        DenseMatrix before = Samples.normal(4, 6, 6);
        for (int i = 0; i < 24; i++) {
            double expected = before.values()[i] + alone.values()[i];
            Require.close(expected, sum.values()[i], 1e-14, () -> "the sum with a gradient that was there before");
        }
    }

    private static void hasItsGradient(Subject<Regularizer> subject) {
        for (int[] shape : new int[][] {{3, 5}, {5, 3}, {1, 4}, {4, 1}, {3, 3}}) {
            DenseMatrix weights = Samples.normal(shape[0], shape[1], 7);
            DenseMatrix gradient = gradient(subject.component(), weights, 3);
            for (int i = 0; i < weights.values().length; i++) {
                double at = weights.values()[i];
                weights.values()[i] = at + H;
                double above = subject.component().penalty(weights, 3);
                weights.values()[i] = at - H;
                double below = subject.component().penalty(weights, 3);
                weights.values()[i] = at;
                int entry = i;
                Require.close(
                        (above - below) / (2 * H),
                        gradient.values()[i],
                        1e-8,
                        () -> "the derivative of entry " + entry + " of " + weights.shape() + " weights");
            }
        }
    }

    private static void countsExamples(Subject<Regularizer> subject) {
        DenseMatrix weights = Samples.normal(4, 6, 8);
        double ratio =
                subject.component().penalty(weights, 10) / subject.component().penalty(weights, 1);
        DenseMatrix one = gradient(subject.component(), weights, 1);
        DenseMatrix ten = gradient(subject.component(), weights, 10);
        for (int i = 0; i < 24; i++) {
            Require.close(
                    ratio * one.values()[i], ten.values()[i], 1e-13, () -> "the gradient with ten times the examples");
        }
    }

    private static void survivesExtremes(Subject<Regularizer> subject) {
        for (double size : new double[] {Double.MIN_VALUE, 1e-310, 1e-200, 1e20, 1e50}) {
            DenseMatrix weights = DenseMatrix.copyOf(Samples.normal(4, 6, 11).scalarMultiply(size));
            double penalty = subject.component().penalty(weights, 3);
            Require.that(!Double.isNaN(penalty), () -> "the penalty of weights of about " + size + " is NaN");
            Require.noNan(gradient(subject.component(), weights, 3), "the gradient of weights of about " + size);
        }
    }

    private static void passesNanOn(Subject<Regularizer> subject) {
        DenseMatrix weights = Samples.normal(4, 6, 9);
        weights.setEntry(2, 3, Double.NaN);
        double penalty = subject.component().penalty(weights, 3);
        Require.that(Double.isNaN(penalty), () -> "the penalty of a NaN is " + penalty);
    }

    private static void isFiniteAtZero(Subject<Regularizer> subject) {
        DenseMatrix zeros = new DenseMatrix(4, 6);
        double penalty = subject.component().penalty(zeros, 3);
        Require.that(Double.isFinite(penalty), () -> "the penalty of zeros is " + penalty);
        Require.finite(gradient(subject.component(), zeros, 3), "the gradient of zeros");
    }

    private static void allocatesNothing(Subject<Regularizer> subject) {
        DenseMatrix weights = Samples.normal(3, 4, 10);
        DenseMatrix gradient = new DenseMatrix(3, 4);
        double[] sum = new double[1];
        Allocation.requireNone(() -> {
            Arrays.fill(gradient.values(), 0);
            subject.component().addGradient(weights, 3, gradient);
            sum[0] += subject.component().penalty(weights, 3);
        });
    }
}
