package org.layerwise.app;

import java.io.PrintStream;
import java.util.Map;

/**
 * What a command may use of the process that it runs in.
 *
 * @param out for results
 * @param err for messages
 * @param environment the environment variables
 * @param terminal whether {@code out} is a terminal, on which a line may be rewritten
 */
record Session(PrintStream out, PrintStream err, Map<String, String> environment, boolean terminal) {
    private static final int USUAL = 80;
    private static final int NARROWEST = 20;
    private static final int WIDEST = 500;

    /** How this program was called, for commands that are shown to the user. */
    String command() {
        return environment.getOrDefault("LAYERWISE_COMMAND", "layerwise");
    }

    /** How many characters a line of the terminal takes, as the launcher or {@code COLUMNS} says; 80 where neither does. */
    int columns() {
        String said = System.getProperty("layerwise.columns", environment.getOrDefault("COLUMNS", ""));
        int columns = said.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(said) : USUAL;
        return Math.max(NARROWEST, Math.min(WIDEST, columns));
    }
}
