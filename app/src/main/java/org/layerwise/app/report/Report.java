package org.layerwise.app.report;

import java.util.List;
import java.util.Optional;

/**
 * What a report says.
 *
 * @param title the experiment's name
 * @param summary how the run ended, in a sentence or two
 * @param metrics final metrics, a row for each part below a heading
 * @param diagnosis bias and variance, line by line; empty where none was asked for
 * @param charts lines over epochs, those with one scale together; each with a title
 * @param boundary the decision boundary, where there are two features
 * @param mislabelled images that the model takes for something else
 * @param health how the layers were doing
 * @param network its layers, a row for each below a heading
 * @param facts what the run was done with: seed, versions, machine
 * @param experiment the resolved experiment, YAML
 */
record Report(
        String title,
        String summary,
        List<List<String>> metrics,
        List<String> diagnosis,
        List<Chart> charts,
        Optional<Boundary> boundary,
        List<Picture> mislabelled,
        HealthReport health,
        List<List<String>> network,
        List<List<String>> facts,
        String experiment) {
    static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1c2430; --soft: #667; --rule: #d8dde4; --paper: #fff; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6e9ee; --soft: #9aa4b2; --rule: #39424e; --paper: #151a21; }
            }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
                   max-width: 66rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { margin-bottom: 0; } h2 { margin-top: 2rem; border-bottom: 1px solid var(--rule); }
            table { border-collapse: collapse; } th, td { padding: .15rem .9rem .15rem 0; text-align: left; }
            td { font-variant-numeric: tabular-nums; } th { color: var(--soft); font-weight: 600; }
            pre { overflow-x: auto; border: 1px solid var(--rule); padding: .8rem; }
            svg { max-width: 100%; } svg text { font-size: 12px; fill: var(--soft); }
            .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(24rem, 1fr)); gap: 0 2rem; }
            .chart { width: 100%; } .boundary { width: 26rem; } .grid { stroke: var(--rule); }
            .line { fill: none; stroke-width: 1.8; stroke: var(--c); } .k { display: inline-block; width: .8em;
              height: .8em; margin: 0 .3em 0 .8em; background: var(--c); border-radius: 2px; }
            .c0 { --c: #1f6fb5; } .c1 { --c: #c2541b; } .c2 { --c: #3b8f35; }
            .c3 { --c: #8e3fa3; } .c4 { --c: #a5860b; } .c5 { --c: #4c8f96; }
            .legend, .soft { color: var(--soft); } figure { display: inline-block; margin: .5rem; width: 8rem; }
            figure img { width: 8rem; image-rendering: pixelated; } figcaption { font-size: 12px; }
            """;

    /**
     * A chart.
     *
     * @param title what it shows
     * @param lines at most six
     */
    record Chart(String title, List<Series> lines) {}

    /** The page, whole. */
    String html() {
        Html html = new Html()
                .markup("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .element("title", title)
                .markup("<style>\n" + STYLE + "</style>\n</head>\n<body>")
                .element("h1", title)
                .markup("<p class=\"soft\">" + Html.escape(summary) + "</p>");
        section(html, "Final metrics", metrics);
        lines(html, "Diagnosis", diagnosis);
        lines(html, "Warnings", health.warnings());
        html.markup("<div class=\"plots\">");
        for (Chart chart : charts) {
            plot(html, chart.title(), LineChart.svg(chart.lines()));
        }
        for (Chart chart : health.charts()) {
            plot(html, chart.title(), LineChart.svg(chart.lines()));
        }
        boundary.ifPresent(plane -> plot(html, "Decision boundary", BoundaryPlot.svg(plane)));
        html.markup("</div>");
        if (!mislabelled.isEmpty()) {
            html.element("h2", "Mislabelled");
            mislabelled.forEach(picture -> html.markup("<figure><img alt=\"\" src=\""
                    + Pixels.dataUri(picture.image()) + "\"><figcaption>" + Html.escape(picture.caption())
                    + "</figcaption></figure>"));
        }
        section(html, "Network", network);
        section(html, "Layers at the end", health.table());
        section(html, "Run", facts);
        html.element("h2", "Experiment").element("pre", experiment);
        return html.markup("</body>\n</html>").toString();
    }

    private static void plot(Html html, String heading, String svg) {
        html.markup("<section>").element("h2", heading).markup(svg).markup("</section>");
    }

    private static void lines(Html html, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            html.element("h2", heading).markup("<ul>");
            lines.forEach(line -> html.element("li", line));
            html.markup("</ul>");
        }
    }

    private static void section(Html html, String heading, List<List<String>> rows) {
        if (rows.size() > 1) {
            html.element("h2", heading).table(rows);
        }
    }
}
