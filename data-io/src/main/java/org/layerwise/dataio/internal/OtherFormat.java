package org.layerwise.dataio.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Formats in which people have data and which are not read: how their files begin, and what to do. */
enum OtherFormat {
    BZIP2("BZh", "is packed by bzip2; unpack it, or pack it with gzip"),
    XZ("\u00fd7zXZ", "is packed by xz; unpack it, or pack it with gzip"),
    ZSTANDARD("(\u00b5/\u00fd", "is packed by zstd; unpack it, or pack it with gzip"),
    ZIP("PK\3\4", "is a zip archive or a workbook; unpack it, or save it as csv"),
    OLE("\u00d0\u00cf\u0011\u00e0", "is a workbook or document of Microsoft Office; save it as csv"),
    SQLITE("SQLite format 3", "is a data base of SQLite; export its table as csv"),
    ARROW("ARROW1", "is an Arrow file; save it as parquet"),
    PICKLE("\u0080\u0004\u0095", "is a pickle of Python, which can run code; save it as npy, npz or csv"),
    HTML("<!doctype html", "is a web page, not data"),
    BARE_HTML("<html", "is a web page, not data"),
    XML("<?xml", "is XML; csv or json lines are read");

    private static final int LONGEST = 16;

    private final String magic;
    private final String advice;

    OtherFormat(String magic, String advice) {
        this.magic = magic;
        this.advice = advice;
    }

    /** {@code is packed by bzip2; unpack it, or pack it with gzip}; empty if the bytes begin like none of these. */
    static Optional<String> advice(byte[] start) {
        String text = new String(start, 0, Math.min(LONGEST, start.length), StandardCharsets.ISO_8859_1);
        String lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> text.startsWith(format.magic) || lower.startsWith(format.magic))
                .map(format -> format.advice)
                .findFirst();
    }
}
