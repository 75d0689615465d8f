package org.layerwise.experiment.internal.yaml;

import org.layerwise.experiment.internal.Problems;

/** Refuses what is better seen in the text than in the parser's tokens. */
final class Preamble {
    private Preamble() {}

    /** Whether the text can be parsed; what can't is among the problems. */
    static boolean isFine(Source source, String text, Problems problems, String path) {
        return hasNoControlCharacters(source, text, problems, path) && isOneDocument(source, problems, path);
    }

    private static boolean hasNoControlCharacters(Source source, String text, Problems problems, String path) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int c = text.codePointAt(i);
            if (!isPrintable(c)) {
                problems.add(
                        new Position(source, line, column),
                        path,
                        "a control character, number " + c + ", stands here; expected text");
                return false;
            }
            line = c == '\n' ? line + 1 : line;
            column = c == '\n' ? 1 : column + 1;
        }
        return true;
    }

    private static boolean isPrintable(int c) {
        boolean ascii = c >= 0x20 && c < 0x7F;
        boolean basic = c >= 0xA0 && c < 0xFFFE && c != 0xFEFF;
        return ascii || basic || c == '\n' || c == '\t' || c == 0x85 || c >= 0x10000;
    }

    /** A line that begins with three dashes always begins a document, whatever stands around it. */
    private static boolean isOneDocument(Source source, Problems problems, String path) {
        boolean begun = false;
        boolean ended = false;
        for (int i = 0; i < source.lines().size(); i++) {
            String line = source.lines().get(i);
            boolean content = !line.isBlank() && !line.stripLeading().startsWith("#");
            boolean directive = !begun && line.startsWith("%");
            if (directive && !line.startsWith("%YAML 1.")) {
                problems.add(new Position(source, i + 1, 1), path, "a directive stands here; expected the file's keys");
                return false;
            }
            if ((marks(line, "---") && begun) || (ended && content && !marks(line, "..."))) {
                problems.add(
                        new Position(source, i + 1, 1), path, "a second document begins here; expected one document");
                return false;
            }
            ended |= marks(line, "...");
            begun |= content && !directive;
        }
        return true;
    }

    private static boolean marks(String line, String marker) {
        return line.startsWith(marker) && (line.length() == 3 || Character.isWhitespace(line.charAt(3)));
    }
}
