package org.layerwise.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.optimizers.Adam;
import org.layerwise.optimizers.Momentum;
import org.layerwise.optimizers.Optimizer;
import org.layerwise.optimizers.Rmsprop;
import org.layerwise.optimizers.Sgd;
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

/** The update of all weights and biases of a workload's network. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class UpdateBenchmark {
    private static final double RATE = 1e-6;

    /** Whose parameters. */
    @Param({"flower", "circles", "small", "cats4", "mnist", "wide"})
    public String workload = "";

    /** The rule. */
    @Param({"sgd", "momentum", "rmsprop", "adam"})
    public String optimizer = "";

    private Optimizer.Updater[] updaters = {};
    private long step;

    /** Makes random weights and gradients. */
    @Setup
    public void prepare() {
        RandomSource random = new Splittable().seeded(1);
        List<Optimizer.Updater> all = new ArrayList<>();
        List<Integer> widths = Workload.named(workload).widths();
        for (int l = 1; l < widths.size(); l++) {
            all.add(updater("W" + l, widths.get(l), widths.get(l - 1), random));
            all.add(updater("b" + l, widths.get(l), 1, random));
        }
        updaters = all.toArray(Optimizer.Updater[]::new);
    }

    /** One update of each. */
    @Benchmark
    public long update() {
        for (Optimizer.Updater updater : updaters) {
            updater.update(step, RATE);
        }
        return step++;
    }

    private Optimizer.Updater updater(String name, int rows, int columns, RandomSource random) {
        Parameter parameter = Parameter.of(name, random(rows, columns, random));
        System.arraycopy(
                random(rows, columns, random).values(), 0, parameter.gradient().values(), 0, rows * columns);
        return rule().updaterFor(parameter);
    }

    private Optimizer rule() {
        return switch (optimizer) {
            case "sgd" -> new Sgd(RATE);
            case "momentum" -> new Momentum(RATE);
            case "rmsprop" -> new Rmsprop(RATE);
            case "adam" -> new Adam(RATE);
            default -> throw new IllegalArgumentException("no optimizer " + optimizer);
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
