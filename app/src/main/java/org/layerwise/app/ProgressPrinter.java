package org.layerwise.app;

import java.io.PrintStream;
import java.util.Map;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.HealthRecord;
import org.layerwise.training.HealthWarning;
import org.layerwise.training.NewWarnings;
import org.layerwise.training.Progress;
import org.layerwise.training.TrainingFailed;
import org.layerwise.training.TrainingListener;
import org.layerwise.training.TrainingResult;
import org.layerwise.training.TrainingStarted;

/**
 * Prints a line for each logged epoch and, on a terminal, a bar that moves between them: it is overwritten by carriage
 * returns, so that no control sequence is ever printed, colours neither.
 */
final class ProgressPrinter implements TrainingListener {
    private final PrintStream out;
    private final boolean terminal;
    private final int columns;
    private final NewWarnings warnings = new NewWarnings();
    private Map<String, Double> measured = Map.of();
    private int epochDigits = 1;
    private boolean moving;

    ProgressPrinter(Session session) {
        this(session.out(), session.terminal(), session.columns());
    }

    /** @param columns how many characters fit into a line of the terminal */
    ProgressPrinter(PrintStream out, boolean terminal, int columns) {
        this.out = out;
        this.terminal = terminal;
        this.columns = columns - 1; // some terminals begin a new line when the last place is taken
    }

    @Override
    public void started(TrainingStarted started) {
        epochDigits = Long.toString(Math.max(0, started.epochs() - 1)).length();
    }

    @Override
    public void progressed(Progress progress) {
        if (terminal) {
            String line = ProgressBar.line(progress, measured, columns);
            out.print("\r" + line + " ".repeat(Math.max(0, columns - line.length())));
            out.flush();
            moving = true;
        }
    }

    @Override
    public void epochFinished(EpochRecord epoch) {
        clear();
        measured = epoch.metrics();
        StringBuilder line = new StringBuilder("epoch ")
                .append(" "
                        .repeat(Math.max(
                                0, epochDigits - Long.toString(epoch.epoch()).length())))
                .append(epoch.epoch())
                .append("  cost ")
                .append(epoch.trainCost());
        for (Map.Entry<String, Double> metric : epoch.metrics().entrySet()) {
            // The cost once more, after the updates: in metrics.csv, but too much for a line.
            if (!metric.getKey().equals("train_end_cost")) {
                line.append("  ").append(metric.getKey()).append(' ').append(metric.getValue());
            }
        }
        out.println(line);
    }

    @Override
    public void healthMeasured(HealthRecord health) {
        for (HealthWarning warning : warnings.in(health)) {
            clear();
            out.println("warning: " + warning.message());
        }
    }

    @Override
    public void finished(TrainingResult result) {
        clear();
    }

    @Override
    public void failed(TrainingFailed failed) {
        clear();
    }

    private void clear() {
        if (moving) {
            out.print("\r" + " ".repeat(columns) + "\r");
            moving = false;
        }
    }
}
