package org.layerwise.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;

/** Large parameters are cut into stretches that cores share: each element must move as it would alone. */
class LargeParametersTest {
    private static final int LENGTH = 40_011;
    private static final int PIECE = 1_111;
    private static final int STEPS = 8;
    /** W, and the gradient of each step. */
    private static final double[][] NUMBERS = IntStream.rangeClosed(0, STEPS)
            .mapToObj(seed -> new Random(seed).doubles(LENGTH, -1, 1).toArray())
            .toArray(double[][]::new);

    static Stream<Arguments> rules() {
        return Stream.concat(GoldenOptimizersTest.rules(), ComputedOptimizersTest.rules());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void moveAsTheirPiecesDoAlone(String name, Optimizer optimizer) {
        double[] whole = moved(optimizer, 0, LENGTH);
        for (int from = 0; from < LENGTH; from += PIECE) {
            int to = Math.min(LENGTH, from + PIECE);
            assertThat(Arrays.copyOfRange(whole, from, to)).as("from %d", from).isEqualTo(moved(optimizer, from, to));
        }
    }

    /** The elements {@code from … to − 1} after some steps. */
    private static double[] moved(Optimizer optimizer, int from, int to) {
        double[] values = Arrays.copyOfRange(NUMBERS[STEPS], from, to);
        double[] gradient = new double[to - from];
        Parameter parameter =
                new Parameter("W", DenseMatrix.wrap(1, to - from, values), DenseMatrix.wrap(1, to - from, gradient));
        Optimizer.Updater updater = optimizer.updaterFor(parameter);
        for (int step = 0; step < STEPS; step++) {
            System.arraycopy(NUMBERS[step], from, gradient, 0, gradient.length);
            updater.update(step, optimizer.learningRate().at(step));
        }
        return values;
    }
}
