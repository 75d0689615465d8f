package org.layerwise.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The loops of this process against their definition, bit by bit, and what lies beside their columns. */
class RowLoopsTest {
    private static final RowLoops LOOPS = Acceleration.rowLoops();
    private static final int AT = 3;

    /** What a loop does to x, y, s and e, whose entries are at row · stride + column behind AT. */
    private interface Loop {
        void run(RowLoops loops, Arrays of, int stride, int rows, int width);
    }

    /** What it does to one entry of each: x, y and e by their places, s by the column. */
    private interface Entry {
        void run(Arrays of, int x, int e, int j);
    }

    private static final class Arrays {
        private final double[] x;
        private final double[] y;
        private final double[] e;
        private final double[] s;

        Arrays(double[] x, double[] y, double[] e, double[] s) {
            this.x = x;
            this.y = y;
            this.e = e;
            this.s = s;
        }

        static Arrays random(int length, int width) {
            Random random = new Random(7);
            return new Arrays(
                    numbers(length, random), numbers(length, random), numbers(length, random), numbers(width, random));
        }

        private static double[] numbers(int length, Random random) {
            double[] special = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -0.0};
            return random.doubles(length)
                    .map(u -> u < 0.05 ? special[(int) (100 * u)] : 4 * u - 2)
                    .toArray();
        }

        double[][] all() {
            return new double[][] {x, y, e, s};
        }

        Arrays copy() {
            return new Arrays(x.clone(), y.clone(), e.clone(), s.clone());
        }
    }

    static Stream<Arguments> loops() {
        return Stream.of(
                loop(
                        "max",
                        (l, of, stride, rows, width) -> l.max(of.x, AT, stride, rows, width, of.s),
                        (of, x, e, j) -> of.s[j] = Math.max(of.s[j], of.x[x])),
                loop(
                        "subtract",
                        (l, of, stride, rows, width) -> l.subtract(of.x, AT, stride, rows, width, of.s, of.e, 0, width),
                        (of, x, e, j) -> of.e[e] = of.x[x] - of.s[j]),
                loop(
                        "subtract in place",
                        (l, of, stride, rows, width) ->
                                l.subtract(of.x, AT, stride, rows, width, of.s, of.x, AT, stride),
                        (of, x, e, j) -> of.x[x] -= of.s[j]),
                loop(
                        "add",
                        (l, of, stride, rows, width) -> l.add(of.x, AT, stride, rows, width, of.s),
                        (of, x, e, j) -> of.s[j] += of.x[x]),
                loop(
                        "addProducts",
                        (l, of, stride, rows, width) -> l.addProducts(of.x, of.y, AT, stride, rows, width, of.s),
                        (of, x, e, j) -> of.s[j] += of.x[x] * of.y[x]),
                loop(
                        "scale",
                        (l, of, stride, rows, width) -> l.scale(of.x, AT, stride, rows, width, of.s),
                        (of, x, e, j) -> of.x[x] *= of.s[j]),
                loop(
                        "centre",
                        (l, of, stride, rows, width) -> l.centre(of.x, of.y, AT, stride, rows, width, of.s, of.y),
                        (of, x, e, j) -> of.y[x] = of.x[x] * (of.y[x] - of.s[j])),
                loop(
                        "subtractShares",
                        (l, of, stride, rows, width) ->
                                l.subtractShares(of.e, of.y, AT, stride, rows, width, of.s, of.y),
                        (of, x, e, j) -> of.y[x] -= of.e[e] * of.s[j]));
    }

    private static Arguments loop(String name, Loop loop, Entry entry) {
        return Arguments.of(name, loop, entry);
    }

    @ParameterizedTest
    @MethodSource("loops")
    void giveTheBitsOfTheirDefinition(String name, Loop loop, Entry entry) {
        for (int width = 1; width <= 35; width++) {
            for (int rows = 0; rows < 4; rows++) {
                int stride = width + rows % 3;
                Arrays start = Arrays.random(AT + 4 * (width + 2) + 9, width);
                Arrays expected = start.copy();
                for (int i = 0; i < rows; i++) {
                    for (int j = 0; j < width; j++) {
                        entry.run(expected, AT + i * stride + j, i * width + j, j);
                    }
                }
                for (RowLoops loops : new RowLoops[] {LOOPS, new ScalarRowLoops()}) {
                    Arrays actual = start.copy();
                    loop.run(loops, actual, stride, rows, width);
                    for (int k = 0; k < 4; k++) {
                        assertThat(actual.all()[k])
                                .as(name + " " + rows + "x" + width)
                                .isEqualTo(expected.all()[k]);
                    }
                }
            }
        }
    }
}
