package org.layerwise.testkit.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.testkit.Subject;
import org.layerwise.training.GradientClipping;

/** The checks of ways to clip gradients. */
public final class ClippingChecks {
    private ClippingChecks() {}

    /** W and b of two layers, with gradients of about this size. */
    private static List<Parameter> parameters(double size, long seed) {
        List<Parameter> parameters = new ArrayList<>();
        int[][] shapes = {{3, 4}, {3, 1}, {2, 3}, {2, 1}};
        for (int i = 0; i < shapes.length; i++) {
            DenseMatrix value = Samples.normal(shapes[i][0], shapes[i][1], seed + i);
            DenseMatrix gradient = Samples.normal(shapes[i][0], shapes[i][1], seed + 10 + i);
            for (int j = 0; j < gradient.values().length; j++) {
                gradient.values()[j] *= size;
            }
            parameters.add(new Parameter("p" + i, value, gradient));
        }
        return List.copyOf(parameters);
    }

    /** All gradients as one row. */
    private static DenseMatrix gradients(List<Parameter> parameters) {
        double[] all = parameters.stream()
                .flatMapToDouble(parameter -> Arrays.stream(parameter.gradient().values()))
                .toArray();
        return DenseMatrix.wrap(1, all.length, all);
    }

    private static DenseMatrix clipped(Subject<GradientClipping> subject, double size, long seed) {
        List<Parameter> parameters = parameters(size, seed);
        subject.component().clip(parameters);
        return gradients(parameters);
    }

    private static double largest(DenseMatrix matrix) {
        return Arrays.stream(matrix.values()).map(Math::abs).max().orElse(0);
    }

    /** Shapes, and no parameter at all. */
    public static void takesEveryShape(Subject<GradientClipping> subject) {
        subject.component().clip(List.of());
        Samples.ofEveryShape().forEach(gradient -> {
            DenseMatrix value = new DenseMatrix(gradient.getRowDimension(), gradient.getColumnDimension());
            subject.component().clip(List.of(new Parameter("W", value, gradient)));
            Require.finite(gradient, "a gradient of shape " + gradient.shape());
        });
    }

    /** Values. */
    public static void leavesParameters(Subject<GradientClipping> subject) {
        List<Parameter> parameters = parameters(100, 1);
        subject.component().clip(parameters);
        for (int i = 0; i < parameters.size(); i++) {
            Require.sameBits(
                    parameters(100, 1).get(i).value(), parameters.get(i).value(), "a parameter after clipping");
        }
    }

    /** Sizes. */
    public static void neverEnlarges(Subject<GradientClipping> subject) {
        for (double size : new double[] {1e-9, 0.1, 1, 10, 1e9}) {
            double[] before = gradients(parameters(size, 2)).values();
            double[] after = clipped(subject, size, 2).values();
            for (int i = 0; i < before.length; i++) {
                double was = before[i];
                double is = after[i];
                Require.that(Math.abs(is) <= Math.abs(was), () -> "a gradient of " + was + " becomes " + is);
            }
        }
    }

    /** Signs. */
    public static void keepsSigns(Subject<GradientClipping> subject) {
        double[] before = gradients(parameters(1e3, 3)).values();
        double[] after = clipped(subject, 1e3, 3).values();
        for (int i = 0; i < before.length; i++) {
            double was = before[i];
            double is = after[i];
            Require.that(was * is >= 0, () -> "a gradient of " + was + " becomes " + is);
        }
    }

    /** Nothing to clip. */
    public static void leavesSmallOnes(Subject<GradientClipping> subject) {
        Require.sameBits(gradients(parameters(1e-9, 4)), clipped(subject, 1e-9, 4), "gradients of about 1e-9");
        Require.sameBits(gradients(parameters(0, 4)), clipped(subject, 0, 4), "gradients of zero");
    }

    /** The bound. */
    public static void bounds(Subject<GradientClipping> subject) {
        double large = largest(clipped(subject, 1e9, 5));
        double larger = largest(clipped(subject, 1e15, 5));
        Require.that(large < 1e9, () -> "gradients of about 1e9 stay as large as " + large);
        Require.that(
                larger <= large * (1 + 1e-9),
                () -> "gradients a million times as large become " + larger + " instead of " + large);
    }

    /** Twice. */
    public static void isIdempotent(Subject<GradientClipping> subject) {
        List<Parameter> parameters = parameters(100, 6);
        subject.component().clip(parameters);
        DenseMatrix once = gradients(parameters);
        subject.component().clip(parameters);
        Require.close(once, gradients(parameters), 1e-14, "gradients that are clipped twice");
    }

    /** From 5e-324 to the largest double. */
    public static void survivesExtremes(Subject<GradientClipping> subject) {
        for (double size : new double[] {Double.MIN_VALUE, 1e-310, 1e-200, 1e200, 1e307}) {
            Require.finite(clipped(subject, size, 7), "a clipped gradient of about " + size);
        }
    }

    /** Purity. */
    public static void isPure(Subject<GradientClipping> subject) {
        DenseMatrix first = clipped(subject, 10, 8);
        clipped(subject, 1e5, 9);
        Require.sameBits(first, clipped(subject, 10, 8), "the second result for the same gradients");
    }

    /** Threads. */
    public static void isThreadSafe(Subject<GradientClipping> subject) throws Exception {
        DenseMatrix expected = clipped(subject, 10, 10);
        for (DenseMatrix result : Samples.inThreads(() -> clipped(subject, 10, 10))) {
            Require.sameBits(expected, result, "the result in several threads");
        }
    }

    /** Many steps. */
    public static void forgets(Subject<GradientClipping> subject) {
        DenseMatrix first = clipped(subject, 10, 11);
        for (int step = 0; step < 100; step++) {
            clipped(subject, step, 12 + step);
        }
        Require.sameBits(first, clipped(subject, 10, 11), "the result after a hundred others");
    }

    /** Allocation. */
    public static void allocatesNothing(Subject<GradientClipping> subject) {
        List<Parameter> parameters = parameters(10, 13);
        Allocation.requireNone(() -> {
            parameters.get(0).gradient().values()[0] = 1e6;
            subject.component().clip(parameters);
        });
    }
}
