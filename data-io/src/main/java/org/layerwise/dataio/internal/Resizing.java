package org.layerwise.dataio.internal;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Brings a picture to another size: each new pixel is the mean of the old ones below it, weighted by a triangle as wide as
 * the scale, as Pillow's {@code BILINEAR}. Old lines are taken one by one; of the new ones only those are held that the
 * old one contributes to.
 *
 * @param width in pixels, of the new one
 * @param height in pixels, of the new one
 * @param channels 1 for grey, 3 for colours
 */
record Resizing(int width, int height, int channels) {
    /** Weights of so many pixels are kept; of more they are computed anew each time. */
    private static final int KEPT = 1 << 16;

    /** Writes the picture in the new size. */
    void write(PixelLines picture, byte[] destination, int offset) {
        byte[] line = new byte[Math.multiplyExact(picture.width(), channels)];
        int[] rgb = new int[picture.width()];
        boolean same = picture.width() == width && picture.height() == height;
        Down down = new Down(picture.height(), destination, offset);
        Filter[] across = same ? new Filter[0] : filters(picture.width());
        double[] narrowed = new double[same ? 0 : width * channels];
        for (int y = 0; y < picture.height(); y++) {
            picture.read(y, rgb);
            store(rgb, line);
            if (same) {
                System.arraycopy(line, 0, destination, offset + y * line.length, line.length);
            } else {
                narrow(line, across, narrowed);
                down.add(y, narrowed);
            }
        }
    }

    private void store(int[] rgb, byte[] line) {
        for (int x = 0, at = 0; x < rgb.length; x++, at += channels) {
            int red = (rgb[x] >> 16) & 0xff;
            int green = (rgb[x] >> 8) & 0xff;
            int blue = rgb[x] & 0xff;
            if (channels == 1) {
                line[at] = (byte) ((19595 * red + 38470 * green + 7471 * blue + 0x8000) >> 16);
            } else {
                line[at] = (byte) red;
                line[at + 1] = (byte) green;
                line[at + 2] = (byte) blue;
            }
        }
    }

    private Filter[] filters(int oldWidth) {
        Filter[] filters = new Filter[width];
        for (int x = 0; x < width; x++) {
            filters[x] = new Filter(x, oldWidth, width);
        }
        return filters;
    }

    private void narrow(byte[] line, Filter[] across, double[] narrowed) {
        for (int x = 0; x < width; x++) {
            Filter filter = across[x];
            for (int c = 0; c < channels; c++) {
                double sum = 0;
                for (int k = filter.from; k < filter.to; k++) {
                    sum += filter.weight(k) * (line[k * channels + c] & 0xff);
                }
                narrowed[x * channels + c] = sum;
            }
        }
    }

    /** New lines that old ones are being added to. */
    private final class Down {
        private final int oldHeight;
        private final byte[] destination;
        private final int offset;
        private final Deque<Line> open = new ArrayDeque<>();
        private final Deque<double[]> free = new ArrayDeque<>();
        private Filter upcoming;
        private int next;

        Down(int oldHeight, byte[] destination, int offset) {
            this.oldHeight = oldHeight;
            this.destination = destination;
            this.offset = offset;
            this.upcoming = new Filter(0, oldHeight, height);
        }

        void add(int old, double[] values) {
            while (next < height && upcoming.from <= old) {
                double[] sums = free.isEmpty() ? new double[values.length] : free.pop();
                open.add(new Line(next++, upcoming, sums));
                upcoming = new Filter(next, oldHeight, height);
            }
            for (Line line : open) {
                line.add(old, values);
            }
            while (!open.isEmpty() && open.element().filter.to <= old + 1) {
                Line done = open.remove();
                done.write(destination, offset + done.index * values.length);
                free.push(done.sums);
            }
        }
    }

    /** One of them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Line(int index, Filter filter, double[] sums) {
        void add(int old, double[] values) {
            double weight = filter.weight(old);
            for (int i = 0; i < values.length; i++) {
                sums[i] += weight * values[i];
            }
        }

        /** Leaves nothing but zeros behind, for the next line. */
        void write(byte[] destination, int at) {
            for (int i = 0; i < sums.length; i++) {
                destination[at + i] = (byte) Math.max(0, Math.min(255, (int) (sums[i] + 0.5)));
                sums[i] = 0;
            }
        }
    }

    /** The old pixels that a new one covers, and their weights: a triangle as wide as the scale. */
    private static final class Filter {
        private final int from;
        private final int to;
        private final double centre;
        private final double support;
        private final double sum;
        private final double[] kept;

        Filter(int index, int oldSize, int newSize) {
            double scale = (double) oldSize / newSize;
            support = Math.max(1, scale);
            centre = (index + 0.5) * scale;
            from = Math.max(0, (int) (centre - support + 0.5));
            to = Math.min(oldSize, (int) (centre + support + 0.5));
            double all = 0;
            for (int k = from; k < to; k++) {
                all += height(k);
            }
            sum = all;
            kept = new double[oldSize <= KEPT ? to - from : 0];
            for (int k = 0; k < kept.length; k++) {
                kept[k] = height(from + k) / sum;
            }
        }

        private double height(int k) {
            return Math.max(0, 1 - Math.abs((k + 0.5 - centre) / support));
        }

        double weight(int k) {
            return kept.length > 0 ? kept[k - from] : height(k) / sum;
        }
    }
}
