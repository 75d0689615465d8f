package org.example;

import org.layerwise.core.DenseMatrix;
import org.layerwise.gradcheck.GradientCheck;
import org.layerwise.gradcheck.GradientReport;
import org.layerwise.gradcheck.NumericalGradient;

/** Checks a gradient that somebody derived by hand: f(x) = Σ x³, ∂f/∂x = 3x². */
public final class UsesGradcheck {
    public static void main(String[] arguments) {
        DenseMatrix x = DenseMatrix.of(new double[][] {{1, -2}, {0.5, 3}});
        System.out.println("approximation = " + NumericalGradient.of(UsesGradcheck::cubes, x, 1e-5));

        DenseMatrix right = x.copy();
        DenseMatrix wrong = x.copy();
        for (int i = 0; i < 4; i++) {
            double value = x.values()[i];
            right.values()[i] = 3 * value * value;
            wrong.values()[i] = 3 * value;
        }
        System.out.println(new GradientCheck().check(UsesGradcheck::cubes, x, right).summary());
        GradientReport report = new GradientCheck().check(UsesGradcheck::cubes, x, wrong);
        System.out.println(report.summary());
        System.out.println("worst: " + report.worst().get(0));
    }

    private static double cubes(DenseMatrix x) {
        double sum = 0;
        for (double value : x.values()) {
            sum += value * value * value;
        }
        return sum;
    }
}
