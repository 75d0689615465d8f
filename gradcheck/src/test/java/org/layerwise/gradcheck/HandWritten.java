package org.layerwise.gradcheck;

import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;

/** A 3-3-1 network, tanh and sigmoid with cross-entropy and L2, written as beginners write it, with their mistakes. */
final class HandWritten {
    enum Fault {
        NONE,
        WEIGHT_NOT_TRANSPOSED,
        NO_MEAN_IN_DW,
        NO_MEAN_IN_DB,
        STALE_ACTIVATION,
        INPUT_FOR_ACTIVATION,
        SIGN,
        NO_ACTIVATION_DERIVATIVE,
        DERIVATIVE_NOT_SQUARED,
        DERIVATIVE_AT_A_INSTEAD_OF_Z,
        PENALTY_ON_THE_BIAS,
        PENALTY_NOT_IN_THE_GRADIENT,
        PENALTY_HALVED,
        LAST_EXAMPLE_FORGOTTEN,
        SIGMOID_DERIVATIVE_TWICE,
        ONE_WEIGHT_A_HUNDREDTH_OFF
    }

    private static final int M = 5;
    private static final double LAMBDA = 0.7;

    final Parameter w1 = Parameter.of("W1", new DenseMatrix(3, 3));
    final Parameter b1 = Parameter.of("b1", new DenseMatrix(3, 1));
    final Parameter w2 = Parameter.of("W2", new DenseMatrix(1, 3));
    final Parameter b2 = Parameter.of("b2", new DenseMatrix(1, 1));
    private final DenseMatrix x = new DenseMatrix(3, M);
    private final double[] y = {1, 0, 0, 1, 1};
    private final Fault fault;

    HandWritten(Fault fault) {
        this.fault = fault;
        RandomSource random = new Splittable().seeded(3);
        parameters().forEach(parameter -> fill(parameter.value(), random));
        fill(x, random);
    }

    List<Parameter> parameters() {
        return List.of(w1, b1, w2, b2);
    }

    private static void fill(DenseMatrix matrix, RandomSource random) {
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = random.nextGaussian();
        }
    }

    double cost() {
        DenseMatrix z2 = linear(w2, b2, hidden(1));
        double sum = 0;
        for (int j = 0; j < M; j++) {
            double z = z2.getEntry(0, j);
            sum += Math.max(z, 0) - y[j] * z + Math.log1p(Math.exp(-Math.abs(z)));
        }
        return sum / M + LAMBDA / (2 * M) * (squares(w1) + squares(w2));
    }

    void differentiate() {
        DenseMatrix a1 = hidden(1);
        DenseMatrix z1 = linear(w1, b1, x);
        DenseMatrix dZ2 = linear(w2, b2, a1);
        for (int j = 0; j < M; j++) {
            double a = 1 / (1 + Math.exp(-dZ2.getEntry(0, j)));
            dZ2.setEntry(0, j, (a - y[j]) * (fault == Fault.SIGMOID_DERIVATIVE_TWICE ? a * (1 - a) : 1));
        }
        DenseMatrix input2 =
                fault == Fault.STALE_ACTIVATION ? hidden(0.9) : fault == Fault.INPUT_FOR_ACTIVATION ? x : a1;
        differentiate(w2, b2, dZ2, input2);
        DenseMatrix dZ1 = new DenseMatrix(3, M);
        dZ1.setTransposedProduct(w2.value(), dZ2);
        for (int i = 0; i < 3 * M; i++) {
            dZ1.values()[i] *= slope(z1.values()[i], a1.values()[i]);
        }
        differentiate(w1, b1, dZ1, x);
        if (fault == Fault.WEIGHT_NOT_TRANSPOSED) {
            w1.gradient().setSubMatrix(w1.gradient().transpose().getData(), 0, 0);
        }
        if (fault == Fault.ONE_WEIGHT_A_HUNDREDTH_OFF) {
            w1.gradient().multiplyEntry(2, 1, 1.01);
        }
    }

    private double slope(double z, double a) {
        return switch (fault) {
            case NO_ACTIVATION_DERIVATIVE -> 1;
            case DERIVATIVE_NOT_SQUARED -> 1 - a;
            case DERIVATIVE_AT_A_INSTEAD_OF_Z -> 1 - Math.tanh(a) * Math.tanh(a);
            case SIGN -> -(1 - a * a);
            default -> 1 - Math.tanh(z) * Math.tanh(z);
        };
    }

    private void differentiate(Parameter w, Parameter b, DenseMatrix dZ, DenseMatrix input) {
        int examples = fault == Fault.LAST_EXAMPLE_FORGOTTEN ? M - 1 : M;
        for (int i = 0; i < dZ.getRowDimension(); i++) {
            double db = 0;
            for (int j = 0; j < examples; j++) {
                db += dZ.getEntry(i, j) / (fault == Fault.NO_MEAN_IN_DB ? 1 : M);
            }
            b.gradient().setEntry(i, 0, db);
            for (int k = 0; k < input.getRowDimension(); k++) {
                double dW = 0;
                for (int j = 0; j < examples; j++) {
                    dW += dZ.getEntry(i, j) * input.getEntry(k, j) / (fault == Fault.NO_MEAN_IN_DW ? 1 : M);
                }
                w.gradient().setEntry(i, k, dW);
            }
        }
        double share = fault == Fault.PENALTY_HALVED ? 0.5 : fault == Fault.PENALTY_NOT_IN_THE_GRADIENT ? 0 : 1;
        addPenalty(w, share);
        addPenalty(b, fault == Fault.PENALTY_ON_THE_BIAS ? 1 : 0);
    }

    private static void addPenalty(Parameter parameter, double share) {
        for (int i = 0; i < parameter.value().values().length; i++) {
            parameter.gradient().values()[i] +=
                    share * LAMBDA / M * parameter.value().values()[i];
        }
    }

    /** @param age 1 for the present weights */
    private DenseMatrix hidden(double age) {
        DenseMatrix a = linear(w1, b1, x);
        for (int i = 0; i < a.values().length; i++) {
            a.values()[i] = Math.tanh(age * a.values()[i]);
        }
        return a;
    }

    private static DenseMatrix linear(Parameter w, Parameter b, DenseMatrix input) {
        DenseMatrix z = new DenseMatrix(w.value().getRowDimension(), M);
        z.setProduct(w.value(), input);
        for (int i = 0; i < z.getRowDimension(); i++) {
            for (int j = 0; j < M; j++) {
                z.addToEntry(i, j, b.value().getEntry(i, 0));
            }
        }
        return z;
    }

    private static double squares(Parameter w) {
        double norm = w.value().getFrobeniusNorm();
        return norm * norm;
    }
}
