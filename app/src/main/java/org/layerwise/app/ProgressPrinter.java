package org.layerwise.app;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.Progress;
import org.layerwise.training.TrainingFailed;
import org.layerwise.training.TrainingListener;
import org.layerwise.training.TrainingResult;
import org.layerwise.training.TrainingStarted;

/**
 * Prints a line for each logged epoch and, on a terminal, one that moves between them: it is overwritten by carriage
 * returns, so that no control sequence is ever printed.
 */
final class ProgressPrinter implements TrainingListener {
    private static final int WIDTH = 78;

    private final PrintStream out;
    private final boolean terminal;
    private int epochDigits = 1;
    private boolean moving;

    ProgressPrinter(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void started(TrainingStarted started) {
        epochDigits = Long.toString(Math.max(0, started.epochs() - 1)).length();
    }

    @Override
    public void progressed(Progress progress) {
        if (terminal) {
            String line = describe(progress);
            out.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
            out.flush();
            moving = true;
        }
    }

    @Override
    public void epochFinished(EpochRecord epoch) {
        clear();
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
    public void finished(TrainingResult result) {
        clear();
    }

    @Override
    public void failed(TrainingFailed failed) {
        clear();
    }

    private void clear() {
        if (moving) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
            moving = false;
        }
    }

    private static String describe(Progress progress) {
        double done = progress.epochs() == 0
                ? 1
                : (progress.epoch() + (double) progress.batch() / Math.max(1, progress.batches())) / progress.epochs();
        double rate = progress.seconds() > 0 ? progress.examples() / progress.seconds() : 0;
        return String.format(
                Locale.ROOT,
                "epoch %d/%d  %.0f %%  cost %.6g  %,.0f examples/s%s",
                progress.epoch(),
                progress.epochs(),
                Math.floor(100 * done),
                progress.cost(),
                rate,
                timeLeft(progress.seconds(), done));
    }

    private static String timeLeft(double seconds, double done) {
        if (done <= 0 || done >= 1) {
            return "";
        }
        long left = Math.round(seconds * (1 - done) / done);
        return String.format(Locale.ROOT, "  %d:%02d left", left / 60, left % 60);
    }
}
