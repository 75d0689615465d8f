package org.layerwise.core.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;

/**
 * Loops that are called by method handles, through which the JIT compiler does not put them into their callers: several of
 * them in one piece of code can be more than it takes in, and then each vector is an object, for good.
 */
final class ApartRowLoops implements RowLoops {
    private final MethodHandle max;
    private final MethodHandle subtract;
    private final MethodHandle add;
    private final MethodHandle addProducts;
    private final MethodHandle scale;
    private final MethodHandle centre;
    private final MethodHandle subtractShares;

    ApartRowLoops(RowLoops loops) {
        this.max = handle("max", loops);
        this.subtract = handle("subtract", loops);
        this.add = handle("add", loops);
        this.addProducts = handle("addProducts", loops);
        this.scale = handle("scale", loops);
        this.centre = handle("centre", loops);
        this.subtractShares = handle("subtractShares", loops);
    }

    private static MethodHandle handle(String name, RowLoops loops) {
        try {
            return MethodHandles.lookup()
                    .unreflect(Arrays.stream(RowLoops.class.getDeclaredMethods())
                            .filter(method -> method.getName().equals(name))
                            .findFirst()
                            .orElseThrow())
                    .bindTo(loops);
        } catch (IllegalAccessException e) {
            throw new LinkageError("no loop " + name, e);
        }
    }

    @Override
    public void max(double[] x, int at, int stride, int rows, int width, double[] m) {
        try {
            max.invokeExact(x, at, stride, rows, width, m);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    @Override
    public void subtract(
            double[] x, int at, int stride, int rows, int width, double[] m, double[] y, int to, int pitch) {
        try {
            subtract.invokeExact(x, at, stride, rows, width, m, y, to, pitch);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    @Override
    public void add(double[] x, int at, int stride, int rows, int width, double[] s) {
        try {
            add.invokeExact(x, at, stride, rows, width, s);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    @Override
    public void addProducts(double[] x, double[] y, int at, int stride, int rows, int width, double[] s) {
        try {
            addProducts.invokeExact(x, y, at, stride, rows, width, s);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    @Override
    public void scale(double[] x, int at, int stride, int rows, int width, double[] s) {
        try {
            scale.invokeExact(x, at, stride, rows, width, s);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    @Override
    public void centre(double[] x, double[] y, int at, int stride, int rows, int width, double[] s, double[] z) {
        try {
            centre.invokeExact(x, y, at, stride, rows, width, s, z);
        } catch (Throwable e) {
            throw thrown(e);
        }
    }

    @Override
    public void subtractShares(
            double[] e, double[] y, int at, int stride, int rows, int width, double[] s, double[] z) {
        try {
            subtractShares.invokeExact(e, y, at, stride, rows, width, s, z);
        } catch (Throwable failure) {
            throw thrown(failure);
        }
    }

    private static AssertionError thrown(Throwable e) {
        if (e instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (e instanceof Error error) {
            throw error;
        }
        return new AssertionError("a loop throws no checked exception", e);
    }
}
