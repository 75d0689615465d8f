package org.layerwise.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.layerwise.training.HealthRecord;
import org.layerwise.training.HealthWarning;
import org.layerwise.training.LayerHealth;
import org.layerwise.training.NewWarnings;

/**
 * What a report says of the layers.
 *
 * @param records of the logged epochs, in order; empty where the layers were not watched
 */
record HealthReport(List<HealthRecord> records) {
    private static final int MOST_LINES = 6;

    HealthReport {
        records = List.copyOf(records);
    }

    /** Each kind of warning once for each layer, with the epoch in which it first held. */
    List<String> warnings() {
        NewWarnings fresh = new NewWarnings();
        List<String> lines = new ArrayList<>();
        for (HealthRecord record : records) {
            for (HealthWarning warning : fresh.in(record)) {
                lines.add("epoch " + record.epoch() + ": " + warning.message());
            }
        }
        return lines;
    }

    /** Gradients and updates over the epochs, a line for each of at most six layers. */
    List<Report.Chart> charts() {
        if (records.size() < 2) {
            return List.of();
        }
        return List.of(
                chart("Norms of gradients, log10", LayerHealth::gradients),
                chart("Updates relative to weights, log10", LayerHealth::updateRatio));
    }

    private Report.Chart chart(String title, ToDoubleFunction<LayerHealth> value) {
        List<LayerHealth> first = records.get(0).layers();
        int[] trained = IntStream.range(0, first.size())
                .filter(i -> first.get(i).parameters() > 0)
                .toArray();
        List<Double> x = records.stream().map(record -> (double) record.epoch()).toList();
        List<Series> lines = new ArrayList<>();
        int count = Math.min(MOST_LINES, trained.length);
        for (int i = 0; i < count; i++) {
            int layer = trained[count == 1 ? 0 : i * (trained.length - 1) / (count - 1)];
            List<Double> y = records.stream()
                    .map(record ->
                            Math.log10(value.applyAsDouble(record.layers().get(layer))))
                    .toList();
            lines.add(new Series(first.get(layer).layer(), x, y));
        }
        return new Report.Chart(title, lines.stream().filter(Series::isDrawable).toList());
    }

    /** The layers at the last logged epoch, a row for each below a heading. */
    List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>(
                List.of(List.of("layer", "weights", "gradients", "updates", "typical output", "dead", "saturated")));
        if (!records.isEmpty()) {
            for (LayerHealth layer : records.get(records.size() - 1).layers()) {
                boolean trained = layer.parameters() > 0;
                rows.add(List.of(
                        layer.layer(),
                        trained ? number(layer.weights()) : "",
                        trained ? number(layer.gradients()) : "",
                        trained ? number(layer.updates()) : "",
                        number(layer.activations()),
                        share(layer.dead()),
                        share(layer.saturated())));
            }
        }
        return rows;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private static String share(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble()) : "";
    }
}
