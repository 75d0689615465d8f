package org.layerwise.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.layerwise.experiment.Model;
import org.layerwise.experiment.Predictions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code predict RUN --input FILE}: what a saved model says of new examples. */
@Command(
        name = "predict",
        header = "Applies the model of a run to new examples.",
        description = "Writes CSV: the class and the probability of each class, or the predicted numbers. The input"
                + " looks like the training data and needs no target; columns are matched by name. A table may be of"
                + " another kind; a model of images takes an image or a folder of them.")
final class PredictCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final RunParameter run;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            required = true,
            description = "The examples: a table, a file of arrays, an image or a folder of images.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path input;

    @Option(names = "--output", paramLabel = "FILE", description = "Where the CSV goes; default: standard output.")
    private Optional<Path> output = Optional.empty();

    PredictCommand(Session session) {
        this.session = session;
        this.run = new RunParameter(session);
    }

    @Override
    public Integer call() {
        Model model = run.load();
        Path written = spool();
        AtomicLong limited = new AtomicLong();
        try {
            try (Writer csv = Files.newBufferedWriter(written, StandardCharsets.UTF_8);
                    ReadingBar bar = ReadingBar.on(session)) {
                AtomicBoolean first = new AtomicBoolean(true);
                model.predict(input, bar, some -> {
                    limited.addAndGet(some.limited());
                    append(some, first.getAndSet(false), csv);
                });
            }
            hand(written);
            warn(limited.get());
            return ExitCode.DONE;
        } catch (IOException | UncheckedIOException e) {
            throw new InputException("the predictions cannot be written to " + written + ": " + e.getMessage());
        } finally {
            delete(written);
        }
    }

    private void warn(long limited) {
        if (limited > 0) {
            session.err()
                    .println("warning: " + limited + (limited == 1 ? " prediction is" : " predictions are")
                            + " limited: target_transforms can't be undone there, or not near the training targets; expected"
                            + " examples like those of the training part");
        }
    }

    /** Where predictions wait until all of them are there: of an input that is wrong somewhere nothing is printed. */
    private static Path spool() {
        try {
            return Files.createTempFile("layerwise-", ".csv");
        } catch (IOException e) {
            throw new InputException("no temporary file can be made: " + e.getMessage());
        }
    }

    private static void append(Predictions some, boolean first, Writer csv) {
        try {
            if (first) {
                PredictionsCsv.heading(some, csv);
            }
            PredictionsCsv.examples(some, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hand(Path written) throws IOException {
        if (output.isPresent()) {
            save(written, output.get());
            return;
        }
        try (Reader csv = Files.newBufferedReader(written, StandardCharsets.UTF_8)) {
            char[] some = new char[1 << 13];
            for (int count = csv.read(some); count >= 0; count = csv.read(some)) {
                session.out().print(String.valueOf(some, 0, count));
            }
        }
    }

    private static void save(Path written, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            Files.copy(written, out);
        } catch (IOException e) {
            throw new InputException("--output: '" + file + "' cannot be written: " + e);
        }
    }

    private static void delete(Path written) {
        try {
            Files.deleteIfExists(written);
        } catch (IOException e) {
            written.toFile().deleteOnExit();
        }
    }
}
