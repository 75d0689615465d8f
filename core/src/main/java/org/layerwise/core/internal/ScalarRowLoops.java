package org.layerwise.core.internal;

/** Number by number. */
final class ScalarRowLoops implements RowLoops {
    @Override
    public void max(double[] x, int at, int stride, int rows, int width, double[] m) {
        for (int i = 0; i < rows; i++) {
            int row = at + i * stride;
            for (int j = 0; j < width; j++) {
                m[j] = Math.max(m[j], x[row + j]);
            }
        }
    }

    @Override
    public void subtract(
            double[] x, int at, int stride, int rows, int width, double[] m, double[] y, int to, int pitch) {
        for (int i = 0; i < rows; i++) {
            int row = at + i * stride;
            int end = to + i * pitch;
            for (int j = 0; j < width; j++) {
                y[end + j] = x[row + j] - m[j];
            }
        }
    }

    @Override
    public void add(double[] x, int at, int stride, int rows, int width, double[] s) {
        for (int i = 0; i < rows; i++) {
            int row = at + i * stride;
            for (int j = 0; j < width; j++) {
                s[j] += x[row + j];
            }
        }
    }

    @Override
    public void addProducts(double[] x, double[] y, int at, int stride, int rows, int width, double[] s) {
        for (int i = 0; i < rows; i++) {
            int row = at + i * stride;
            for (int j = 0; j < width; j++) {
                s[j] += x[row + j] * y[row + j];
            }
        }
    }

    @Override
    public void scale(double[] x, int at, int stride, int rows, int width, double[] s) {
        for (int i = 0; i < rows; i++) {
            int row = at + i * stride;
            for (int j = 0; j < width; j++) {
                x[row + j] *= s[j];
            }
        }
    }

    @Override
    public void centre(double[] x, double[] y, int at, int stride, int rows, int width, double[] s, double[] z) {
        for (int i = 0; i < rows; i++) {
            int row = at + i * stride;
            for (int j = 0; j < width; j++) {
                z[row + j] = x[row + j] * (y[row + j] - s[j]);
            }
        }
    }

    @Override
    public void subtractShares(
            double[] e, double[] y, int at, int stride, int rows, int width, double[] s, double[] z) {
        for (int i = 0; i < rows; i++) {
            int row = at + i * stride;
            int share = i * width;
            for (int j = 0; j < width; j++) {
                z[row + j] = y[row + j] - e[share + j] * s[j];
            }
        }
    }
}
