package org.layerwise.core.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Number by number at first, in vectors later.
 *
 * <p>Those in vectors are called by method handles, through which the JIT compiler does not put their loops into the
 * callers: there they can be more than it takes in, and then each vector is an object, and a sigmoid three hundred times
 * slower.
 */
final class WarmingFunctions implements ArrayFunctions {
    /** So many numbers are computed plainly, some tenths of a second: about what the JIT compiler needs for the others. */
    static final long COLD = 1 << 25;

    private final Warming<Loop[]> loops;

    /** @param later makes those in vectors; may be asked more than once */
    WarmingFunctions(ArrayFunctions cold, Supplier<ArrayFunctions> later) {
        this.loops = new Warming<>(loops(cold), () -> apart(loops(later.get())), COLD);
    }

    /** One function over parts of arrays; most leave y alone. */
    @FunctionalInterface
    private interface Loop {
        void run(double[] x, double[] y, double[] to, int from, int end);
    }

    private enum Name {
        EXP,
        TAIL,
        EXPM1_OF_NEGATIVE,
        LOG,
        LOG1P,
        LOG1P_OF_UNIT,
        TANH,
        SIGMOID,
        SIGMOID_OF_TAIL,
        PASS_WHERE_POSITIVE
    }

    /** In the order of their names. */
    private static Loop[] loops(ArrayFunctions functions) {
        return new Loop[] {
            (x, y, to, from, end) -> functions.exp(x, to, from, end),
            (x, y, to, from, end) -> functions.tail(x, to, from, end),
            (x, y, to, from, end) -> functions.expm1OfNegative(x, to, from, end),
            (x, y, to, from, end) -> functions.log(x, to, from, end),
            (x, y, to, from, end) -> functions.log1p(x, to, from, end),
            (x, y, to, from, end) -> functions.log1pOfUnit(x, to, from, end),
            (x, y, to, from, end) -> functions.tanh(x, to, from, end),
            (x, y, to, from, end) -> functions.sigmoid(x, to, from, end),
            functions::sigmoidOfTail,
            functions::passWherePositive
        };
    }

    /** The same loops, compiled each by itself. */
    private static Loop[] apart(Loop[] loops) {
        try {
            MethodType type = MethodType.methodType(
                    void.class, double[].class, double[].class, double[].class, int.class, int.class);
            MethodHandle run = MethodHandles.lookup().findVirtual(Loop.class, "run", type);
            return Stream.of(loops).map(loop -> new Apart(run.bindTo(loop))).toArray(Loop[]::new);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a loop has no method to run it", e);
        }
    }

    /** A loop that is called by its handle. */
    private record Apart(MethodHandle loop) implements Loop {
        @Override
        public void run(double[] x, double[] y, double[] to, int from, int end) {
            try {
                loop.invokeExact(x, y, to, from, end);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError("a loop throws no checked exception", e);
            }
        }
    }

    @SuppressWarnings(
            "EnumOrdinal") // an index into an array that is made from the same names, in a loop that must cost nothing
    private void run(Name name, double[] x, double[] y, double[] to, int from, int end) {
        loops.of(end - from)[name.ordinal()].run(x, y, to, from, end);
    }

    @Override
    public void exp(double[] x, double[] y, int from, int to) {
        run(Name.EXP, x, x, y, from, to);
    }

    @Override
    public void tail(double[] x, double[] y, int from, int to) {
        run(Name.TAIL, x, x, y, from, to);
    }

    @Override
    public void expm1OfNegative(double[] x, double[] y, int from, int to) {
        run(Name.EXPM1_OF_NEGATIVE, x, x, y, from, to);
    }

    @Override
    public void log(double[] x, double[] y, int from, int to) {
        run(Name.LOG, x, x, y, from, to);
    }

    @Override
    public void log1p(double[] x, double[] y, int from, int to) {
        run(Name.LOG1P, x, x, y, from, to);
    }

    @Override
    public void log1pOfUnit(double[] x, double[] y, int from, int to) {
        run(Name.LOG1P_OF_UNIT, x, x, y, from, to);
    }

    @Override
    public void tanh(double[] x, double[] y, int from, int to) {
        run(Name.TANH, x, x, y, from, to);
    }

    @Override
    public void sigmoid(double[] x, double[] y, int from, int to) {
        run(Name.SIGMOID, x, x, y, from, to);
    }

    @Override
    public void sigmoidOfTail(double[] x, double[] tails, double[] y, int from, int to) {
        run(Name.SIGMOID_OF_TAIL, x, tails, y, from, to);
    }

    @Override
    public void passWherePositive(double[] x, double[] y, double[] z, int from, int to) {
        run(Name.PASS_WHERE_POSITIVE, x, y, z, from, to);
    }
}
