package org.layerwise.app.report;

import java.util.List;
import java.util.Locale;

/** Draws lines over epochs as SVG. */
final class LineChart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 260;
    private static final int LEFT = 64;
    private static final int RIGHT = 12;
    private static final int TOP = 12;
    private static final int BOTTOM = 32;

    private final List<Series> series;
    private final Axis x;
    private final Axis y;

    private LineChart(List<Series> series) {
        this.series = series;
        this.x = Axis.over(series.stream().flatMapToDouble(s -> s.x().stream().mapToDouble(v -> v)));
        this.y = Axis.over(series.stream().flatMapToDouble(s -> s.y().stream().mapToDouble(v -> v)));
    }

    /** The chart of these lines, at most six, each of a colour of its own. */
    static String svg(List<Series> series) {
        return new LineChart(series).draw();
    }

    private String draw() {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT, "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\">%n", WIDTH, HEIGHT));
        for (double tick : y.ticks()) {
            svg.append(across(tick));
        }
        for (double tick : x.ticks()) {
            svg.append(below(tick));
        }
        for (int i = 0; i < series.size(); i++) {
            svg.append(line(series.get(i), i));
        }
        return svg.append("</svg>\n").append(legend()).toString();
    }

    private String across(double tick) {
        double at = down(tick);
        return String.format(
                Locale.ROOT,
                "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                        + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                LEFT,
                WIDTH - RIGHT,
                at,
                at,
                LEFT - 6,
                at + 4,
                Axis.label(tick));
    }

    private String below(double tick) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                right(tick),
                HEIGHT - 10,
                Axis.label(tick));
    }

    private String line(Series one, int index) {
        StringBuilder path = new StringBuilder();
        boolean down = false;
        for (int i = 0; i < one.x().size(); i++) {
            if (Double.isFinite(one.y().get(i))) {
                path.append(String.format(
                        Locale.ROOT,
                        "%s%.1f %.1f",
                        down ? "L" : "M",
                        right(one.x().get(i)),
                        down(one.y().get(i))));
            }
            down = Double.isFinite(one.y().get(i));
        }
        return "<path class=\"line c" + index % 6 + "\" d=\"" + path + "\"/>\n";
    }

    private String legend() {
        StringBuilder legend = new StringBuilder("<p class=\"legend\">");
        for (int i = 0; i < series.size(); i++) {
            legend.append("<span class=\"k c")
                    .append(i % 6)
                    .append("\"></span>")
                    .append(Html.escape(series.get(i).name()))
                    .append(' ');
        }
        return legend.append("</p>\n").toString();
    }

    private double right(double value) {
        return LEFT + x.place(value) * (WIDTH - LEFT - RIGHT);
    }

    private double down(double value) {
        return HEIGHT - BOTTOM - y.place(value) * (HEIGHT - TOP - BOTTOM);
    }
}
