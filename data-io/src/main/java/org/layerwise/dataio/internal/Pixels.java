package org.layerwise.dataio.internal;

import java.io.IOException;
import java.util.Iterator;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.layerwise.dataio.DataException;

/** The bytes of an image: row by row, the channels of a pixel together. */
final class Pixels {
    private static final Pattern CUT_SHORT = Pattern.compile("(?i)premature|truncated");

    private static final String WEBP = "; WebP needs a plugin of ImageIO on the class path,"
            + " com.twelvemonkeys.imageio:imageio-webp for instance";

    private static final String KNOWN = "; PNG, JPEG, BMP, GIF or WebP is expected";

    private Pixels() {}

    private interface Use<T> {
        T of(ImageReader reader) throws IOException;
    }

    /**
     * Decodes an image and brings it to a size.
     *
     * @throws DataException if the file is no image, or a damaged one
     */
    static void read(byte[] file, ImageForm form, byte[] destination, int offset) {
        use(file, reader -> {
            new Resizing(form.width(), form.height(), form.channels()).write(whole(reader, file), destination, offset);
            return form;
        });
    }

    /** Width and height, as the file declares them. */
    static int[] size(byte[] file) {
        return use(file, reader -> new int[] {reader.getWidth(0), reader.getHeight(0)});
    }

    private static <T> T use(byte[] file, Use<T> use) {
        try {
            if (!isKnown(file)) {
                throw new DataException("is no image of a known format" + KNOWN);
            }
            if (holdsAnother(file)) {
                throw new DataException("is a BMP file that holds an image of another format; save that one alone");
            }
            ImageEnd.require(file, end(file));
            return decoded(file, use);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw e instanceof DataException data
                    ? data
                    : new DataException("is a damaged image" + InputFile.reason(e), e);
        } catch (OutOfMemoryError e) {
            throw new DataException("takes more memory than there is; make it smaller, or give Java more (-Xmx)", e);
        }
    }

    private static <T> T decoded(byte[] file, Use<T> use) throws IOException {
        try (ImageBytes in = ImageBytes.of(file)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DataException("is no image of a known format" + (WebpChunks.isWebp(file) ? WEBP : KNOWN));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                PictureSize.require(file, reader.getWidth(0), reader.getHeight(0));
                return use.of(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static OptionalInt end(byte[] file) {
        if (PngChunks.isPng(file)) {
            return OptionalInt.of(PngChunks.check(file));
        }
        return WebpChunks.isWebp(file) ? OptionalInt.of(WebpChunks.of(file).end()) : ImageEnd.of(file);
    }

    private static boolean isKnown(byte[] file) {
        return PngChunks.isPng(file)
                || PictureSize.begins(file, PictureSize.JPEG)
                || PictureSize.begins(file, "BM")
                || PictureSize.begins(file, "GIF8")
                || WebpChunks.isWebp(file);
    }

    /** BMP files for printers do; the JDK takes memory for whatever length they declare. */
    private static boolean holdsAnother(byte[] file) {
        return PictureSize.begins(file, "BM") && file.length > 30 && (file[30] == 4 || file[30] == 5);
    }

    /** The picture; one that is cut short is refused where the JDK only warns and leaves the rest grey. */
    private static PixelLines whole(ImageReader reader, byte[] file) throws IOException {
        Warnings warnings = new Warnings();
        reader.addIIOReadWarningListener(warnings);
        PixelLines picture =
                FourInks.applies(reader, file) ? FourInks.read(reader, file) : PixelLines.of(reader.read(0));
        if (!warnings.worst.isEmpty()) {
            throw new DataException("is a damaged image (" + warnings.worst.strip() + ")");
        }
        return picture;
    }

    /** Listens until it is clear that the image is damaged: of a made-up one the JDK warns at every byte. */
    private static final class Warnings implements IIOReadWarningListener {
        private static final int MOST = 50;

        private int count;
        private String worst = "";

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            if (++count == MOST || CUT_SHORT.matcher(warning).find()) {
                worst = warning;
                source.removeIIOReadWarningListener(this);
            }
        }
    }
}
