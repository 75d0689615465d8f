package org.layerwise.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.layerwise.core.MatrixProducts;
import org.layerwise.network.Precision;

/**
 * Whole training steps of Layerwise and of the peers that are found, on the same mathematics: they alternate; after
 * unmeasured rounds each round's mean time per step is taken, and the medians are compared. Nobody begins before the last
 * one's process is at rest. Peers run with one thread and with all, and the quicker way counts. Those of float64 are
 * compared with our float64, those of float32 with that and with {@code precision: mixed}.
 *
 * <p>Arguments: names of workloads (default all), {@code --rounds=N} (default 31), {@code --own} for Layerwise alone,
 * {@code --peers=LIST} for these peers alone (numpy, sklearn, torch, dl4j, djl; default all that are found).
 */
public final class SideBySide {
    /** After so long neither the JIT compiler nor the system, which joins pages of memory, makes steps quicker any more. */
    private static final double WARM_UP_SECONDS = 15;
    /** A process that has slept is slow at first. */
    private static final double WAKE_UP_SECONDS = 0.2;

    private final PrintStream out;
    private final int rounds;
    private final List<Rival> peers;

    private SideBySide(PrintStream out, int rounds, List<Rival> peers) {
        this.out = out;
        this.rounds = rounds;
        this.peers = peers;
    }

    /** Prints a Markdown table. */
    public static void main(String[] arguments) throws IOException {
        List<String> workloads = Workload.ALL.stream().map(Workload::name).toList();
        Arguments given = Arguments.orExit(arguments, workloads, List.of("--rounds=", "--own", "--peers="));
        int rounds = given.number("--rounds=", 31);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        SideBySide bench = new SideBySide(out, rounds, rivals(given));
        bench.printHead();
        List<String> names = given.words();
        for (Workload workload : Workload.ALL) {
            if (names.isEmpty() || names.contains(workload.name())) {
                bench.measure(workload);
            }
        }
    }

    private static List<Rival> rivals(Arguments given) throws IOException {
        if (given.has("--own")) {
            return List.of();
        }
        Optional<String> named = given.value("--peers=");
        try {
            return named.isPresent() ? Rivals.named(named.get()) : Rivals.found();
        } catch (IllegalArgumentException e) {
            throw Arguments.refuse(e);
        }
    }

    private void printHead() throws IOException {
        out.printf(
                Locale.ROOT,
                "%s: %s, %d processors, %s %s%n%n",
                LocalDate.now(ZoneOffset.UTC),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
        MatrixProducts.Implementation products = MatrixProducts.load();
        out.println("Layerwise on Java " + Runtime.version() + ", products: " + products.name() + " ("
                + products.details() + "); peers: "
                + peers.stream().map(peer -> peer.name() + " " + peer.version()).collect(Collectors.joining(", "))
                + "\n");
        String columns = peers.stream()
                .map(peer -> " " + peer.name() + " µs | times |" + (peer.isSingle() ? " mixed, times |" : ""))
                .collect(Collectors.joining());
        out.println("| workload | layers | examples a step | optimizer | Layerwise µs | mixed µs |" + columns);
        long numbers = columns.chars().filter(c -> c == '|').count();
        out.println("|---|---|---:|---|---:|---:|" + "---:|".repeat((int) numbers));
    }

    private void measure(Workload workload) throws IOException {
        List<Steps> all = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        try {
            all.add(OwnSteps.start(workload, Precision.DOUBLE));
            all.add(OwnSteps.start(workload, Precision.MIXED));
            for (Rival peer : peers) {
                all.addAll(peer.start(workload));
                ends.add(all.size());
            }
            double[] medians =
                    Arrays.stream(times(all)).mapToDouble(SideBySide::median).toArray();
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %d | %s | %.1f | %.1f |",
                    workload.name(),
                    workload.layers(),
                    workload.examples(),
                    workload.optimizer(),
                    medians[0],
                    medians[1]);
            int from = 2;
            for (int i = 0; i < peers.size(); i++) {
                double best = Arrays.stream(medians, from, ends.get(i)).min().orElseThrow();
                out.printf(Locale.ROOT, " %.1f | %.2f |", best, best / medians[0]);
                if (peers.get(i).isSingle()) {
                    out.printf(Locale.ROOT, " %.2f |", best / medians[1]);
                }
                from = ends.get(i);
            }
            out.println();
        } finally {
            all.forEach(Steps::close);
        }
    }

    /** By participant and round. */
    private double[][] times(List<Steps> all) {
        for (Steps steps : all) {
            unmeasured(steps, WARM_UP_SECONDS);
            steps.rest();
        }
        double[][] times = new double[all.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < all.size(); i++) {
                unmeasured(all.get(i), WAKE_UP_SECONDS);
                times[i][round] = all.get(i).microsecondsPerStep();
                all.get(i).rest();
            }
        }
        return times;
    }

    private static void unmeasured(Steps steps, double seconds) {
        long start = System.nanoTime();
        do {
            steps.microsecondsPerStep();
        } while (System.nanoTime() - start < seconds * 1e9);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return "processor unknown";
        }
        try (Stream<String> lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("processor unknown");
        }
    }
}
