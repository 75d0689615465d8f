package org.layerwise.samples;

/** Breaks the rule on locales. */
final class UsesTheLocale {
    private UsesTheLocale() {}

    static String lower(String text) {
        return String.format("%s", text);
    }
}
