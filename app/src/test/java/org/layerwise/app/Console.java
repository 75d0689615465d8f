package org.layerwise.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Runs the command line within the test and keeps what it prints. */
final class Console {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment;

    Console() {
        this(Map.of());
    }

    Console(Map<String, String> environment) {
        this.environment = environment;
    }

    int run(String... arguments) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            return CommandLineRunner.of(to, messages, environment).run(arguments);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
