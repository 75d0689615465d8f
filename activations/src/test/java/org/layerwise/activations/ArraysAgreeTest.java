package org.layerwise.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.DenseMatrix;

/** Whole matrices against the two formulas, bit by bit: blocks, their ends and vectors leave no trace. */
class ArraysAgreeTest {
    /** A block has 512 numbers; often enough for the JIT compiler to step in. */
    private static final int[] LENGTHS = {1, 2, 7, 8, 9, 511, 512, 513, 1023, 1024, 1500, 70_001};

    static Stream<Arguments> functions() {
        return Stream.concat(ComputedActivationsTest.functions(), Stream.of(Arguments.of("plugin", new Cube())));
    }

    /** What a plugin's author writes. */
    private record Cube() implements ScalarActivation {
        @Override
        public double value(double z) {
            return z * z * z;
        }

        @Override
        public double derivative(double z, double a) {
            return 3 * z * z;
        }
    }

    private static DenseMatrix matrix(int length, Random random) {
        double[] special = {
            0,
            -0.0,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MAX_VALUE,
            -Double.MAX_VALUE
        };
        double[] x = IntStream.range(0, length)
                .mapToDouble(i -> switch (random.nextInt(5)) {
                    case 0 -> special[random.nextInt(special.length)];
                    case 1 -> random.nextGaussian() * 30;
                    case 2 -> random.nextDouble() * 1600 - 800;
                    default -> random.nextGaussian() * 2;
                })
                .toArray();
        return DenseMatrix.wrap(1, length, x);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void valuesAreThoseOfTheFormula(String name, ScalarActivation function) {
        Random random = new Random(3);
        for (int length : LENGTHS) {
            DenseMatrix z = matrix(length, random);
            DenseMatrix a = new DenseMatrix(1, length);
            DenseMatrix both = z.copy();
            function.apply(z, a);
            function.apply(both, both);
            for (int i = 0; i < length; i++) {
                double expected = function.value(z.values()[i]);
                assertThat(a.values()[i]).as(name + " of " + z.values()[i]).isEqualTo(Double.valueOf(expected));
                assertThat(both.values()[i])
                        .as(name + " in place of " + z.values()[i])
                        .isEqualTo(Double.valueOf(expected));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void gradientsAreThoseOfTheFormula(String name, ScalarActivation function) {
        Random random = new Random(4);
        for (int length : LENGTHS) {
            DenseMatrix z = matrix(length, random);
            for (int i = 0; i < length; i++) {
                z.values()[i] = Double.isNaN(z.values()[i]) ? -0.5 : z.values()[i];
            }
            DenseMatrix a = new DenseMatrix(1, length);
            function.apply(z, a);
            DenseMatrix dA = new DenseMatrix(1, length);
            Arrays.setAll(dA.values(), i -> random.nextGaussian());
            DenseMatrix dZ = new DenseMatrix(1, length);
            DenseMatrix both = dA.copy();
            function.backpropagate(z, a, dA, dZ);
            function.backpropagate(z, a, both, both);
            for (int i = 0; i < length; i++) {
                double x = z.values()[i];
                double expected = dA.values()[i] * function.derivative(x, a.values()[i]);
                assertThat(dZ.values()[i]).as(name + "' at " + x).isEqualTo(expected);
                assertThat(both.values()[i]).as(name + "' in place at " + x).isEqualTo(dZ.values()[i]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NEGATIVE_INFINITY,
                -Double.MAX_VALUE,
                -1e300,
                1e300,
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY
            })
    void noDerivativeIsNanFarOut(double z) {
        functions().filter(function -> !function.get()[0].equals("plugin")).forEach(function -> {
            ScalarActivation activation = (ScalarActivation) function.get()[1];
            double derivative = activation.derivative(z, activation.value(z));
            assertThat(derivative).as(function.get()[0] + "' at " + z).isNotNaN();
        });
    }
}
