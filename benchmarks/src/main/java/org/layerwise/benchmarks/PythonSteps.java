package org.layerwise.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Training steps in a Python process that waits between rounds. */
final class PythonSteps implements Steps {
    private final Process process;
    private final BufferedReader replies;
    private final Writer requests;

    private PythonSteps(Process process) {
        this.process = process;
        this.replies = process.inputReader(StandardCharsets.UTF_8);
        this.requests = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /**
     * Starts a peer.
     *
     * @param python the interpreter
     * @param script a resource beside this class
     * @param arguments the script's
     * @param threads of its BLAS
     */
    static PythonSteps start(String python, String script, List<String> arguments, int threads) throws IOException {
        Path copy = Files.createTempFile("layerwise-peer", ".py");
        copy.toFile().deleteOnExit();
        try (InputStream in = Objects.requireNonNull(PythonSteps.class.getResourceAsStream(script))) {
            Files.write(copy, in.readAllBytes());
        }
        ProcessBuilder builder = new ProcessBuilder(python, copy.toString());
        builder.command().addAll(arguments);
        for (String variable : List.of("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS")) {
            builder.environment().put(variable, String.valueOf(threads));
        }
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new PythonSteps(builder.start());
    }

    @Override
    public double microsecondsPerStep() {
        try {
            requests.write("round\n");
            requests.flush();
            String reply = replies.readLine();
            if (reply == null) {
                throw new IllegalStateException("the Python process has ended");
            }
            return Double.parseDouble(reply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
