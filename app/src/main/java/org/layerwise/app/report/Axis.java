package org.layerwise.app.report;

import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The range of a chart in one direction.
 *
 * @param from its lower end
 * @param to its upper end, above the lower
 */
record Axis(double from, double to) {
    /** The range of these values, those that are finite; 0 to 1 where there are none. */
    static Axis over(DoubleStream values) {
        DoubleSummaryStatistics finite = values.filter(Double::isFinite).summaryStatistics();
        if (finite.getCount() == 0) {
            return new Axis(0, 1);
        }
        double from = finite.getMin();
        double to = finite.getMax();
        double room = to > from ? 0 : Math.max(1e-9, Math.abs(from) * 0.1);
        return new Axis(from - room, to + room);
    }

    /** This range and a part of it more on either side. */
    Axis widened(double part) {
        return new Axis(from - part * (to - from), to + part * (to - from));
    }

    /** 0 at the lower end, 1 at the upper. */
    double place(double value) {
        return (value - from) / (to - from);
    }

    /** Three to ten round numbers within the range. */
    double[] ticks() {
        double step = Math.pow(10, Math.floor(Math.log10((to - from) / 3)));
        if ((to - from) / step > 9) {
            step *= (to - from) / step > 18 ? 5 : 2;
        }
        long first = (long) Math.ceil(from / step - 1e-9);
        long last = (long) Math.floor(to / step + 1e-9);
        double[] ticks = new double[(int) (last - first + 1)];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = (first + i) * step;
        }
        return ticks;
    }

    /** A tick without the digits that rounding left. */
    static String label(double tick) {
        String text = String.format(Locale.ROOT, "%.6g", tick);
        return text.contains(".") && !text.contains("e")
                ? text.replaceAll("0+$", "").replaceAll("\\.$", "")
                : text;
    }
}
