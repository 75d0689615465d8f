package org.layerwise.testkit;

import java.util.Arrays;
import java.util.List;
import org.layerwise.activations.Activation;
import org.layerwise.activations.ScalarActivation;
import org.layerwise.core.DenseMatrix;
import org.layerwise.testkit.internal.Allocation;
import org.layerwise.testkit.internal.Require;
import org.layerwise.testkit.internal.Samples;

/**
 * The contract of activations.
 *
 * <pre>{@code
 * class MyActivationsTest extends ActivationContract {
 *     @Override
 *     protected Stream<Subject<Activation>> subjects() {
 *         return registeredBy(MyPlugin.class, List.of());
 *     }
 * }
 * }</pre>
 */
public abstract class ActivationContract extends Contract<Activation> {
    private static final double H = 1e-5;

    /** For subclasses. */
    protected ActivationContract() {
        super(
                Activation.class,
                List.of(
                        new Check<>("writes every entry, whatever the shape", ActivationContract::writesEveryEntry),
                        new Check<>("leaves its input unchanged", ActivationContract::leavesItsInput),
                        new Check<>("gives the same bits for the same input", ActivationContract::isPure),
                        new Check<>("gives the same bits in several threads", ActivationContract::isThreadSafe),
                        new Check<>("works in place", ActivationContract::worksInPlace),
                        new Check<>("goes back in place", ActivationContract::goesBackInPlace),
                        new Check<>("goes back without Z where it says so", ActivationContract::goesBackFromOutput),
                        new Check<>("treats each example alone", ActivationContract::treatsExamplesAlone),
                        new Check<>("treats examples alike, in any order", ActivationContract::treatsExamplesAlike),
                        new Check<>("has the gradient that differences show", ActivationContract::hasItsGradient),
                        new Check<>("is linear on the way back", ActivationContract::isLinearBackwards),
                        new Check<>("gives no NaN for finite input", ActivationContract::staysWithoutNan),
                        new Check<>(
                                "has no NaN in the derivative for finite input",
                                ActivationContract::derivativeWithoutNan),
                        new Check<>("goes to its limit at infinity, or gives NaN", ActivationContract::takesInfinity),
                        new Check<>("passes NaN on", ActivationContract::passesNanOn),
                        new Check<>("says the same by number and by matrix", ActivationContract::scalarAgrees),
                        new Check<>("allocates nothing once warmed up", ActivationContract::allocatesNothing)));
    }

    private static DenseMatrix apply(Activation activation, DenseMatrix z) {
        DenseMatrix a = Samples.unwritten(z);
        activation.apply(z, a);
        return a;
    }

    private static DenseMatrix back(Activation activation, DenseMatrix z, DenseMatrix dA) {
        DenseMatrix dZ = Samples.unwritten(z);
        activation.backpropagate(z, apply(activation, z), dA, dZ);
        return dZ;
    }

    private static void writesEveryEntry(Subject<Activation> subject) {
        Samples.ofEveryShape().forEach(z -> {
            Require.noNan(apply(subject.component(), z), "the output of a " + z.shape() + " input");
            Require.noNan(back(subject.component(), z, z), "dZ of a " + z.shape() + " input");
        });
    }

    private static void leavesItsInput(Subject<Activation> subject) {
        DenseMatrix z = Samples.normal(5, 7, 1);
        DenseMatrix dA = Samples.normal(5, 7, 2);
        DenseMatrix a = apply(subject.component(), z);
        DenseMatrix kept = a.copy();
        subject.component().backpropagate(z, a, dA, Samples.unwritten(z));
        Require.sameBits(Samples.normal(5, 7, 1), z, "Z after apply and backpropagate");
        Require.sameBits(Samples.normal(5, 7, 2), dA, "dA after backpropagate");
        Require.sameBits(kept, a, "A after backpropagate");
    }

    private static void isPure(Subject<Activation> subject) {
        DenseMatrix z = Samples.normal(5, 7, 3);
        DenseMatrix first = apply(subject.component(), z);
        DenseMatrix back = back(subject.component(), z, first);
        apply(subject.component(), Samples.normal(2, 9, 4));
        Require.sameBits(first, apply(subject.component(), z), "the second output for one input");
        Require.sameBits(back, back(subject.component(), z, first), "the second dZ for one input");
    }

    private static void isThreadSafe(Subject<Activation> subject) throws Exception {
        DenseMatrix z = Samples.normal(9, 500, 5);
        DenseMatrix expected = back(subject.component(), z, z);
        for (DenseMatrix result : Samples.inThreads(() -> back(subject.component(), z, z))) {
            Require.sameBits(expected, result, "dZ in several threads");
        }
    }

    private static void worksInPlace(Subject<Activation> subject) {
        DenseMatrix z = Samples.normal(5, 7, 6);
        DenseMatrix expected = apply(subject.component(), z);
        subject.component().apply(z, z);
        Require.sameBits(expected, z, "A in place of Z");
    }

    private static void goesBackInPlace(Subject<Activation> subject) {
        DenseMatrix z = Samples.normal(5, 7, 6);
        DenseMatrix dA = Samples.normal(5, 7, 7);
        DenseMatrix expected = back(subject.component(), z, dA);
        subject.component().backpropagate(z, apply(subject.component(), z), dA, dA);
        Require.sameBits(expected, dA, "dZ in place of dA");
    }

    private static void goesBackFromOutput(Subject<Activation> subject) {
        if (!subject.component().backpropagatesFromOutput()) {
            return;
        }
        DenseMatrix z = Samples.normal(5, 7, 6);
        DenseMatrix dA = Samples.normal(5, 7, 7);
        DenseMatrix expected = back(subject.component(), z, dA);
        DenseMatrix a = apply(subject.component(), z);
        subject.component().backpropagate(a, a, dA, dA);
        Require.sameBits(expected, dA, "dZ with A in place of Z");
    }

    private static void treatsExamplesAlone(Subject<Activation> subject) {
        DenseMatrix z = Samples.normal(4, 37, 8);
        DenseMatrix a = apply(subject.component(), z);
        DenseMatrix dZ = back(subject.component(), z, z);
        for (int j = 0; j < 37; j++) {
            DenseMatrix column = DenseMatrix.copyOf(z.getColumnMatrix(j));
            DenseMatrix alone = apply(subject.component(), column);
            Require.sameBits(DenseMatrix.copyOf(a.getColumnMatrix(j)), alone, "example " + j + " alone");
            DenseMatrix back = back(subject.component(), column, column);
            Require.sameBits(DenseMatrix.copyOf(dZ.getColumnMatrix(j)), back, "dZ of example " + j + " alone");
        }
    }

    private static void treatsExamplesAlike(Subject<Activation> subject) {
        DenseMatrix z = Samples.normal(3, 11, 9);
        DenseMatrix a = apply(subject.component(), z);
        Require.sameBits(reversed(a), apply(subject.component(), reversed(z)), "examples in reverse order");
    }

    private static DenseMatrix reversed(DenseMatrix matrix) {
        int columns = matrix.getColumnDimension();
        DenseMatrix reversed = matrix.copy();
        for (int j = 0; j < columns; j++) {
            reversed.setColumn(j, matrix.getColumn(columns - 1 - j));
        }
        return reversed;
    }

    private static void hasItsGradient(Subject<Activation> subject) {
        DenseMatrix z = Samples.normal(4, 30, 10);
        DenseMatrix dA = Samples.normal(4, 30, 11);
        DenseMatrix dZ = back(subject.component(), z, dA);
        int kinks = 0;
        for (int i = 0; i < z.values().length; i++) {
            double at = z.values()[i];
            double here = along(subject, z, dA, i, at);
            double above = along(subject, z, dA, i, at + H);
            double below = along(subject, z, dA, i, at - H);
            if (Math.abs((above - here) - (here - below)) > 1e-3 * H) {
                kinks++;
            } else {
                double analytic = dZ.values()[i];
                Require.close((above - below) / (2 * H), analytic, 1e-7, () -> "the derivative at " + at);
            }
        }
        int found = kinks;
        Require.that(found < 12, () -> "a tenth of random points are kinks: " + found + " of 120");
    }

    /** {@code Σ dA ∘ g(Z)} over the column of entry i, with another value there. */
    private static double along(Subject<Activation> subject, DenseMatrix z, DenseMatrix dA, int i, double value) {
        int j = i % z.getColumnDimension();
        DenseMatrix column = DenseMatrix.copyOf(z.getColumnMatrix(j));
        column.setEntry(i / z.getColumnDimension(), 0, value);
        DenseMatrix a = apply(subject.component(), column);
        double sum = 0;
        for (int k = 0; k < a.getRowDimension(); k++) {
            sum += dA.getEntry(k, j) * a.getEntry(k, 0);
        }
        return sum;
    }

    private static void isLinearBackwards(Subject<Activation> subject) {
        DenseMatrix z = Samples.normal(4, 9, 12);
        DenseMatrix dA = Samples.normal(4, 9, 13);
        DenseMatrix once = back(subject.component(), z, dA);
        DenseMatrix twice = back(subject.component(), z, dA.scalarMultiply(2));
        Require.sameBits(once.scalarMultiply(2), twice, "dZ for twice the dA");
    }

    private static void staysWithoutNan(Subject<Activation> subject) {
        DenseMatrix z = Samples.extremes();
        Require.noNan(apply(subject.component(), z), "the output for " + z);
        Require.noNan(apply(subject.component(), z.transpose()), "the output for one example of " + z);
    }

    private static void derivativeWithoutNan(Subject<Activation> subject) {
        DenseMatrix z = Samples.extremes();
        DenseMatrix ones = z.copy();
        Arrays.fill(ones.values(), 1);
        DenseMatrix dZ = back(subject.component(), z, ones);
        for (int i = 0; i < z.values().length; i++) {
            int at = i;
            Require.that(!Double.isNaN(dZ.values()[i]), () -> "the derivative at " + z.values()[at] + " is NaN");
        }
    }

    private static void takesInfinity(Subject<Activation> subject) {
        for (double sign : new double[] {1, -1}) {
            DenseMatrix infinite = DenseMatrix.wrap(1, 1, new double[] {sign * Double.POSITIVE_INFINITY});
            DenseMatrix large = DenseMatrix.wrap(1, 1, new double[] {sign * 1e300});
            double limit = apply(subject.component(), infinite).getEntry(0, 0);
            double near = apply(subject.component(), large).getEntry(0, 0);
            boolean agrees = Math.abs(near) > 1e100
                    ? Math.abs(limit) >= Math.abs(near) && limit * near > 0
                    : Math.abs(limit - near) <= 1e-12;
            Require.that(
                    Double.isNaN(limit) || agrees,
                    () -> "at " + infinite.getEntry(0, 0) + " it is " + limit + ", but at " + large.getEntry(0, 0) + " "
                            + near);
        }
    }

    private static void allocatesNothing(Subject<Activation> subject) {
        DenseMatrix z = Samples.normal(3, 4, 16);
        DenseMatrix a = z.copy();
        DenseMatrix dZ = z.copy();
        Allocation.requireNone(() -> {
            subject.component().apply(z, a);
            subject.component().backpropagate(z, a, a, dZ);
        });
    }

    private static void passesNanOn(Subject<Activation> subject) {
        DenseMatrix z = Samples.normal(2, 3, 14);
        z.setEntry(1, 1, Double.NaN);
        DenseMatrix a = apply(subject.component(), z);
        Require.that(Double.isNaN(a.getEntry(1, 1)), () -> "NaN becomes " + a.getEntry(1, 1));
        Require.that(!Double.isNaN(a.getEntry(0, 0)), () -> "NaN spreads to other examples");
    }

    private static void scalarAgrees(Subject<Activation> subject) {
        if (subject.component() instanceof ScalarActivation scalar) {
            DenseMatrix z = Samples.normal(4, 9, 15);
            DenseMatrix ones = z.copy();
            Arrays.fill(ones.values(), 1);
            DenseMatrix a = apply(scalar, z);
            DenseMatrix dZ = back(scalar, z, ones);
            for (int i = 0; i < z.values().length; i++) {
                double at = z.values()[i];
                double value = scalar.value(at);
                Require.close(value, a.values()[i], 0, () -> "apply at " + at);
                Require.close(scalar.derivative(at, value), dZ.values()[i], 0, () -> "backpropagate at " + at);
            }
        }
    }
}
