package org.layerwise.app.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.layerwise.experiment.LearningRateCurve;

/** A page that shows the cost over growing learning rates. */
public final class RateChart {
    private RateChart() {}

    /**
     * The page, whole.
     *
     * @param suggestion a line for people
     */
    public static String html(String name, LearningRateCurve curve, String suggestion) {
        String title = name + ": learning rates";
        return new Html()
                .markup("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .element("title", title)
                .markup("<style>\n" + Report.STYLE + "</style>\n</head>\n<body>")
                .element("h1", title)
                .markup("<p class=\"soft\">" + Html.escape(suggestion) + "</p>")
                .element("h2", "Cost over the logarithm (base 10) of the learning rate")
                .markup(LineChart.svg(List.of(
                        line("smoothed cost", curve, LearningRateCurve.Point::smoothed),
                        line("cost of each batch", curve, point -> drawn(point, curve)))))
                .markup("</body>\n</html>")
                .toString();
    }

    /** What lies far above all smoothed costs would press them flat. */
    private static double drawn(LearningRateCurve.Point point, LearningRateCurve curve) {
        double highest = curve.points().stream()
                .mapToDouble(LearningRateCurve.Point::smoothed)
                .max()
                .orElse(0);
        return point.cost() <= 1.5 * highest ? point.cost() : Double.NaN;
    }

    private static Series line(String name, LearningRateCurve curve, ToDoubleFunction<LearningRateCurve.Point> value) {
        return new Series(
                name,
                curve.points().stream().map(point -> Math.log10(point.rate())).toList(),
                curve.points().stream().map(value::applyAsDouble).toList());
    }
}
