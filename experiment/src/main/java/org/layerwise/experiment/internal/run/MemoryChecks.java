package org.layerwise.experiment.internal.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.MemoryEstimate;
import org.layerwise.experiment.internal.Problems;

/** Refuses, before the first epoch, what can't be held in memory; and says of a run that came to its end what would help. */
public final class MemoryChecks {
    /** Estimates are right within a quarter: what this much of one exceeds the heap by does not fit. */
    private static final double CERTAIN = 0.75;

    private static final long MOST_ENTRIES = Integer.MAX_VALUE - 8;

    private final Located located;
    private final Problems problems;
    private final long heap;

    /** Checks of the file with these problems so far. */
    public MemoryChecks(Located located, Problems problems) {
        this.located = located;
        this.problems = problems;
        this.heap = Runtime.getRuntime().maxMemory();
    }

    /** Estimates an experiment that is sound so far. */
    public void check(Optional<Preparation> data) {
        Optional<Experiment> experiment = problems.isEmpty() ? located.experiment() : Optional.empty();
        experiment.ifPresent(sound -> data.ifPresent(prepared -> check(sound, prepared)));
    }

    private void check(Experiment experiment, Preparation data) {
        long largest = LayerSizes.of(
                        NetworkPlans.resolved(experiment.network()).layers(),
                        data.train().features())
                .largest();
        if (largest > MOST_ENTRIES) {
            located.wrong(
                    "network.layers",
                    "a weight matrix has " + largest + " entries, and an array of Java at most " + MOST_ENTRIES
                            + "; expected fewer units");
            return;
        }
        MemoryEstimate estimate = new MemoryNeeds(experiment, data).estimate();
        if (CERTAIN * estimate.bytes() > heap) {
            String place = place(estimate, data);
            located.wrong(
                    located.has(place) ? place : place.substring(0, place.indexOf('.')),
                    "the run needs " + estimate.describe() + ", and Java has " + megabytes(heap) + "; expected "
                            + advice(place) + ", or more memory (JAVA_TOOL_OPTIONS=-Xmx…)");
        }
    }

    /** What takes most of it. */
    private static String place(MemoryEstimate estimate, Preparation data) {
        Map<String, Long> parts = estimate.parts();
        long network = sum(parts, List.of("parameters", "optimizer", "copies"));
        long batches = sum(parts, List.of("batches", "measuring"));
        long read = sum(parts, List.of("data"));
        if (network > Math.max(read, batches)) {
            return "network.layers";
        }
        return read > batches && !data.isStreamed() ? "data.streaming" : "training.batch_size";
    }

    private static long sum(Map<String, Long> parts, List<String> names) {
        return names.stream().mapToLong(name -> parts.getOrDefault(name, 0L)).sum();
    }

    private static String advice(String place) {
        return switch (place) {
            case "network.layers" -> "fewer units";
            case "data.streaming" -> "data: {streaming: true}, which reads the data in pieces";
            default -> "a smaller batch_size";
        };
    }

    /** Where memory came to its end in spite of the estimate. */
    static String exhausted(Experiment experiment, Preparation data) {
        MemoryEstimate estimate = new MemoryNeeds(experiment, data).estimate();
        return "out of memory: Java has " + megabytes(Runtime.getRuntime().maxMemory())
                + ", and the run was estimated at "
                + estimate.describe() + "; expected " + advice(place(estimate, data))
                + ", or more memory (JAVA_TOOL_OPTIONS=-Xmx…)";
    }

    /** Whether memory is what was missing, wherever that was noticed. */
    static boolean isExhausted(Throwable thrown) {
        boolean exhausted = false;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            exhausted |= cause instanceof OutOfMemoryError;
        }
        return exhausted;
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
