package org.layerwise.dataio.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The formats that a file may have, told by its first bytes and, for texts, by its name. */
public enum FileKind {
    CSV,
    JSON_LINES,
    IDX,
    HDF5,
    MAT,
    NPY,
    NPZ,
    PARQUET;

    private static final int START = 512;
    private static final String IMAGE = "is an image; a folder with a folder of images for each class is expected";
    /** Names of what is no text. What has none of these endings is told by its content. */
    private static final Pattern BINARY =
            Pattern.compile(".*\\.(?:(png|jpe?g|bmp|gif|webp|tiff?)|(npy|npz|h5|hdf5|parquet))");

    /**
     * What a file is.
     *
     * @throws org.layerwise.dataio.DataException if it is empty, or binary and of none of these formats
     */
    public static FileKind of(InputFile file) throws IOException {
        byte[] start = start(file);
        if (start.length == 0) {
            throw file.wrong("is empty");
        }
        Optional<FileKind> told = byMagic(start);
        if (told.isPresent()) {
            return told.get();
        }
        Optional<String> other = OtherFormat.advice(start);
        if (other.isPresent()) {
            throw file.wrong(other.get());
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        String name = file.name().toLowerCase(Locale.ROOT);
        if (text.startsWith("MATLAB 5.0") || text.startsWith("MATLAB 7.3") || name.endsWith(".mat")) {
            return MAT;
        }
        if (start.length >= 4 && start[0] == 0 && start[1] == 0 && start[2] >= 8 && start[2] <= 14 && start[3] > 0) {
            return IDX;
        }
        return text(file, start, text, name);
    }

    private static Optional<FileKind> byMagic(byte[] start) {
        if (begins(start, 0x89, 'H', 'D', 'F')) {
            return Optional.of(HDF5);
        }
        if (begins(start, 0x93, 'N', 'U', 'M', 'P', 'Y')) {
            return Optional.of(NPY);
        }
        if (begins(start, 'P', 'K')) {
            return Optional.of(NPZ);
        }
        return begins(start, 'P', 'A', 'R', '1') ? Optional.of(PARQUET) : Optional.empty();
    }

    private static FileKind text(InputFile file, byte[] start, String text, String name) {
        boolean wide = begins(start, 0xFF, 0xFE) || begins(start, 0xFE, 0xFF);
        boolean binary = !wide && text.indexOf('\0') >= 0;
        Matcher known = BINARY.matcher(name);
        if (known.matches()) {
            String what = known.group(1) == null ? known.group(2) + " file" : "image";
            throw file.wrong(
                    isImage(start, text)
                            ? IMAGE
                            : "is no " + what + ", as its name has it, but "
                                    + (binary
                                            ? "begins with " + bytes(start)
                                            : "text; a table needs another ending, such as .csv"));
        }
        if (name.matches(".*\\.(jsonl?|ndjson)(\\.gz)?") || text.stripLeading().startsWith("{\"")) {
            return JSON_LINES;
        }
        if (binary && !name.matches(".*\\.(csv|tsv|tab|txt|data)(\\.gz)?")) {
            throw file.wrong(
                    isImage(start, text)
                            ? IMAGE
                            : "is of no format that is known here: it begins with " + bytes(start)
                                    + "; csv, json lines, idx, hdf5, mat, npy, npz or parquet is expected");
        }
        return CSV;
    }

    private static String bytes(byte[] start) {
        StringBuilder bytes = new StringBuilder();
        for (int i = 0; i < Math.min(8, start.length); i++) {
            bytes.append(String.format(Locale.ROOT, i == 0 ? "%02x" : " %02x", start[i] & 0xff));
        }
        return bytes.toString();
    }

    private static boolean isImage(byte[] start, String text) {
        return begins(start, 0x89, 'P', 'N', 'G')
                || begins(start, 0xFF, 0xD8, 0xFF)
                || text.startsWith("GIF8")
                || (text.startsWith("RIFF") && text.startsWith("WEBP", 8))
                || (text.startsWith("BM") && text.startsWith("\0\0\0\0", 6));
    }

    private static boolean begins(byte[] start, int... magic) {
        if (start.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((start[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first bytes, unpacked where the file is gzipped. */
    private static byte[] start(InputFile file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file.path())) {
            start = in.readNBytes(START);
        }
        if (!GzipInput.isGzip(start)) {
            return start;
        }
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file.path())), START)) {
            byte[] unpacked = new byte[START];
            int read = in.readNBytes(unpacked, 0, START);
            return Arrays.copyOf(unpacked, read);
        } catch (IOException e) {
            throw file.wrong("is no sound gzip file", e);
        }
    }
}
