package org.layerwise.benchmarks;

import java.util.concurrent.TimeUnit;
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

/** The three products of a dense layer with {@code units x inputs} weights and a batch of so many examples. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class ProductBenchmark {
    /** units, inputs, examples. */
    @Param({"4,2,400", "64,30,32", "20,12288,209", "7,20,209", "256,784,128", "512,512,512"})
    public String shape = "";

    private DenseMatrix weights = new DenseMatrix(0, 0);
    private DenseMatrix input = new DenseMatrix(0, 0);
    private DenseMatrix output = new DenseMatrix(0, 0);
    private DenseMatrix dWeights = new DenseMatrix(0, 0);
    private DenseMatrix dInput = new DenseMatrix(0, 0);

    /** Makes random operands. */
    @Setup
    public void prepare() {
        String[] parts = shape.split(",", -1);
        int units = Integer.parseInt(parts[0]);
        int inputs = Integer.parseInt(parts[1]);
        int examples = Integer.parseInt(parts[2]);
        RandomSource random = new Splittable().seeded(1);
        weights = random(units, inputs, random);
        input = random(inputs, examples, random);
        output = random(units, examples, random);
        dWeights = new DenseMatrix(units, inputs);
        dInput = new DenseMatrix(inputs, examples);
    }

    /** {@code Z = W A}. */
    @Benchmark
    public DenseMatrix forward() {
        output.setProduct(weights, input);
        return output;
    }

    /** {@code dW = dZ Aᵀ}. */
    @Benchmark
    public DenseMatrix weightGradient() {
        dWeights.setProductTransposed(output, input);
        return dWeights;
    }

    /** {@code dA = Wᵀ dZ}. */
    @Benchmark
    public DenseMatrix inputGradient() {
        dInput.setTransposedProduct(weights, output);
        return dInput;
    }

    private static DenseMatrix random(int rows, int columns, RandomSource random) {
        DenseMatrix matrix = new DenseMatrix(rows, columns);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = random.nextDouble() - 0.5;
        }
        return matrix;
    }
}
