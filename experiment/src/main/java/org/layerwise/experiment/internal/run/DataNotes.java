package org.layerwise.experiment.internal.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.SharedExamples;
import org.layerwise.dataio.Shift;
import org.layerwise.experiment.internal.Texts;

/** What a user should know of the data before training although nothing is wrong: for the log, the report and {@code run.json}. */
final class DataNotes {
    /** A transform may have something to say of every column; so many sentences are kept. */
    private static final int MOST = 50;

    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Object> facts = new LinkedHashMap<>();

    /** Something that may spoil the result. */
    void warn(String sentence) {
        if (!warnings.contains(sentence) && warnings.size() < MOST) {
            warnings.add(sentence);
        }
    }

    /** Something for {@code run.json}. */
    void fact(String key, Object value) {
        facts.put(key, value);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    Map<String, Object> facts() {
        return new LinkedHashMap<>(facts);
    }

    /**
     * Looks for features that say the target, in the training part as it was read.
     *
     * @param dropped columns that the transforms leave out
     */
    void ofRaw(Dataset train, Set<String> dropped) {
        train.targets().forEach(target -> copied(train, target, dropped));
    }

    /** Compares the parts as the network sees them: the same examples, and other distributions. */
    void ofReady(Parts parts) {
        List<String> names = List.copyOf(parts.byName().keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                shared(parts, names.get(i), names.get(j));
            }
        }
        shifts(parts);
    }

    private void shared(Parts parts, String name, String other) {
        Optional<SharedExamples> found = parts.part(name)
                .flatMap(part -> parts.part(other).flatMap(second -> SharedExamples.between(part, second)));
        found.ifPresent(shared -> warn(Texts.count(shared.count(), "example", "examples") + " of the " + other
                + " part " + (shared.count() == 1 ? "is" : "are") + " in the " + name + " part too, the first: "
                + shared.first() + " equals " + shared.original() + "; scores of the " + other
                + " part look better than they are"));
    }

    /** A feature that gives the target away. */
    private void copied(Dataset train, Column target, Set<String> dropped) {
        int t = train.targets().indexOf(target);
        for (int c = 0; c < train.features() && !train.isStreamed(); c++) {
            if (!dropped.contains(train.columns().get(c).name()) && givesAway(train, c, t)) {
                warn("feature " + Texts.quote(train.columns().get(c).name()) + " says the target "
                        + Texts.quote(target.name()) + " of every training example; expected it to be left out");
            }
        }
    }

    /** Whether values of feature and target belong together one to one, and come more than once. */
    private static boolean givesAway(Dataset train, int feature, int target) {
        Map<Double, Double> there = new HashMap<>();
        Map<Double, Double> back = new HashMap<>();
        boolean equal = true;
        for (int i = 0; i < train.examples(); i++) {
            Double x = train.feature(i, feature) + 0.0;
            Double y = train.target(i, target) + 0.0;
            if (!y.equals(Optional.ofNullable(there.putIfAbsent(x, y)).orElse(y))
                    || !x.equals(Optional.ofNullable(back.putIfAbsent(y, x)).orElse(x))) {
                return false;
            }
            equal &= x.equals(y);
        }
        return there.size() > 1 && (equal || there.size() * 2 <= train.examples());
    }

    private void shifts(Parts parts) {
        Map<String, Object> worst = new LinkedHashMap<>();
        parts.byName().forEach((name, part) -> {
            if (!name.equals(Parts.TRAIN)) {
                Shift.worst(parts.train(), part).ifPresent(shift -> {
                    worst.put(name, describe(shift));
                    warnOf(name, shift);
                });
            }
        });
        if (!worst.isEmpty()) {
            fact("largest_shift", worst);
        }
    }

    private static Map<String, Object> describe(Shift shift) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("column", shift.column());
        described.put("kolmogorov_smirnov", shift.distance());
        described.put("probability", shift.probability());
        return described;
    }

    private void warnOf(String name, Shift shift) {
        if (shift.isSuspicious()) {
            warn("the features of the " + name
                    + " part are distributed otherwise than those of the training part, most of"
                    + " all " + Texts.quote(shift.column()) + ": Kolmogorov-Smirnov distance "
                    + String.format(java.util.Locale.ROOT, "%.3f", shift.distance()) + ", probability by chance "
                    + String.format(java.util.Locale.ROOT, "%.1e", shift.probability()));
        }
    }

    /** Rows that are taken in order must not be sorted by what is to be predicted. */
    void ofOrder(List<Dataset> inOrder, String advice) {
        if (inOrder.size() > 1
                && inOrder.get(0).targets().size() == 1
                && (isSorted(inOrder, 1) || isSorted(inOrder, -1))) {
            warn("the rows of " + inOrder.get(0).source() + " are sorted by the target "
                    + Texts.quote(inOrder.get(0).targets().get(0).name())
                    + ", and are cut in this order: the parts differ; " + advice);
        }
    }

    private static boolean isSorted(List<Dataset> parts, int direction) {
        double before = Double.NaN;
        boolean changes = false;
        for (Dataset part : parts) {
            for (int i = 0; i < part.examples(); i++) {
                double value = part.target(i, 0);
                if (direction * (value - before) < 0) {
                    return false;
                }
                changes |= value != before && !Double.isNaN(before);
                before = value;
            }
        }
        return changes;
    }
}
