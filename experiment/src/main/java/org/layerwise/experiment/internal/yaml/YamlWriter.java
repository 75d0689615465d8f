package org.layerwise.experiment.internal.yaml;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.layerwise.experiment.internal.Numbers;

/** Writes maps, lists and scalars as YAML that people like to read and that reads back as the same. */
public final class YamlWriter {
    private static final int WIDTH = 110;
    private static final Pattern SAFE = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*");
    private static final Pattern WORD_WITH_MEANING = Pattern.compile("(?i)null|true|false|yes|no|on|off");

    private YamlWriter() {}

    /** A whole document. */
    public static String write(Map<String, ?> document) {
        StringBuilder out = new StringBuilder();
        map(document, 0, out);
        return out.toString();
    }

    private static void map(Map<?, ?> map, int indent, StringBuilder out) {
        map.forEach((key, value) -> {
            out.append(" ".repeat(indent)).append(scalar(String.valueOf(key))).append(':');
            below(value, indent, out);
        });
    }

    private static void below(Object value, int indent, StringBuilder out) {
        String flow = flow(value);
        boolean fits = flow.length() + indent < WIDTH;
        boolean section = indent == 0 && value instanceof Map && !flow.equals("{}");
        if (isScalar(value) || (fits && !section)) {
            out.append(' ').append(flow).append('\n');
        } else if (value instanceof Map<?, ?> map) {
            out.append('\n');
            map(map, indent + 2, out);
        } else {
            out.append('\n');
            ((List<?>) value).forEach(item -> item(item, indent + 2, out));
        }
    }

    private static void item(Object item, int indent, StringBuilder out) {
        String flow = flow(item);
        out.append(" ".repeat(indent)).append("- ");
        if (isScalar(item) || item instanceof List || flow.length() + indent < WIDTH) {
            out.append(flow).append('\n');
        } else {
            StringBuilder map = new StringBuilder();
            map((Map<?, ?>) item, indent + 2, map);
            out.append(map.substring(indent + 2));
        }
    }

    private static boolean isScalar(Object value) {
        return !(value instanceof Map) && !(value instanceof List);
    }

    private static String flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> scalar(String.valueOf(e.getKey())) + ": " + flow(e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(YamlWriter::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Double number) {
            return Numbers.shortest(number);
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : scalar(value.toString());
    }

    private static String scalar(String text) {
        boolean plain =
                SAFE.matcher(text).matches() && !WORD_WITH_MEANING.matcher(text).matches();
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    boolean ascii = c >= 0x20 && c < 0x7F;
                    boolean letter = c >= 0xA0 && c != 0x2028 && c != 0x2029 && c != 0xFEFF;
                    out.append(ascii || letter ? Character.toString(c) : escape(c));
                }
            }
        });
        return out.append('"').toString();
    }

    private static String escape(int c) {
        String hex = Integer.toHexString(c);
        return "\\u" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    }
}
