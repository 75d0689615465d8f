package org.layerwise.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A process that answers a line with a line. */
final class Conversation implements AutoCloseable {
    private final Process process;
    private final BufferedReader replies;
    private final Writer requests;

    private Conversation(Process process) {
        this.process = process;
        this.replies = process.inputReader(StandardCharsets.UTF_8);
        this.requests = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    static Conversation with(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new Conversation(builder.start());
    }

    /** @param script a resource beside this class */
    static Conversation withPython(String python, String script, List<String> arguments) throws IOException {
        Path copy = Files.createTempFile("layerwise-peer", ".py");
        copy.toFile().deleteOnExit();
        try (InputStream in = Objects.requireNonNull(Conversation.class.getResourceAsStream(script))) {
            Files.write(copy, in.readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of(python, copy.toString()));
        command.addAll(arguments);
        return with(command);
    }

    /** The words of the answer. */
    String[] round() throws IOException {
        requests.write("round\n");
        requests.flush();
        String reply = replies.readLine();
        if (reply == null) {
            throw new IllegalStateException("the process has ended");
        }
        return reply.split(" ", -1);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
