package org.layerwise.dataio.internal;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.layerwise.dataio.DataException;

/** The bytes of an image: row by row, the channels of a pixel together. */
final class Pixels {
    /** Deflate packs a byte into a bit or less: at most so many pixels of one bit are in a byte of a file. */
    private static final long MOST_PIXELS_PER_BYTE = 1032 * 8;

    /** JPEG takes a bit or more for each block of 64 pixels. */
    private static final long MOST_PIXELS_PER_JPEG_BYTE = 8 * 64;

    /** LZW packs 4096 pixels or less into a code of 12 bits. */
    private static final long MOST_PIXELS_PER_GIF_BYTE = 2731;

    private static final String JPEG = "\u00ff\u00d8\u00ff";

    private static final Pattern CUT_SHORT = Pattern.compile("(?i)premature|truncated");

    private static final String WEBP = "; WebP needs a plugin of ImageIO on the class path,"
            + " com.twelvemonkeys.imageio:imageio-webp for instance";

    private static final String KNOWN = "; PNG, JPEG, BMP, GIF or WebP is expected";

    /** While a pixel is decoded and copied. */
    private static final int BYTES_PER_PIXEL = 8;

    private final int width;
    private final int height;
    private final int channels;
    private final byte[] values;

    private Pixels(int width, int height, int channels, byte[] values) {
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.values = values;
    }

    private interface Use<T> {
        T of(ImageReader reader) throws IOException;
    }

    /** @throws DataException if the file is no image, or a damaged one */
    static Pixels read(byte[] file, int channels) {
        return use(file, reader -> of(whole(reader, file), channels));
    }

    /** Width and height, as the file declares them. */
    static int[] size(byte[] file) {
        return use(file, reader -> new int[] {reader.getWidth(0), reader.getHeight(0)});
    }

    private static <T> T use(byte[] file, Use<T> use) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!isKnown(file) || !readers.hasNext()) {
                throw new DataException("is no image of a known format" + (WebpChunks.isWebp(file) ? WEBP : KNOWN));
            }
            if (holdsAnother(file)) {
                throw new DataException("is a BMP file that holds an image of another format; save that one alone");
            }
            ImageEnd.require(file, end(file));
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                requireRoom(file, reader.getWidth(0), reader.getHeight(0));
                return use.of(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw e instanceof DataException data
                    ? data
                    : new DataException("is a damaged image" + InputFile.reason(e), e);
        } catch (OutOfMemoryError e) {
            throw new DataException("takes more memory than there is; make it smaller, or give Java more (-Xmx)", e);
        }
    }

    private static OptionalInt end(byte[] file) {
        if (PngChunks.isPng(file)) {
            return OptionalInt.of(PngChunks.check(file));
        }
        return WebpChunks.isWebp(file) ? OptionalInt.of(WebpChunks.check(file)) : ImageEnd.of(file);
    }

    private static void requireRoom(byte[] file, int width, int height) {
        long pixels = (long) width * height;
        if (pixels > mostPixels(file)) {
            throw new DataException(
                    "declares " + width + "x" + height + " pixels, more than " + file.length + " bytes can hold");
        }
        requireMemory(pixels * BYTES_PER_PIXEL, width, height);
    }

    /** What is taken must fit in half of the heap: other images and the data set are there too. */
    private static void requireMemory(long bytes, int width, int height) {
        long most = Math.min(Runtime.getRuntime().maxMemory() / 2, Integer.MAX_VALUE - 8);
        if (bytes > most) {
            throw new DataException("has " + width + "x" + height + " pixels and takes " + (bytes >> 20)
                    + " MB, of which " + (most >> 20) + " can be had; make it smaller, or give Java more (-Xmx)");
        }
    }

    /** A PNG file declares its bits per pixel behind width and height, and packs at most so many bytes into one. */
    private static long mostPixels(byte[] file) {
        if (begins(file, JPEG)) {
            return MOST_PIXELS_PER_JPEG_BYTE * file.length;
        }
        if (begins(file, "GIF8")) {
            return MOST_PIXELS_PER_GIF_BYTE * file.length;
        }
        if (!PngChunks.isPng(file) || file.length < 26) {
            return MOST_PIXELS_PER_BYTE * file.length;
        }
        int channels = switch (file[25]) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        return MOST_PIXELS_PER_BYTE * file.length / (Math.max(1, file[24]) * channels);
    }

    private static boolean isKnown(byte[] file) {
        return PngChunks.isPng(file)
                || begins(file, JPEG)
                || begins(file, "BM")
                || begins(file, "GIF8")
                || WebpChunks.isWebp(file);
    }

    /** BMP files for printers do; the JDK takes memory for whatever length they declare. */
    private static boolean holdsAnother(byte[] file) {
        return begins(file, "BM") && file.length > 30 && (file[30] == 4 || file[30] == 5);
    }

    private static boolean begins(byte[] file, String magic) {
        byte[] start = magic.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }

    /** The image; one that is cut short is refused where the JDK only warns and leaves the rest grey. */
    private static BufferedImage whole(ImageReader reader, byte[] file) throws IOException {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        BufferedImage image = FourInks.applies(reader, file) ? FourInks.read(reader, file) : reader.read(0);
        for (String warning : warnings) {
            if (CUT_SHORT.matcher(warning).find()) {
                throw new DataException("is a damaged image (" + warning.strip() + ")");
            }
        }
        return image;
    }

    private static Pixels of(BufferedImage image, int channels) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] values = new byte[Math.multiplyExact(width * height, channels)];
        Raster raster = image.getRaster();
        ColorModel model = image.getColorModel();
        boolean bytes = !(model instanceof IndexColorModel) && model.getComponentSize(0) == 8;
        // Grey samples are taken as they stand: getRGB would change them, as Java takes grey for linear.
        boolean grey = bytes && raster.getNumBands() <= 2;
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at += channels) {
                int rgb = grey ? raster.getSample(x, y, 0) * 0x010101 : image.getRGB(x, y);
                store(rgb, values, at, channels);
            }
        }
        return new Pixels(width, height, channels, values);
    }

    private static void store(int rgb, byte[] values, int at, int channels) {
        int red = (rgb >> 16) & 0xff;
        int green = (rgb >> 8) & 0xff;
        int blue = rgb & 0xff;
        if (channels == 1) {
            values[at] = (byte) ((19595 * red + 38470 * green + 7471 * blue + 0x8000) >> 16);
        } else {
            values[at] = (byte) red;
            values[at + 1] = (byte) green;
            values[at + 2] = (byte) blue;
        }
    }

    /** The image in another size. */
    Pixels resized(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        requireMemory((long) Double.BYTES * height * newWidth * channels, width, height);
        double[] rows = new double[height * newWidth * channels];
        for (int x = 0; x < newWidth; x++) {
            Filter filter = new Filter(x, width, newWidth);
            for (int y = 0; y < height; y++) {
                for (int c = 0; c < channels; c++) {
                    double sum = 0;
                    for (int k = filter.from; k < filter.to; k++) {
                        sum += filter.weights[k - filter.from] * (values[(y * width + k) * channels + c] & 0xff);
                    }
                    rows[(y * newWidth + x) * channels + c] = sum;
                }
            }
        }
        return new Pixels(newWidth, newHeight, channels, columns(rows, newWidth, newHeight));
    }

    private byte[] columns(double[] rows, int newWidth, int newHeight) {
        int line = newWidth * channels;
        byte[] resized = new byte[newHeight * line];
        for (int y = 0; y < newHeight; y++) {
            Filter filter = new Filter(y, height, newHeight);
            for (int i = 0; i < line; i++) {
                double sum = 0;
                for (int k = filter.from; k < filter.to; k++) {
                    sum += filter.weights[k - filter.from] * rows[k * line + i];
                }
                resized[y * line + i] = (byte) Math.max(0, Math.min(255, (int) (sum + 0.5)));
            }
        }
        return resized;
    }

    void copyTo(byte[] destination, int offset) {
        System.arraycopy(values, 0, destination, offset, values.length);
    }

    /** The old pixels that a new one covers, and their weights: a triangle as wide as the scale. */
    private static final class Filter {
        private final int from;
        private final int to;
        private final double[] weights;

        Filter(int index, int oldSize, int newSize) {
            double scale = (double) oldSize / newSize;
            double support = Math.max(1, scale);
            double centre = (index + 0.5) * scale;
            from = Math.max(0, (int) (centre - support + 0.5));
            to = Math.min(oldSize, (int) (centre + support + 0.5));
            weights = new double[to - from];
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                weights[k] = Math.max(0, 1 - Math.abs((from + k + 0.5 - centre) / support));
                sum += weights[k];
            }
            for (int k = 0; k < weights.length; k++) {
                weights[k] /= sum;
            }
        }
    }
}
