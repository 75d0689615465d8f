package org.layerwise.core.internal;

/** Number by number. */
final class ScalarArrayFunctions implements ArrayFunctions {
    @Override
    public void exp(double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = ScalarFunctions.exp(x[i]);
        }
    }

    @Override
    public void tail(double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = ScalarFunctions.tail(x[i]);
        }
    }

    @Override
    public void expm1OfNegative(double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = ScalarFunctions.expm1OfNegative(x[i]);
        }
    }

    @Override
    public void log(double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = ScalarFunctions.log(x[i]);
        }
    }

    @Override
    public void log1p(double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = ScalarFunctions.log1p(x[i]);
        }
    }

    @Override
    public void log1pOfUnit(double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = ScalarFunctions.log1pOfUnit(x[i]);
        }
    }

    @Override
    public void tanh(double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = ScalarFunctions.tanh(x[i]);
        }
    }

    @Override
    public void sigmoid(double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = ScalarFunctions.sigmoid(x[i]);
        }
    }

    @Override
    public void sigmoidOfTail(double[] x, double[] tails, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = ScalarFunctions.sigmoid(x[i], tails[i]);
        }
    }

    @Override
    public void passWherePositive(double[] x, double[] y, double[] z, int from, int to) {
        for (int i = from; i < to; i++) {
            z[i] = ScalarFunctions.passWherePositive(x[i], y[i]);
        }
    }
}
