package org.layerwise.app;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.layerwise.dataio.ReadProgress;

/** Shows on a terminal how far reading has come, once it takes longer than a second: share, rate and time left. */
final class ReadingBar implements ReadProgress, AutoCloseable {
    private static final int WIDTH = 78;
    private static final int BAR = 20;
    private static final int LONGEST = 30;
    private static final double FIRST_SECONDS = 1;
    private static final double EVERY_SECONDS = 0.2;

    private final PrintStream err;
    private final boolean terminal;
    private final LongSupplier nanos;
    private String task = "";
    private long started;
    private double next;
    private boolean shown;

    ReadingBar(PrintStream err, boolean terminal, LongSupplier nanos) {
        this.err = err;
        this.terminal = terminal;
        this.nanos = nanos;
    }

    static ReadingBar on(Session session) {
        return new ReadingBar(session.err(), session.terminal(), System::nanoTime);
    }

    @Override
    public synchronized void at(String what, long done, long total, Unit unit) {
        if (!terminal) {
            return;
        }
        long now = nanos.getAsLong();
        if (!what.equals(task)) {
            task = what;
            started = now;
            next = FIRST_SECONDS;
        }
        double seconds = (now - started) / 1e9;
        if (seconds >= next && total > 0) {
            next = seconds + EVERY_SECONDS;
            String line = line(what, done, total, unit, seconds);
            err.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
            err.flush();
            shown = true;
        }
    }

    private static String line(String what, long done, long total, Unit unit, double seconds) {
        double share = Math.min(1, (double) done / total);
        int full = (int) (share * BAR);
        double rate = done / seconds;
        long left = Math.round((total - done) / Math.max(rate, 1e-9));
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %.0f %%  %s  %d:%02d left",
                what.length() > LONGEST ? what.substring(0, LONGEST - 1) + "…" : what,
                "#".repeat(full),
                "-".repeat(BAR - full),
                Math.floor(100 * share),
                speed(rate, unit),
                left / 60,
                left % 60);
    }

    private static String speed(double rate, Unit unit) {
        return switch (unit) {
            case BYTES -> String.format(Locale.ROOT, "%.0f MB/s", rate / 1e6);
            case ROWS -> String.format(Locale.ROOT, "%,.0f rows/s", rate);
            case IMAGES -> String.format(Locale.ROOT, "%,.0f images/s", rate);
        };
    }

    @Override
    public void close() {
        if (shown) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }
    }
}
