package org.layerwise.experiment.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.SharedExamples;
import org.layerwise.dataio.SharedExamplesSearch;
import org.layerwise.dataio.Shift;
import org.layerwise.dataio.TargetLeak;
import org.layerwise.experiment.internal.Texts;

/** What a user should know of the data before training although nothing is wrong: for the log, the report and {@code run.json}. */
final class DataNotes {
    /** A transform may have something to say of every column; so many sentences are kept. */
    private static final int MOST = 50;

    private static final double LEAST_CHANCE = 1e-300;

    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, String> ofColumns = new LinkedHashMap<>();

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

    /** What the reader of the training part has to say of single columns, by name; said of those that are used. */
    void ofColumns(Map<String, String> sentences) {
        ofColumns.putAll(sentences);
    }

    /**
     * Says what its reader has to say of features, and looks for those that say the target, in the training part as it was
     * read.
     *
     * @param dropped columns that the transforms leave out
     */
    void ofRaw(Dataset train, Set<String> dropped) {
        ofColumns.forEach((name, sentence) -> {
            boolean used =
                    train.columns().stream().anyMatch(column -> column.name().equals(name));
            if (used && !dropped.contains(name)) {
                warn(sentence);
            }
        });
        for (int t = 0; t < train.targets().size(); t++) {
            String target = Texts.quote(train.targets().get(t).name());
            for (TargetLeak leak : TargetLeak.among(train, t, dropped)) {
                String sample = leak.oneIn() == 1 ? "" : " (judged by one in " + leak.oneIn() + " of its values)";
                warn("feature " + Texts.quote(leak.column()) + " says the target " + target
                        + " of every training example" + sample + "; expected it to be left out");
            }
        }
    }

    /**
     * Compares the parts as the network sees them: the same examples, and other distributions.
     *
     * @param search what was found in streamed or large ones while they passed by
     */
    void ofReady(Parts parts, Optional<SharedExamplesSearch> search) {
        List<String> names = List.copyOf(parts.byName().keySet());
        List<Dataset> all = List.copyOf(parts.byName().values());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                String name = names.get(i);
                String other = names.get(j);
                Optional<SharedExamples> found = search.isPresent()
                        ? search.get().between(i, j)
                        : SharedExamples.between(all.get(i), all.get(j));
                found.ifPresent(shared -> warnOf(name, other, shared));
            }
        }
        search.ifPresent(known -> sampled(names, known));
        shifts(parts);
    }

    private void warnOf(String name, String other, SharedExamples shared) {
        boolean one = shared.count() == 1;
        boolean sample = shared.oneIn() > 1;
        warn((sample ? "about " : "") + Texts.count(shared.count(), "example", "examples") + " of the " + other
                + " part " + (one ? "is" : "are") + " in the " + name + " part too"
                + (sample ? ", judged by a sample of one in " + shared.oneIn() : "") + ", the first: "
                + shared.first() + " equals " + shared.original() + "; scores of the " + other
                + " part look better than they are");
    }

    /** Parts of which memory could not hold all hashes: also where nothing was found. */
    private void sampled(List<String> names, SharedExamplesSearch search) {
        Map<String, Object> sampled = new LinkedHashMap<>();
        for (int p = 1; p < names.size(); p++) {
            if (search.oneIn(p) > 1) {
                sampled.put(names.get(p), "one in " + search.oneIn(p));
            }
        }
        if (!sampled.isEmpty()) {
            fact("compared_for_duplicates", sampled);
        }
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
                    + String.format(Locale.ROOT, "%.3f", shift.distance()) + ", probability by chance "
                    + chance(shift.probability()));
        }
    }

    /** {@code 2.0e-12}; what doubles can't tell from 0 is said to be small, not impossible. */
    private static String chance(double probability) {
        return probability < LEAST_CHANCE ? "below 1e-300" : String.format(Locale.ROOT, "%.1e", probability);
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
