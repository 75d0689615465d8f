package org.layerwise.app.report;

import java.util.List;

/** HTML under construction; whatever comes from outside is escaped. */
final class Html {
    private final StringBuilder text = new StringBuilder();

    /** Adds markup as it stands. */
    Html markup(String markup) {
        text.append(markup).append('\n');
        return this;
    }

    /** Adds {@code <tag>text</tag>}. */
    Html element(String tag, String content) {
        return markup("<" + tag + ">" + escape(content) + "</" + tag + ">");
    }

    /** Adds a table; the first row is its heading, the first column names the rows. */
    Html table(List<List<String>> rows) {
        markup("<table>");
        for (int i = 0; i < rows.size(); i++) {
            StringBuilder row = new StringBuilder("<tr>");
            for (int j = 0; j < rows.get(i).size(); j++) {
                String tag = i == 0 || j == 0 ? "th" : "td";
                row.append('<').append(tag).append('>');
                row.append(escape(rows.get(i).get(j)));
                row.append("</").append(tag).append('>');
            }
            markup(row.append("</tr>").toString());
        }
        return markup("</table>");
    }

    /** Text for an element or a quoted attribute. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(Character.isISOControl(c) && c != '\n' && c != '\t' ? 0xFFFD : c);
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
