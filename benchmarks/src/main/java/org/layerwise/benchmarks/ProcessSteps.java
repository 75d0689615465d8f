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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Training steps in a process that waits between rounds: each line it reads starts one, its answer is the time. */
final class ProcessSteps implements Steps {
    private static final int REST_MILLISECONDS = 100;
    private static final int MOST_RESTS = 50;
    /** The operating system counts processor time in such steps. */
    private static final int CLOCK_TICK_MILLISECONDS = 10;

    private final Process process;
    private final BufferedReader replies;
    private final Writer requests;

    private ProcessSteps(Process process) {
        this.process = process;
        this.replies = process.inputReader(StandardCharsets.UTF_8);
        this.requests = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /**
     * Starts a peer.
     *
     * @param threads of its BLAS
     */
    static ProcessSteps start(List<String> command, int threads) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        for (String variable : List.of("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS")) {
            builder.environment().put(variable, String.valueOf(threads));
        }
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new ProcessSteps(builder.start());
    }

    /**
     * Starts a peer in Python.
     *
     * @param python the interpreter
     * @param script a resource beside this class
     * @param arguments the script's
     * @param threads of its BLAS
     */
    static ProcessSteps startPython(String python, String script, List<String> arguments, int threads)
            throws IOException {
        Path copy = Files.createTempFile("layerwise-peer", ".py");
        copy.toFile().deleteOnExit();
        try (InputStream in = Objects.requireNonNull(ProcessSteps.class.getResourceAsStream(script))) {
            Files.write(copy, in.readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of(python, copy.toString()));
        command.addAll(arguments);
        return start(command, threads);
    }

    @Override
    public double microsecondsPerStep() {
        try {
            requests.write("round\n");
            requests.flush();
            String reply = replies.readLine();
            if (reply == null) {
                throw new IllegalStateException("the peer's process has ended");
            }
            return Double.parseDouble(reply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until its process takes next to no processor time, or for five seconds. */
    @Override
    public void rest() {
        Duration before = processorTime();
        for (int i = 0; i < MOST_RESTS; i++) {
            try {
                Thread.sleep(REST_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            Duration now = processorTime();
            if (now.minus(before).toMillis() <= CLOCK_TICK_MILLISECONDS) {
                return;
            }
            before = now;
        }
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
