package org.layerwise.app;

import java.util.Locale;
import java.util.Map;
import org.layerwise.training.Progress;

/** The line that moves on a terminal: what matters most stays where the terminal is narrow, and the bar takes the rest. */
final class ProgressBar {
    private static final int WIDEST = 30;
    private static final int NARROWEST = 8;
    /** The two brackets; the blanks around them take the place of the gap. */
    private static final int FRAME = 2;

    private static final String GAP = "  ";

    private ProgressBar() {}

    /**
     * The line, at most so wide.
     *
     * @param metrics what was measured last, by name
     */
    static String line(Progress progress, Map<String, Double> metrics, int columns) {
        double done = done(progress);
        String head = String.format(Locale.ROOT, "epoch %d/%d", progress.epoch(), progress.epochs());
        String percent = String.format(Locale.ROOT, "%3.0f %%", Math.floor(100 * done));
        StringBuilder tail = new StringBuilder(percent);
        int room = columns - head.length() - GAP.length() - percent.length();
        room = append(tail, room, String.format(Locale.ROOT, "cost %.6g", progress.cost()));
        room = append(tail, room, timeLeft(progress.seconds(), done));
        int bar = room >= NARROWEST + FRAME ? NARROWEST : 0;
        room = append(tail, bar == 0 ? room : room - bar - FRAME, lastOf(metrics));
        room = append(tail, room, rate(progress));
        String line = head + (bar == 0 ? GAP : " " + bar(done, Math.min(WIDEST, bar + room)) + " ") + tail;
        return line.substring(0, Math.min(line.length(), Math.max(0, columns)));
    }

    /** Adds a piece where there is room for it; gives the room that is left. */
    private static int append(StringBuilder line, int room, String piece) {
        if (piece.isEmpty() || piece.length() + GAP.length() > room) {
            return room;
        }
        line.append(GAP).append(piece);
        return room - piece.length() - GAP.length();
    }

    private static String lastOf(Map<String, Double> metrics) {
        return metrics.entrySet().stream()
                .filter(metric -> !metric.getKey().endsWith("cost"))
                .reduce((first, last) -> last)
                .map(metric -> String.format(Locale.ROOT, "%s %.4g", metric.getKey(), metric.getValue()))
                .orElse("");
    }

    private static String rate(Progress progress) {
        double rate = progress.seconds() > 0 ? progress.examples() / progress.seconds() : 0;
        return String.format(Locale.ROOT, "%,.0f examples/s", rate);
    }

    private static double done(Progress progress) {
        return progress.epochs() == 0
                ? 1
                : (progress.epoch() + (double) progress.batch() / Math.max(1, progress.batches())) / progress.epochs();
    }

    private static String bar(double done, int width) {
        int full = (int) Math.floor(done * width);
        String head = full < width ? ">" : "";
        return "[" + "=".repeat(full) + head + " ".repeat(width - full - head.length()) + "]";
    }

    private static String timeLeft(double seconds, double done) {
        if (done <= 0 || done >= 1) {
            return "";
        }
        long left = Math.round(seconds * (1 - done) / done);
        return left < 3600
                ? String.format(Locale.ROOT, "%d:%02d left", left / 60, left % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d left", left / 3600, left / 60 % 60, left % 60);
    }
}
