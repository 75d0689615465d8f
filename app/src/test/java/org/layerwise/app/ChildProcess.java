package org.layerwise.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, made to start quickly. */
final class ChildProcess {
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"));

    private ChildProcess() {}

    /** Starts it with the product in Java; what it prints, errors too, is read from its output. */
    static Process start(Path directory, String... arguments) throws IOException {
        return start(directory, "java", List.of(), arguments);
    }

    /** Starts it with this product, and further options of Java. */
    static Process start(Path directory, String product, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(command.indexOf("-cp"), options);
        command.add(1, "-Dlayerwise.blas=" + product);
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeAll(List.of("LAYERWISE_COMMAND", "LAYERWISE_PLUGINS", "JAVA_TOOL_OPTIONS"));
        return builder.start();
    }

    /** All that it prints until its end; fails where it does not end. */
    static String finish(Process process) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the process does not end; it said " + said);
        }
        return said;
    }

    /** Reads until a line begins so; false where the process ended before. */
    static boolean awaitLine(Process process, String begin) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(begin)) {
                return true;
            }
        }
        return false;
    }
}
