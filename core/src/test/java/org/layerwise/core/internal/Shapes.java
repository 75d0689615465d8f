package org.layerwise.core.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Shapes and operands that products are tried on. */
final class Shapes {
    private static final int[] AWKWARD = {0, 1, 2, 3, 7, 31, 64, 65, 207};

    /** m, n, k of one product. */
    record Shape(int m, int n, int k) {
        double[] left() {
            return random(m * k, 1 + m + 31L * k);
        }

        double[] right() {
            return random(k * n, 2 + n + 31L * k);
        }

        double[] destination() {
            return random(m * n, 3 + m + 31L * n);
        }
    }

    private Shapes() {}

    static List<Shape> awkward() {
        List<Shape> shapes = new ArrayList<>();
        for (int m : AWKWARD) {
            for (int n : AWKWARD) {
                for (int k : AWKWARD) {
                    shapes.add(new Shape(m, n, k));
                }
            }
        }
        return shapes;
    }

    /** As skinny as those of networks, and most of them cut into pieces. */
    static List<Shape> large() {
        return List.of(
                new Shape(20, 209, 3000),
                new Shape(20, 3000, 209),
                new Shape(4, 2, 400),
                new Shape(256, 128, 784),
                new Shape(784, 128, 256),
                new Shape(256, 784, 129),
                new Shape(300, 301, 302),
                new Shape(1, 3000, 700),
                new Shape(3000, 1, 700),
                new Shape(5, 5, 20_003),
                new Shape(4, 4, 300_000),
                new Shape(20, 30, 12_289),
                new Shape(40, 50, 2_100),
                new Shape(64, 64, 70),
                new Shape(5, 300, 10));
    }

    static double[] random(int length, long seed) {
        Random random = new Random(seed);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextDouble() * 2 - 1;
        }
        return values;
    }
}
