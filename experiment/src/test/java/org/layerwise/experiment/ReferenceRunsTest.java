package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.Registry;
import org.layerwise.experiment.internal.run.Resolved;

/** Every run of the reference values as an experiment file: each logged cost and each score within its own tolerance. */
class ReferenceRunsTest {
    private static final Map<String, String> ROWS = new TreeMap<>();

    @TempDir
    private Path out;

    static List<String> names() throws IOException {
        return Reference.names(Shared.folder("reference"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void matches(String name) throws Exception {
        Reference reference = Reference.read(Shared.folder("reference"), name);
        PreparedExperiment prepared = new Experiments(Registry.load())
                .prepare(file(name), List.of("data.directory=" + Shared.folder("data")));
        RunResult result = new ExperimentRunner(out).run(prepared);

        Map<Long, Double> costs = costs(result.folder().resolve("metrics.csv"), reference.lastBatch());
        double worst = 0;
        for (Reference.Cost cost : reference.costs()) {
            double obtained = Objects.requireNonNull(costs.get(cost.epoch()), "epoch " + cost.epoch());
            if (Double.isInfinite(cost.value())) {
                assertThat(obtained).isFinite();
            } else {
                assertThat(obtained).as("epoch %d", cost.epoch()).isCloseTo(cost.value(), within(cost.tolerance()));
                worst = Math.max(worst, Math.abs(obtained - cost.value()) / cost.tolerance());
            }
        }
        List<String> scores = new ArrayList<>();
        reference.scores().forEach((part, score) -> {
            double obtained = score(result, part);
            scores.add(part + " " + round(obtained));
            double slack = reference.isChaotic()
                    ? 2.0 / prepared.data().targetsOf(part).getColumnDimension()
                    : 1e-12;
            assertThat(obtained).as("%s score", part).isBetween(score.least() - slack, score.most() + slack);
        });
        assertResolvedFileSaysTheSame(result.folder().resolve("experiment.yaml"));
        ROWS.put(name, row(reference, costs, worst, scores));
    }

    @Test
    void leavesNoRunOut() throws Exception {
        for (String name : names()) {
            assertThat(file(name)).exists();
        }
    }

    @AfterAll
    static void writeTheTable() throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "| experiment | last cost, reference | last cost, obtained | worst deviation / tolerance | scores |",
                "|---|---|---|---|---|"));
        lines.addAll(ROWS.values());
        if (!ROWS.isEmpty()) {
            Files.write(Path.of("target", "reference-runs.md"), lines);
        }
    }

    private static String row(Reference reference, Map<Long, Double> costs, double worst, List<String> scores) {
        Reference.Cost last = reference.costs().get(reference.costs().size() - 1);
        return "| " + reference.name() + " | " + last.value() + " | " + costs.get(last.epoch()) + " | "
                + String.format(Locale.ROOT, "%.1e", worst) + " | " + String.join(", ", scores) + " |";
    }

    private static String round(double score) {
        return String.format(Locale.ROOT, "%.6f", score);
    }

    private static void assertResolvedFileSaysTheSame(Path resolved) throws IOException {
        PreparedExperiment again = new Experiments(Registry.load()).prepare(resolved, List.of());
        assertThat(Resolved.yaml(again.experiment(), Objects.requireNonNull(resolved.getParent()), again.registry()))
                .isEqualTo(Files.readString(resolved));
    }

    private static double score(RunResult result, String part) {
        Map<String, Double> metrics =
                Objects.requireNonNull(result.finalMetrics().get(part));
        return Objects.requireNonNull(metrics.containsKey("r2") ? metrics.get("r2") : metrics.get("accuracy"));
    }

    private static Map<Long, Double> costs(Path csv, boolean lastBatch) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        int column = List.of(lines.get(0).split(",")).indexOf(lastBatch ? "last_batch_cost" : "train_cost");
        Map<Long, Double> costs = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            costs.put(Long.valueOf(cells[0]), Double.valueOf(cells[column]));
        }
        return costs;
    }

    private static Path file(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ReferenceRunsTest.class.getResource("/reference/" + name + ".yaml"), name)
                .toURI());
    }
}
