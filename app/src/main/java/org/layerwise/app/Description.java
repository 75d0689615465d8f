package org.layerwise.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the Javadoc of a component says, as plain text.
 *
 * @param lines the description, one paragraph or line of a formula each; an empty line between paragraphs
 * @param options what it says of each record component
 */
record Description(List<String> lines, Map<String, String> options) {
    private static final Pattern TAG = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");
    private static final Pattern PREFORMATTED = Pattern.compile("(?s)<pre>(.*?)</pre>");
    private static final Pattern INLINE = Pattern.compile("(?s)\\{@(\\w+)\\s(" + braced(4) + ")\\}");

    /** Text in which braces are in pairs, within each other to this depth. */
    private static String braced(int depth) {
        String plain = "[^{}]*+";
        return depth == 0 ? plain : plain + "(?:\\{" + braced(depth - 1) + "\\}" + plain + ")*+";
    }

    /** What the build kept of this component's Javadoc; empty where it was built without that. */
    static Optional<Description> of(Class<?> component) {
        String resource = "/META-INF/layerwise/javadoc/" + component.getName() + ".txt";
        try (InputStream stream = component.getResourceAsStream(resource)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Description parse(String javadoc) {
        Matcher tag = TAG.matcher(javadoc);
        boolean tagged = tag.find();
        List<String> lines = body(tagged ? javadoc.substring(0, tag.start()) : javadoc);
        Map<String, String> options = new LinkedHashMap<>();
        while (tagged) {
            String name = tag.group(1);
            int from = tag.end();
            tagged = tag.find();
            if (name.equals("param")) {
                String[] nameAndText = javadoc.substring(from, tagged ? tag.start() : javadoc.length())
                        .strip()
                        .split("\\s+", 2);
                options.put(nameAndText[0], nameAndText.length > 1 ? flow(nameAndText[1]) : "");
            }
        }
        return new Description(lines, options);
    }

    /** The first sentence. */
    String summary() {
        String first = lines.isEmpty() ? "" : lines.get(0);
        int end = first.indexOf(". ");
        return end < 0 ? first : first.substring(0, end + 1);
    }

    /** The lines that are a formula, without their indent; empty where there is none. */
    String formula() {
        return lines.stream()
                .filter(line -> line.startsWith("    "))
                .map(line -> line.substring(4))
                .collect(Collectors.joining("\n"));
    }

    /** What follows a heading such as {@code Source:}. */
    Optional<String> paragraph(String heading) {
        return lines.stream()
                .filter(line -> line.startsWith(heading + ": "))
                .map(line -> line.substring(heading.length() + 2))
                .findFirst();
    }

    private static List<String> body(String text) {
        List<String> lines = new ArrayList<>();
        Matcher formula = PREFORMATTED.matcher(text);
        int from = 0;
        while (formula.find()) {
            paragraphs(text.substring(from, formula.start()), lines);
            startParagraph(lines);
            inline(formula.group(1))
                    .stripIndent()
                    .strip()
                    .lines()
                    .forEach(line -> lines.add("    " + line.stripTrailing()));
            from = formula.end();
        }
        paragraphs(text.substring(from), lines);
        return lines;
    }

    private static void paragraphs(String text, List<String> lines) {
        for (String paragraph : text.split("<p>|</p>|</?ul>|\\n\\s*\\n", -1)) {
            boolean first = true;
            for (String item : paragraph.split("<li>", -1)) {
                String words = flow(item);
                if (!words.isEmpty()) {
                    if (first) {
                        startParagraph(lines);
                    }
                    lines.add(item.equals(paragraph) ? words : "- " + words);
                    first = false;
                }
            }
        }
    }

    private static void startParagraph(List<String> lines) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
    }

    /** Running text on one line. */
    private static String flow(String text) {
        return inline(text).replaceAll("\\s+", " ").strip();
    }

    private static String inline(String text) {
        Matcher tags = INLINE.matcher(text);
        StringBuilder plain = new StringBuilder();
        while (tags.find()) {
            tags.appendReplacement(plain, Matcher.quoteReplacement(shown(tags.group(1), tags.group(2))));
        }
        return tags.appendTail(plain)
                .toString()
                .replaceAll("</?[a-z][^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** A link shows its label, else what it links to. */
    private static String shown(String tag, String content) {
        if (!tag.startsWith("link")) {
            return content;
        }
        String[] targetAndLabel = content.strip().split("\\s+", 2);
        return targetAndLabel.length > 1
                ? targetAndLabel[1]
                : targetAndLabel[0].replaceFirst("^#", "").replace('#', '.');
    }
}
