package org.layerwise.testkit.internal;

import org.layerwise.core.DenseMatrix;
import org.layerwise.regularizers.Constraint;
import org.layerwise.testkit.Subject;

/** The checks of constraints. */
public final class ConstraintChecks {
    private ConstraintChecks() {}

    private static DenseMatrix constrained(Subject<Constraint> subject, DenseMatrix weights) {
        DenseMatrix changed = weights.copy();
        subject.component().apply(changed);
        return changed;
    }

    private static DenseMatrix large(long seed) {
        return DenseMatrix.copyOf(Samples.normal(4, 6, seed).scalarMultiply(100));
    }

    /** Shapes. */
    public static void takesEveryShape(Subject<Constraint> subject) {
        Samples.ofEveryShape()
                .forEach(weights ->
                        Require.finite(constrained(subject, weights), "a matrix of " + weights.shape() + " weights"));
    }

    /** It does something. */
    public static void changesSome(Subject<Constraint> subject) {
        DenseMatrix weights = large(1);
        Require.that(
                !weights.equals(constrained(subject, weights)),
                () -> "weights of both signs up to 300 stay as they are");
    }

    /** Applied until nothing changes any more. */
    public static void comesToRest(Subject<Constraint> subject) {
        DenseMatrix weights = large(2);
        for (int i = 0; i < 2000; i++) {
            subject.component().apply(weights);
        }
        Require.close(weights, constrained(subject, weights), 1e-12, "weights that were constrained 2000 times");
    }

    /** Signs. */
    public static void keepsSigns(Subject<Constraint> subject) {
        for (int seed = 0; seed < 20; seed++) {
            DenseMatrix weights = seed % 2 == 0 ? large(seed) : Samples.normal(4, 6, seed);
            DenseMatrix changed = constrained(subject, weights);
            for (int i = 0; i < 24; i++) {
                double was = weights.values()[i];
                double is = changed.values()[i];
                Require.that(was * is >= 0, () -> "a weight of " + was + " becomes " + is);
            }
        }
    }

    /** Rows in reverse. */
    public static void treatsUnitsAlike(Subject<Constraint> subject) {
        DenseMatrix weights = large(3);
        DenseMatrix expected = reversed(constrained(subject, weights));
        Require.close(expected, constrained(subject, reversed(weights)), 1e-14, "units in reverse order");
    }

    private static DenseMatrix reversed(DenseMatrix matrix) {
        DenseMatrix reversed = matrix.copy();
        int rows = matrix.getRowDimension();
        for (int i = 0; i < rows; i++) {
            reversed.setRow(i, matrix.getRow(rows - 1 - i));
        }
        return reversed;
    }

    /** A column. */
    public static void takesBiases(Subject<Constraint> subject) {
        Require.finite(constrained(subject, Samples.normal(12, 1, 4)), "a column of biases");
    }

    /** Zeros. */
    public static void survivesZeros(Subject<Constraint> subject) {
        Require.finite(constrained(subject, new DenseMatrix(4, 6)), "a matrix of zeros");
    }

    /** Sizes. */
    public static void survivesExtremes(Subject<Constraint> subject) {
        for (double size : new double[] {Double.MIN_VALUE, 1e-310, 1e-200, 1e150, 1e300}) {
            DenseMatrix weights = DenseMatrix.copyOf(Samples.normal(4, 6, 5).scalarMultiply(size));
            Require.finite(constrained(subject, weights), "a matrix of weights of about " + size);
        }
    }

    /** NaN. */
    public static void passesNanOn(Subject<Constraint> subject) {
        DenseMatrix weights = large(6);
        weights.setEntry(2, 3, Double.NaN);
        double is = constrained(subject, weights).getEntry(2, 3);
        Require.that(Double.isNaN(is), () -> "a weight of NaN becomes " + is);
    }

    /** Purity. */
    public static void isPure(Subject<Constraint> subject) {
        DenseMatrix first = constrained(subject, large(7));
        constrained(subject, Samples.normal(2, 2, 8));
        Require.sameBits(first, constrained(subject, large(7)), "the second result for the same weights");
    }

    /** Threads. */
    public static void isThreadSafe(Subject<Constraint> subject) throws Exception {
        DenseMatrix expected = constrained(subject, large(9));
        for (DenseMatrix result : Samples.inThreads(() -> constrained(subject, large(9)))) {
            Require.sameBits(expected, result, "the result in several threads");
        }
    }

    /** Allocation. */
    public static void allocatesNothing(Subject<Constraint> subject) {
        DenseMatrix weights = large(10);
        Allocation.requireNone(() -> {
            weights.values()[0] += 50;
            subject.component().apply(weights);
        });
    }
}
