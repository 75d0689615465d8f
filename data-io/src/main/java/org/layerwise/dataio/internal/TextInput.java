package org.layerwise.dataio.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.layerwise.dataio.DataException;

/**
 * A text file, plain or gzipped, decoded strictly: bytes that are no text in its encoding are an error with their offset,
 * never replaced. A byte-order mark decides the encoding and is taken away.
 */
public final class TextInput {
    private static final int BUFFER = 1 << 16;
    private static final int MAGIC = 16;

    private final InputFile file;
    private final Charset charset;

    private final LongConsumer follower;

    /** @param encoding the name of a charset that is supported */
    public TextInput(InputFile file, String encoding) {
        this(file, encoding, read -> {});
    }

    /**
     * @param encoding the name of a charset that is supported
     * @param follower is told, while the file is read, how many of its bytes were
     */
    public TextInput(InputFile file, String encoding, LongConsumer follower) {
        this.file = file;
        this.follower = follower;
        this.charset = Charset.forName(encoding);
    }

    /** Opens the file for reading from the start. */
    public Reader open() throws IOException {
        Opened opened = openBytes();
        return new InputStreamReader(opened.bytes(), decoder(opened.charset()));
    }

    private record Opened(InputStream bytes, Charset charset, int mark) {}

    private Opened openBytes() throws IOException {
        InputStream raw =
                new BufferedInputStream(new CountedInput(Files.newInputStream(file.path()), follower), BUFFER);
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        InputStream bytes = gzip ? new GzipInput(raw) : raw;
        PushbackInputStream start = new PushbackInputStream(bytes, 3);
        byte[] mark = start.readNBytes(3);
        Charset marked = marked(mark);
        int length = marked == null ? 0 : marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
        start.unread(mark, length, mark.length - length);
        return new Opened(start, marked == null ? charset : marked, length);
    }

    private static @Nullable Charset marked(byte[] mark) {
        if (mark.length >= 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (mark.length >= 2 && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (mark.length >= 2 && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** What is wrong with bytes that can't be decoded: another format, or where they are; reads the file again to find where. */
    public DataException undecodable(CharacterCodingException cause) throws IOException {
        try (InputStream raw = Files.newInputStream(file.path())) {
            Optional<String> other = OtherFormat.advice(raw.readNBytes(MAGIC));
            if (other.isPresent()) {
                return file.wrong(other.get());
            }
        }
        Opened opened = openBytes();
        try (InputStream bytes = opened.bytes()) {
            long offset = opened.mark() + badOffset(bytes, decoder(opened.charset()));
            return new DataException(
                    file.name() + ": byte offset " + offset + " is no "
                            + opened.charset().name()
                            + " text; if the file is a text, say its encoding: (iso-8859-1, windows-1252, utf-16 …)",
                    cause);
        }
    }

    private static long badOffset(InputStream bytes, CharsetDecoder decoder) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(BUFFER);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        long before = 0;
        boolean end = false;
        while (!end) {
            int read = bytes.read(in.array(), in.position(), in.remaining());
            end = read < 0;
            in.position(in.position() + Math.max(0, read)).flip();
            CoderResult result = decoder.decode(in, out.clear(), end);
            before += in.position();
            if (result.isError()) {
                return before;
            }
            in.compact();
        }
        return before;
    }
}
