package org.layerwise.testkit.internal;

import java.util.Arrays;
import org.layerwise.core.DenseMatrix;
import org.layerwise.network.Loss;
import org.layerwise.network.ScalarLoss;
import org.layerwise.network.TargetKind;
import org.layerwise.testkit.Subject;
import org.layerwise.testkit.internal.LossSamples.Pair;

/** The checks of a loss by itself. */
public final class LossChecks {
    private final LossSamples samples;

    /** Checks on these samples. */
    public LossChecks(LossSamples samples) {
        this.samples = samples;
    }

    static DenseMatrix values(Loss loss, Pair pair) {
        DenseMatrix losses =
                Samples.unwritten(new DenseMatrix(1, pair.prediction().getColumnDimension()));
        loss.values(pair.prediction(), pair.target(), losses);
        return losses;
    }

    static DenseMatrix gradient(Loss loss, Pair pair) {
        DenseMatrix gradient = Samples.unwritten(pair.prediction());
        loss.gradient(pair.prediction(), pair.target(), gradient);
        return gradient;
    }

    private Pair pair(Subject<Loss> subject, long seed) {
        return samples.pair(subject.component(), 3, 11, seed);
    }

    /** Shapes. */
    public void writesEveryEntry(Subject<Loss> subject) {
        for (int outputs : LossSamples.outputs(subject.component())) {
            for (int examples : new int[] {0, 1, 2, 31, 64, 207}) {
                Pair pair = samples.pair(subject.component(), outputs, examples, 1);
                String shape = pair.prediction().shape();
                Require.finite(values(subject.component(), pair), "the losses of a " + shape + " prediction");
                Require.finite(gradient(subject.component(), pair), "the gradient of a " + shape + " prediction");
            }
        }
    }

    /** Targets. */
    public void saysItsTargets(Subject<Loss> subject) {
        TargetKind kind = subject.component().targets();
        Require.that(Arrays.asList(TargetKind.values()).contains(kind), () -> "targets() is " + kind);
        Require.that(subject.component().targets() == kind, () -> "targets() changes");
    }

    /** Inputs. */
    public void leavesItsInput(Subject<Loss> subject) {
        Pair pair = pair(subject, 2);
        values(subject.component(), pair);
        gradient(subject.component(), pair);
        Require.sameBits(pair(subject, 2).prediction(), pair.prediction(), "the prediction afterwards");
        Require.sameBits(pair(subject, 2).target(), pair.target(), "the target afterwards");
    }

    /** Purity. */
    public void isPure(Subject<Loss> subject) {
        Pair pair = pair(subject, 3);
        DenseMatrix values = values(subject.component(), pair);
        DenseMatrix gradient = gradient(subject.component(), pair);
        values(subject.component(), pair(subject, 4));
        Require.sameBits(values, values(subject.component(), pair), "the second losses for one input");
        Require.sameBits(gradient, gradient(subject.component(), pair), "the second gradient for one input");
    }

    /** Threads. */
    public void isThreadSafe(Subject<Loss> subject) throws Exception {
        Pair pair = samples.pair(subject.component(), 4, 500, 5);
        DenseMatrix expected = gradient(subject.component(), pair);
        for (DenseMatrix result : Samples.inThreads(() -> gradient(subject.component(), pair))) {
            Require.sameBits(expected, result, "the gradient in several threads");
        }
        DenseMatrix losses = values(subject.component(), pair);
        for (DenseMatrix result : Samples.inThreads(() -> values(subject.component(), pair))) {
            Require.sameBits(losses, result, "the losses in several threads");
        }
    }

    /** Destinations. */
    public void ignoresOldValues(Subject<Loss> subject) {
        Pair pair = pair(subject, 6);
        DenseMatrix losses = Samples.normal(1, 11, 7);
        DenseMatrix gradient = Samples.normal(3, 11, 8);
        subject.component().values(pair.prediction(), pair.target(), losses);
        subject.component().gradient(pair.prediction(), pair.target(), gradient);
        Require.sameBits(values(subject.component(), pair), losses, "the losses over other values");
        Require.sameBits(gradient(subject.component(), pair), gradient, "the gradient over other values");
    }

    private static Pair columns(Pair pair, int... chosen) {
        int[] all = new int[pair.prediction().getRowDimension()];
        Arrays.setAll(all, i -> i);
        return new Pair(
                DenseMatrix.copyOf(pair.prediction().getSubMatrix(all, chosen)),
                DenseMatrix.copyOf(pair.target().getSubMatrix(all, chosen)));
    }

    /** Split invariance. */
    public void treatsExamplesAlone(Subject<Loss> subject) {
        Pair pair = pair(subject, 9);
        DenseMatrix losses = values(subject.component(), pair);
        DenseMatrix gradient = gradient(subject.component(), pair);
        for (int j = 0; j < 11; j++) {
            Pair alone = columns(pair, j);
            DenseMatrix expected = DenseMatrix.copyOf(losses.getColumnMatrix(j));
            Require.sameBits(expected, values(subject.component(), alone), "the loss of example " + j + " alone");
            DenseMatrix dA = DenseMatrix.copyOf(gradient.getColumnMatrix(j));
            Require.sameBits(dA, gradient(subject.component(), alone), "the gradient of example " + j + " alone");
        }
    }

    /** Order invariance. */
    public void treatsExamplesAlike(Subject<Loss> subject) {
        Pair pair = pair(subject, 10);
        int[] order = {10, 3, 7, 0, 9, 1, 8, 2, 6, 5, 4};
        Pair shuffled = columns(pair, order);
        DenseMatrix expected =
                DenseMatrix.copyOf(values(subject.component(), pair).getSubMatrix(new int[] {0}, order));
        Require.sameBits(expected, values(subject.component(), shuffled), "the losses in another order");
        DenseMatrix dA =
                DenseMatrix.copyOf(gradient(subject.component(), pair).getSubMatrix(new int[] {0, 1, 2}, order));
        Require.sameBits(dA, gradient(subject.component(), shuffled), "the gradient in another order");
    }

    /** Predictions of 0 and 1, and such as are just right. */
    public void staysWithoutNan(Subject<Loss> subject) {
        Pair right = pair(subject, 11);
        System.arraycopy(right.target().values(), 0, right.prediction().values(), 0, 33);
        Require.noNan(values(subject.component(), right), "the loss of predictions that equal the target");
        Require.noNan(gradient(subject.component(), right), "the gradient of predictions that equal the target");
        Pair wrong = pair(subject, 12);
        if (subject.component().targets() != TargetKind.NUMERIC) {
            Arrays.setAll(wrong.prediction().values(), i -> 1 - wrong.target().values()[i]);
            Require.noNan(values(subject.component(), wrong), "the loss of predictions of 0 and 1 that are wrong");
        }
    }

    /** Numbers from 5e-324 to 1e300. */
    public void survivesExtremes(Subject<Loss> subject) {
        boolean numeric = subject.component().targets() == TargetKind.NUMERIC;
        double[] tiny = {Double.MIN_VALUE, 1e-310, 1e-300, 1e-20};
        double[] extremes = numeric ? new double[] {Double.MIN_VALUE, 1e-310, 1e-300, 1e-20, 1e20, 1e150, 1e300} : tiny;
        for (double extreme : extremes) {
            Pair pair = pair(subject, 13);
            Arrays.fill(pair.prediction().values(), extreme);
            Require.noNan(values(subject.component(), pair), "the loss of predictions of " + extreme);
            Require.noNan(gradient(subject.component(), pair), "the gradient of predictions of " + extreme);
        }
    }

    /** NaN. */
    public void passesNanOn(Subject<Loss> subject) {
        Pair pair = pair(subject, 14);
        for (int i = 0; i < 3; i++) {
            pair.prediction().setEntry(i, 4, Double.NaN);
        }
        DenseMatrix losses = values(subject.component(), pair);
        Require.that(Double.isNaN(losses.getEntry(0, 4)), () -> "a prediction of NaN costs " + losses.getEntry(0, 4));
        for (int j = 0; j < 11; j++) {
            int example = j;
            Require.that(
                    j == 4 || !Double.isNaN(losses.getEntry(0, j)), () -> "NaN spreads from example 4 to " + example);
        }
    }

    /** The formulas against the matrices. */
    public void scalarAgrees(Subject<Loss> subject) {
        if (subject.component() instanceof ScalarLoss scalar) {
            Pair pair = samples.pair(scalar, 1, 30, 15);
            DenseMatrix losses = values(scalar, pair);
            DenseMatrix gradient = gradient(scalar, pair);
            double factor = scalar.factor(1);
            for (int j = 0; j < 30; j++) {
                double p = pair.prediction().getEntry(0, j);
                double y = pair.target().getEntry(0, j);
                Require.close(factor * scalar.value(p, y), losses.getEntry(0, j), 1e-14, () -> "the loss of " + p);
                double derivative = factor * scalar.derivative(p, y);
                Require.close(derivative, gradient.getEntry(0, j), 1e-14, () -> "the gradient at " + p);
            }
        }
    }

    /** The threshold between two classes. */
    public void hasAThreshold(Subject<Loss> subject) {
        double threshold = subject.component().threshold();
        Require.that(Double.isFinite(threshold), () -> "the threshold is " + threshold);
        if (subject.component().targets() == TargetKind.BINARY) {
            double[] loss = new double[2];
            for (int y = 0; y < 2; y++) {
                DenseMatrix target = DenseMatrix.wrap(1, 1, new double[] {y});
                DenseMatrix side = DenseMatrix.wrap(1, 1, new double[] {threshold + 0.25});
                loss[y] = values(subject.component(), new Pair(side, target)).getEntry(0, 0);
            }
            Require.that(
                    loss[1] < loss[0],
                    () -> "above the threshold " + threshold + " class 1 costs " + loss[1] + ", class 0 " + loss[0]);
        }
    }

    /** Allocation. */
    public void allocatesNothing(Subject<Loss> subject) {
        Pair pair = samples.pair(subject.component(), 3, 4, 16);
        DenseMatrix losses = values(subject.component(), pair);
        DenseMatrix gradient = gradient(subject.component(), pair);
        Allocation.requireNone(() -> {
            subject.component().values(pair.prediction(), pair.target(), losses);
            subject.component().gradient(pair.prediction(), pair.target(), gradient);
        });
    }
}
