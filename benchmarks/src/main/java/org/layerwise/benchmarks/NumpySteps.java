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
import java.util.Objects;
import java.util.Optional;

/** Training steps in a Python process that waits between rounds. */
final class NumpySteps implements Steps {
    private static final String SCRIPT = "numpy_steps.py";

    private final Process process;
    private final BufferedReader replies;
    private final Writer requests;

    private NumpySteps(Process process) {
        this.process = process;
        this.replies = process.inputReader(StandardCharsets.UTF_8);
        this.requests = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** NumPy's version and BLAS, or nothing where {@code python3 -c "import numpy"} fails. */
    static Optional<String> version() {
        try {
            Process python = new ProcessBuilder(
                            "python3",
                            "-c",
                            "import numpy, sys; print('NumPy', numpy.__version__, 'on Python', sys.version.split()[0])")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String reply = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return python.waitFor() == 0 ? Optional.of(reply) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** @param threads of its BLAS */
    static NumpySteps start(Workload workload, int threads) throws IOException {
        Path script = Files.createTempFile("layerwise-numpy", ".py");
        script.toFile().deleteOnExit();
        try (InputStream in = Objects.requireNonNull(NumpySteps.class.getResourceAsStream(SCRIPT))) {
            Files.write(script, in.readAllBytes());
        }
        ProcessBuilder builder = new ProcessBuilder("python3", script.toString());
        builder.command().addAll(java.util.List.of(workload.arguments().split(" ", -1)));
        builder.environment().put("OPENBLAS_NUM_THREADS", String.valueOf(threads));
        builder.environment().put("MKL_NUM_THREADS", String.valueOf(threads));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new NumpySteps(builder.start());
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
