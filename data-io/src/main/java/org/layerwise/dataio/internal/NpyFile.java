package org.layerwise.dataio.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.ReadContext;

/**
 * NumPy's array format, versions 1 to 3, alone ({@code .npy}) and as entries of an archive ({@code .npz}).
 *
 * <p>A file begins with {@code \x93NUMPY}, version, length of the header, and a header that is the text of a Python
 * dictionary. Arrays of Python objects are refused: they are pickles.
 */
public final class NpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z])([0-9]{1,6})'");
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*('[^']*'|\\[)");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, L]*)\\)");
    private static final String ENDING = ".npy";
    private static final int LONGEST_HEADER = 1 << 20;
    private static final int END_RECORD = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int END_MAGIC = 0x06054b50;

    private NpyFile() {}

    /**
     * The array of a {@code .npy} file, in memory or, where the context says so, left in the file.
     *
     * @throws DataException if the file is none of this format, is cut short, or has trailing bytes
     */
    public static Tensor read(InputFile file, ReadContext context) throws IOException {
        try (ByteReader reader = ByteReader.open(file)) {
            return array(file.name(), "file", reader, context);
        }
    }

    /**
     * An array of a {@code .npz} archive.
     *
     * @param option the reader's option that asks for it
     * @throws DataException if there is none of this name, or it is damaged
     */
    public static Tensor read(InputFile file, String name, String option, ReadContext context) throws IOException {
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            requireEnd(file);
            return entry(file, zip, name, option, context);
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw file.wrong("is no sound NPZ archive", e);
        }
    }

    /** The arrays of a {@code .npz} archive. */
    public static List<String> names(InputFile file) throws IOException {
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            requireArrays(file, zip);
            return names(zip);
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw file.wrong("is no sound NPZ archive", e);
        }
    }

    private static List<String> names(ZipFile zip) {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .limit(1000)
                .toList();
    }

    private static void requireArrays(InputFile file, ZipFile zip) {
        if (zip.getEntry("xl/workbook.xml") != null) {
            throw file.wrong("is a workbook of Excel; save it as csv");
        }
        if (zip.size() > 0 && names(zip).isEmpty()) {
            List<String> others = zip.stream().map(ZipEntry::getName).limit(3).toList();
            throw file.wrong("is a zip archive without arrays (.npy), of " + Names.listed(others)
                    + (zip.size() > others.size() ? ", …" : "") + "; unpack it");
        }
    }

    /** The JDK finds an archive's end also where other bytes follow it. */
    private static void requireEnd(InputFile file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.path().toFile(), "r")) {
            long size = in.length();
            byte[] last = new byte[(int) Math.min(size, END_RECORD + LONGEST_COMMENT)];
            in.seek(size - last.length);
            in.readFully(last);
            ByteBuffer end = ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = last.length - END_RECORD; at >= 0; at--) {
                if (end.getInt(at) == END_MAGIC) {
                    int after = at + END_RECORD + (end.getShort(at + END_RECORD - 2) & 0xffff);
                    if (after < last.length) {
                        throw file.wrong("has " + (last.length - after) + " trailing bytes at offset "
                                + (size - last.length + after) + ", where it should end");
                    }
                    requireStart(file, end, at, size - last.length + at);
                    return;
                }
            }
        }
    }

    /** The list of entries lies before the end record, and what it says of its place must be so. */
    private static void requireStart(InputFile file, ByteBuffer end, int at, long place) {
        long length = end.getInt(at + 12) & 0xffffffffL;
        long declared = end.getInt(at + 16) & 0xffffffffL;
        if (declared != 0xffffffffL && declared + length < place && end.getShort(at + 10) != -1) {
            throw file.wrong("has " + (place - length - declared) + " bytes that belong to no array");
        }
    }

    private static Tensor entry(InputFile file, ZipFile zip, String name, String option, ReadContext context)
            throws IOException {
        ZipEntry entry = zip.getEntry(name + ENDING);
        if (entry == null) {
            requireArrays(file, zip);
            throw file.unknown(option, "array", name, names(zip));
        }
        CRC32 sum = new CRC32();
        long most = Math.min(ByteReader.mostUnpacked(entry.getCompressedSize()), ByteReader.mostUnpacked(file.size()));
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum);
                ByteReader reader = new ByteReader(file, file.name() + ": array '" + name + "'", in, most)) {
            reader.checkAtEnd(() -> {
                if (sum.getValue() != entry.getCrc()) {
                    throw reader.wrong("the check sum is wrong; the archive is damaged");
                }
            });
            return array(name, option, reader, context);
        }
    }

    private static Tensor array(String name, String option, ByteReader reader, ReadContext context) throws IOException {
        byte[] magic = reader.take(8, "the first bytes");
        if (!Arrays.equals(magic, 0, MAGIC.length, MAGIC, 0, MAGIC.length) || magic[6] < 1 || magic[6] > 3) {
            throw reader.wrong("is no NPY array of version 1 to 3");
        }
        ByteBuffer size =
                reader.buffer(magic[6] == 1 ? 2 : 4, "the header's length").order(ByteOrder.LITTLE_ENDIAN);
        long length = magic[6] == 1 ? size.getShort() & 0xffff : size.getInt() & 0xffffffffL;
        if (length > LONGEST_HEADER) {
            throw reader.wrong("declares a header of " + length + " bytes");
        }
        String header = new String(reader.take(length, "the header"), StandardCharsets.UTF_8);
        Matcher descr = DESCR.matcher(header);
        Matcher order = ORDER.matcher(header);
        Matcher shape = SHAPE.matcher(header);
        Matcher type = TYPE.matcher(header);
        if (!type.find() || !order.find() || !shape.find()) {
            throw reader.wrong("has a header that is not understood: " + Names.quoted(header.strip()));
        }
        if (!descr.find()) {
            throw refused(reader, type.group(1), option);
        }
        List<Integer> axes = axes(reader, shape.group(1));
        Tensor tensor = values(name, option, reader, descr, axes, context);
        return order.group(1).equals("True") ? tensor.fromColumnMajor() : tensor;
    }

    private static List<Integer> axes(ByteReader reader, String shape) {
        List<Integer> axes = new ArrayList<>();
        for (String axis : shape.replace("L", "").split(",")) {
            if (!axis.isBlank()) {
                try {
                    axes.add(Integer.parseInt(axis.strip()));
                } catch (NumberFormatException e) {
                    throw reader.wrong("declares an axis of " + axis.strip() + " entries");
                }
            }
        }
        return axes;
    }

    /** What is sound, but of no use to a network. */
    private static DataException refused(ByteReader reader, String type, String option) {
        String what = type.equals("[")
                ? "records of several fields"
                : type.contains("O") ? "Python objects" : "values of type " + Names.quoted(type.replace("'", ""));
        return DataException.ofOption(
                option, reader.name() + ": holds " + what + "; real numbers, booleans or texts are needed");
    }

    private static Tensor values(
            String name, String option, ByteReader reader, Matcher descr, List<Integer> axes, ReadContext context)
            throws IOException {
        String type = descr.group(2).toUpperCase(Locale.ROOT) + descr.group(3);
        boolean wide = descr.group(2).equals("U");
        boolean text = wide || descr.group(2).equals("S") || descr.group(2).equals("a");
        int width = text ? Integer.parseInt(descr.group(3)) * (wide ? 4 : 1) : 0;
        if (text && width == 0) {
            throw reader.wrong("holds texts without a character");
        }
        Elements elements = text ? Elements.U1 : element(reader, type, option);
        ByteOrder order = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        long bytes = FileArray.product(FileArray.size(axes), text ? width : elements.size());
        String what = "the values of axes " + axes;
        if (!text && FileArray.isWanted(reader.file(), context, elements, axes)) {
            return Tensor.inFile(name, axes, reader.leave(bytes, what, context, axes, elements, order));
        }
        ByteBuffer buffer = ByteBuffer.wrap(reader.take(bytes, what)).order(order);
        reader.finish();
        return text ? texts(name, axes, buffer, width, wide) : elements.tensor(name, axes, buffer);
    }

    private static Elements element(ByteReader reader, String type, String option) {
        return Arrays.stream(Elements.values())
                .filter(e -> e.name().equals(type))
                .findFirst()
                .orElseThrow(() -> refused(reader, type.toLowerCase(Locale.ROOT), option));
    }

    private static Tensor texts(String name, List<Integer> axes, ByteBuffer buffer, int width, boolean wide) {
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < buffer.limit(); at += width) {
            StringBuilder text = new StringBuilder();
            for (int i = at; i < at + width; i += wide ? 4 : 1) {
                int point = wide ? buffer.getInt(i) : buffer.get(i) & 0xff;
                if (point != 0 && Character.isValidCodePoint(point)) {
                    text.appendCodePoint(point);
                }
            }
            texts.add(text.toString());
        }
        return Tensor.ofTexts(name, axes, texts);
    }
}
