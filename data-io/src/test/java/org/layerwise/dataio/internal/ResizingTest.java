package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizingTest {
    private record Noise(int width, int height, int seed) implements PixelLines {
        @Override
        public void read(int line, int[] rgb) {
            Random random = new Random(seed + 31L * line);
            Arrays.setAll(rgb, x -> random.nextInt(1 << 24));
        }

        int[][] pixels() {
            int[][] all = new int[height][width];
            for (int y = 0; y < height; y++) {
                read(y, all[y]);
            }
            return all;
        }
    }

    /** The new pixel as its definition says, from all old ones. */
    private static long mean(int[][] old, int x, int y, int newWidth, int newHeight, int shift) {
        double across = (double) old[0].length / newWidth;
        double down = (double) old.length / newHeight;
        double[] columns = weights((x + 0.5) * across, Math.max(1, across), old[0].length);
        double[] rows = weights((y + 0.5) * down, Math.max(1, down), old.length);
        double sum = 0;
        for (int j = 0; j < old.length; j++) {
            for (int i = 0; i < old[0].length && rows[j] > 0; i++) {
                sum += rows[j] * columns[i] * ((old[j][i] >> shift) & 0xff);
            }
        }
        return Math.round(sum);
    }

    private static double[] weights(double centre, double support, int size) {
        double[] weights = new double[size];
        Arrays.setAll(weights, k -> Math.max(0, 1 - Math.abs((k + 0.5 - centre) / support)));
        double sum = Arrays.stream(weights).sum();
        Arrays.setAll(weights, k -> weights[k] / sum);
        return weights;
    }

    /** The last ones are too long for their weights to be kept. */
    @ParameterizedTest
    @CsvSource({"9,7,4,3", "4,3,9,7", "5,5,5,2", "5,5,2,5", "1,1,3,2", "70001,1,3,1", "1,70001,1,3", "3,2,3,2"})
    void isTheWeightedMean(int width, int height, int newWidth, int newHeight) {
        Noise noise = new Noise(width, height, 20261127);
        byte[] resized = new byte[3 * newWidth * newHeight + 5];
        new Resizing(newWidth, newHeight, 3).write(noise, resized, 5);
        int[][] old = noise.pixels();
        for (int y = 0, at = 5; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                for (int shift = 16; shift >= 0; shift -= 8) {
                    assertThat((long) (resized[at++] & 0xff))
                            .as("row %d, column %d", y, x)
                            .isEqualTo(mean(old, x, y, newWidth, newHeight, shift));
                }
            }
        }
    }
}
