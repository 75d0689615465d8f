package org.layerwise.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.layerwise.app.report.RateChart;
import org.layerwise.core.OptionException;
import org.layerwise.experiment.LearningRateCurve;
import org.layerwise.experiment.LearningRateRange;
import org.layerwise.experiment.PreparedExperiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lr-find FILE}: the cost over growing learning rates, and a rate to begin with. */
@Command(
        name = "lr-find",
        header = "Looks for a learning rate by trying growing ones.",
        description =
                "Trains a network of its own for some steps, the learning rate growing by the same factor from each"
                        + " step to the next, and shows the smoothed cost. The suggestion is the rate at which it falls most"
                        + " steeply. No run folder is made, and a run that follows is the same with it.")
final class LrFindCommand implements Callable<Integer> {
    private static final int ROWS = 20;

    private final Session session;

    @Mixin
    private final ExperimentOptions experiment;

    @Option(names = "--from", paramLabel = "RATE", description = "The first rate. Default: ${DEFAULT-VALUE}.")
    private double from = new LearningRateRange().from();

    @Option(names = "--to", paramLabel = "RATE", description = "The last rate. Default: ${DEFAULT-VALUE}.")
    private double to = new LearningRateRange().to();

    @Option(names = "--steps", paramLabel = "N", description = "How many updates. Default: ${DEFAULT-VALUE}.")
    private int steps = new LearningRateRange().steps();

    @Option(
            names = "--plot",
            paramLabel = "FILE.html",
            description =
                    "Where the plot is written; an existing file is replaced. Default: NAME-lr-find.html beside the"
                            + " experiment file.")
    private Optional<Path> plot = Optional.empty();

    LrFindCommand(Session session) {
        this.session = session;
        this.experiment = new ExperimentOptions(session);
    }

    @Override
    public Integer call() {
        LearningRateRange range = range();
        plot.ifPresent(LrFindCommand::check);
        PreparedExperiment prepared = experiment.prepare();
        LearningRateCurve curve = prepared.findLearningRate(range);
        if (curve.points().isEmpty()) {
            session.out().println(curve.ending().orElse("there was no step"));
            return ExitCode.FAILED_RUN;
        }
        show(curve);
        write(prepared, curve);
        return ExitCode.DONE;
    }

    private LearningRateRange range() {
        try {
            return new LearningRateRange(from, to, steps);
        } catch (OptionException e) {
            throw new InputException("--" + e.getMessage());
        }
    }

    private static void check(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".html") && !name.endsWith(".htm")) {
            throw new InputException("--plot " + file + " is no page; expected a name that ends in .html");
        }
    }

    private void show(LearningRateCurve curve) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("step", "learning_rate", "cost", "smoothed")));
        int points = curve.points().size();
        for (int row = 0; row < Math.min(ROWS, points); row++) {
            int step = points <= ROWS ? row : (int) Math.round(row * (points - 1.0) / (ROWS - 1));
            LearningRateCurve.Point point = curve.points().get(step);
            rows.add(List.of(
                    String.valueOf(step), number(point.rate()), number(point.cost()), number(point.smoothed())));
        }
        TextTable.lines(rows).forEach(session.out()::println);
        curve.ending().ifPresent(why -> session.out().println("ended after " + points + " steps: " + why));
        session.out().println(suggestion(curve));
    }

    private static String suggestion(LearningRateCurve curve) {
        return curve.steepest()
                .map(point -> "suggested learning_rate: " + number(point.rate())
                        + " (steepest fall of the cost); a tenth of the rate of the lowest cost is "
                        + number(curve.lowest().orElseThrow().rate() / 10))
                .orElse("the cost never fell: no suggestion; try another range, or more --steps");
    }

    private void write(PreparedExperiment prepared, LearningRateCurve curve) {
        Path file = plot.orElseGet(() -> prepared.file().resolveSibling(prepared.name() + "-lr-find.html"));
        try {
            Files.writeString(file, RateChart.html(prepared.name(), curve, suggestion(curve)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException("the plot can't be written to " + file + " ("
                    + e.getClass().getSimpleName() + "); expected a place that can be written, give one by --plot");
        }
        session.out().println("plot: " + file);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
