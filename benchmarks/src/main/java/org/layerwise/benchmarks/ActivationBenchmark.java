package org.layerwise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.layerwise.activations.Activation;
import org.layerwise.activations.Elu;
import org.layerwise.activations.Gelu;
import org.layerwise.activations.Mish;
import org.layerwise.activations.Relu;
import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Silu;
import org.layerwise.activations.Softmax;
import org.layerwise.activations.Softplus;
import org.layerwise.activations.Tanh;
import org.layerwise.core.DenseMatrix;
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

/** Activations over the first hidden layer of a workload's network, forward and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class ActivationBenchmark {
    /** Whose hidden layer. */
    @Param({"flower", "circles", "small", "cats4", "mnist", "wide"})
    public String workload = "";

    /** The function. */
    @Param({"relu", "tanh", "sigmoid", "softmax", "softplus", "silu", "elu", "gelu", "mish"})
    public String activation = "";

    private Activation function = new Relu();
    private DenseMatrix z = new DenseMatrix(0, 0);
    private DenseMatrix a = new DenseMatrix(0, 0);
    private DenseMatrix dA = new DenseMatrix(0, 0);
    private DenseMatrix dZ = new DenseMatrix(0, 0);

    /** Makes random arguments. */
    @Setup
    public void prepare() {
        Workload of = Workload.named(workload);
        int units = of.widths().get(1);
        RandomSource random = new Splittable().seeded(1);
        function = function();
        z = random(units, of.examples(), random);
        dA = random(units, of.examples(), random);
        a = new DenseMatrix(units, of.examples());
        dZ = new DenseMatrix(units, of.examples());
        function.apply(z, a);
    }

    /** {@code A = g(Z)}. */
    @Benchmark
    public DenseMatrix forward() {
        function.apply(z, a);
        return a;
    }

    /** {@code dZ} of {@code dA}. */
    @Benchmark
    public DenseMatrix backpropagate() {
        function.backpropagate(z, a, dA, dZ);
        return dZ;
    }

    private Activation function() {
        return switch (activation) {
            case "relu" -> new Relu();
            case "tanh" -> new Tanh();
            case "sigmoid" -> new Sigmoid();
            case "softmax" -> new Softmax();
            case "softplus" -> new Softplus();
            case "silu" -> new Silu();
            case "elu" -> new Elu();
            case "gelu" -> new Gelu();
            case "mish" -> new Mish();
            default -> throw new IllegalArgumentException("no activation " + activation);
        };
    }

    private static DenseMatrix random(int rows, int columns, RandomSource random) {
        DenseMatrix matrix = new DenseMatrix(rows, columns);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = random.nextGaussian();
        }
        return matrix;
    }
}
