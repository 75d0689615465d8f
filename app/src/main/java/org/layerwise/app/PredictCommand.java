package org.layerwise.app;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        Predictions predictions = run.load().predict(input);
        StringWriter csv = new StringWriter();
        PredictionsCsv.write(predictions, csv);
        if (output.isPresent()) {
            save(csv.toString(), output.get());
        } else {
            session.out().print(csv);
        }
        return ExitCode.DONE;
    }

    private static void save(String csv, Path file) {
        try {
            Files.writeString(file, csv, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException("--output: '" + file + "' cannot be written: " + e);
        }
    }
}
