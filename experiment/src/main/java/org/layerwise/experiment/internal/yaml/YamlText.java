package org.layerwise.experiment.internal.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.layerwise.experiment.internal.Problems;

/** Turns the bytes of an experiment file into text: UTF-8, at most 1 MB, line ends LF. */
final class YamlText {
    private static final int MOST_BYTES = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private YamlText() {}

    /** The text; empty when it can't be text, which is then among the problems. */
    static Optional<String> read(Path file, String label, Problems problems) {
        if (Files.isDirectory(file)) {
            return refuse(label, problems, "is a folder; expected an experiment file in YAML");
        }
        if (!Files.exists(file)) {
            return refuse(label, problems, "there is no such file; expected an experiment file in YAML");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return decode(in.readNBytes(MOST_BYTES + 1), label, problems);
        } catch (IOException e) {
            return refuse(label, problems, "the file can't be read; expected a readable file in YAML");
        }
    }

    private static Optional<String> refuse(String label, Problems problems, String message) {
        problems.add(new Source(label, List.of()).start(), "", message);
        return Optional.empty();
    }

    static Optional<String> decode(byte[] bytes, String label, Problems problems) {
        if (bytes.length > MOST_BYTES) {
            return refuse(label, problems, "the file is larger than 1 MB; expected an experiment file in YAML");
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return refuse(label, problems, "the file is in UTF-16; expected UTF-8");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        String decoded = normalize(text.flip().toString());
        if (result.isError()) {
            Position at = end(Source.of(label, decoded));
            problems.add(at, "", "a byte that is not UTF-8 stands here; expected a file in UTF-8");
            return Optional.empty();
        }
        return Optional.of(decoded);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static Position end(Source source) {
        String last = source.lines().get(source.lines().size() - 1);
        return new Position(source, source.lines().size(), last.codePointCount(0, last.length()) + 1);
    }

    private static String normalize(String text) {
        String start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        return start.replace("\r\n", "\n").replace('\r', '\n');
    }
}
