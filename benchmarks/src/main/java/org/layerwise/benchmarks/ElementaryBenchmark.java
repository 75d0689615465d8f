package org.layerwise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.layerwise.core.Elementary;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The array forms of the elementary functions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class ElementaryBenchmark {
    /** How many numbers. */
    @Param({"400", "100000"})
    public int length;

    private double[] x = {};
    private double[] y = {};

    /** Makes random arguments. */
    @Setup
    public void prepare() {
        RandomSource random = new Splittable().seeded(1);
        x = new double[length];
        y = new double[length];
        for (int i = 0; i < length; i++) {
            x[i] = random.nextGaussian() * 3;
        }
    }

    /** {@code eˣ}. */
    @Benchmark
    public double[] exp() {
        Elementary.exp(x, y);
        return y;
    }

    /** The hyperbolic tangent. */
    @Benchmark
    public double[] tanh() {
        Elementary.tanh(x, y);
        return y;
    }

    /** The logistic function. */
    @Benchmark
    public double[] sigmoid() {
        Elementary.sigmoid(x, y);
        return y;
    }

    /** {@code ln(1 + eˣ)}. */
    @Benchmark
    public double[] softplus() {
        Elementary.softplus(x, y);
        return y;
    }
}
