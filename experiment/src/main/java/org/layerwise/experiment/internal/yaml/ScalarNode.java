package org.layerwise.experiment.internal.yaml;

import org.layerwise.experiment.internal.Texts;

/**
 * One value, not yet a number or a text: that depends on what is wanted.
 *
 * @param text as written, quotes and escapes resolved
 */
public record ScalarNode(Position at, String text, Style style) implements Node {
    /** How a scalar is written. */
    public enum Style {
        /** Without quotes. */
        PLAIN,
        /** In quotes, or as a block: always text. */
        QUOTED
    }

    /** Whether nothing stands there: {@code key:} alone, {@code ~} or {@code null}. */
    public boolean isNothing() {
        return style == Style.PLAIN && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }

    /** Whether it is in quotes. */
    public boolean isQuoted() {
        return style == Style.QUOTED;
    }

    @Override
    public String describe() {
        return isNothing() ? "nothing" : Texts.quote(text);
    }
}
