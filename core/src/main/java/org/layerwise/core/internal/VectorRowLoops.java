package org.layerwise.core.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** In vectors where the module {@code jdk.incubator.vector} is there; the last columns number by number. */
final class VectorRowLoops implements RowLoops {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public void max(double[] x, int at, int stride, int rows, int width, double[] m) {
        for (int i = 0; i < rows; i++) {
            int row = at + i * stride;
            int j = 0;
            for (; j <= width - LANES; j += LANES) {
                load(m, j).max(load(x, row + j)).intoArray(m, j);
            }
            for (; j < width; j++) {
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
            int j = 0;
            for (; j <= width - LANES; j += LANES) {
                load(x, row + j).sub(load(m, j)).intoArray(y, end + j);
            }
            for (; j < width; j++) {
                y[end + j] = x[row + j] - m[j];
            }
        }
    }

    @Override
    public void add(double[] x, int at, int stride, int rows, int width, double[] s) {
        for (int i = 0; i < rows; i++) {
            int row = at + i * stride;
            int j = 0;
            for (; j <= width - LANES; j += LANES) {
                load(s, j).add(load(x, row + j)).intoArray(s, j);
            }
            for (; j < width; j++) {
                s[j] += x[row + j];
            }
        }
    }

    @Override
    public void addProducts(double[] x, double[] y, int at, int stride, int rows, int width, double[] s) {
        for (int i = 0; i < rows; i++) {
            int row = at + i * stride;
            int j = 0;
            for (; j <= width - LANES; j += LANES) {
                load(s, j).add(load(x, row + j).mul(load(y, row + j))).intoArray(s, j);
            }
            for (; j < width; j++) {
                s[j] += x[row + j] * y[row + j];
            }
        }
    }

    @Override
    public void scale(double[] x, int at, int stride, int rows, int width, double[] s) {
        for (int i = 0; i < rows; i++) {
            int row = at + i * stride;
            int j = 0;
            for (; j <= width - LANES; j += LANES) {
                load(x, row + j).mul(load(s, j)).intoArray(x, row + j);
            }
            for (; j < width; j++) {
                x[row + j] *= s[j];
            }
        }
    }

    @Override
    public void centre(double[] x, double[] y, int at, int stride, int rows, int width, double[] s, double[] z) {
        for (int i = 0; i < rows; i++) {
            int row = at + i * stride;
            int j = 0;
            for (; j <= width - LANES; j += LANES) {
                load(y, row + j).sub(load(s, j)).mul(load(x, row + j)).intoArray(z, row + j);
            }
            for (; j < width; j++) {
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
            int j = 0;
            for (; j <= width - LANES; j += LANES) {
                load(y, row + j).sub(load(e, share + j).mul(load(s, j))).intoArray(z, row + j);
            }
            for (; j < width; j++) {
                z[row + j] = y[row + j] - e[share + j] * s[j];
            }
        }
    }

    private static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(SPECIES, x, at);
    }
}
