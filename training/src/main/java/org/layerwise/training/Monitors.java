package org.layerwise.training;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values that a run can watch, by name. */
public final class Monitors {
    /** The cost before each update, averaged over an epoch. */
    public static final String TRAIN_COST = "train_cost";

    /** The cost of an epoch's last batch before its update. */
    public static final String LAST_BATCH_COST = "last_batch_cost";

    /** The cost of the training part measured after an epoch's updates. */
    public static final String TRAIN_END_COST = "train_end_cost";

    private Monitors() {}

    /**
     * Every name that early stopping and {@code stop_when} may say, and which way is better: {@code train_cost}, {@code
     * last_batch_cost}, {@code train_end_cost}, {@code dev_cost}, {@code train_accuracy}, {@code dev_accuracy}, …
     *
     * @param parts the parts that the run has
     * @param metrics the metrics that it computes, by name
     */
    public static SortedMap<String, Better> available(Collection<Part> parts, Map<String, Metric> metrics) {
        SortedMap<String, Better> names = new TreeMap<>();
        names.put(LAST_BATCH_COST, Better.LOWER);
        for (Part part : parts) {
            names.put(nameOf(part, "cost"), Better.LOWER);
            metrics.forEach((name, metric) -> {
                if (metric.better() != Better.NEITHER) {
                    names.put(nameOf(part, name), metric.better());
                }
            });
        }
        names.put(TRAIN_COST, Better.LOWER);
        return Collections.unmodifiableSortedMap(names);
    }

    /** The column of a value that is measured after an epoch: {@code dev_accuracy}, {@code train_end_cost}. */
    static String nameOf(Part part, String value) {
        return part == Part.TRAIN && value.equals("cost") ? TRAIN_END_COST : part.label() + "_" + value;
    }
}
