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
    /** How this program was called, for commands that are shown to the user. */
    String command() {
        return environment.getOrDefault("LAYERWISE_COMMAND", "layerwise");
    }
}
