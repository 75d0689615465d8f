package org.layerwise.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Starts the command line. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Guice defines its helper classes through sun.misc.Unsafe otherwise, which newer JDKs warn of.
        System.setProperty("guice_custom_class_loading", "CHILD");
        // A run injects a few dozen objects: compiling classes to do so quickly would take longer.
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        int code = CommandLineRunner.of(out, err, System.getenv()).run(arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
