package org.layerwise.experiment.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.layerwise.experiment.internal.Json;
import org.layerwise.experiment.internal.checkpoint.Fingerprint;

/**
 * What may change in a run that goes on, and what may not: what has been trained must have the same meaning before and
 * after. Both are the sections of {@code experiment.yaml}.
 */
final class Changes {
    private static final String TRAINING = "training";
    private static final String OPTIMIZER = "optimizer";
    private static final String NETWORK = "network";

    /** How long to train, what to save, and how large the steps are. */
    private static final Set<String> OF_TRAINING = new TreeSet<>(Set.of(
            "epochs",
            "early_stopping",
            "stop_when",
            "max_time",
            "fail_on_nan",
            "checkpoint_every",
            "checkpoints",
            OPTIMIZER,
            "gradient_clipping"));

    /** What is looked at afterwards. */
    private static final Set<String> SECTIONS = Set.of("data", "report", "diagnosis");

    /** Changes after which a run is not the same as one that had them from its start. */
    private static final Set<String> OF_MATHEMATICS = Set.of(OPTIMIZER, "gradient_clipping");

    private final Map<String, ?> before;
    private final Map<String, ?> after;

    Changes(Map<String, ?> before, Map<String, ?> after) {
        this.before = before;
        this.after = after;
    }

    /** What checkpoints of this experiment are of. Its data are held against the manifest instead. */
    static Fingerprint fingerprint(Map<String, ?> sections, int inputs) {
        Map<String, Object> rest = new LinkedHashMap<>(sections);
        rest.keySet().removeAll(SECTIONS);
        rest.remove(NETWORK);
        Map<String, Object> training = new LinkedHashMap<>();
        map(sections.get(TRAINING)).forEach((key, value) -> training.put(String.valueOf(key), value));
        training.keySet().removeAll(OF_TRAINING);
        training.remove("precision", "double"); // as in checkpoints from before there was another one
        training.put(OPTIMIZER, typeOf(map(sections.get(TRAINING)).get(OPTIMIZER)));
        rest.put(TRAINING, training);
        return Fingerprint.of(inputs + Json.write(map(sections.get(NETWORK))), Json.write(rest));
    }

    boolean isEmpty() {
        return before.equals(after);
    }

    /** Whether what was trained before would have been trained otherwise. */
    boolean changeTheMathematics() {
        return OF_MATHEMATICS.stream().anyMatch(key -> !Objects.equals(trained(before, key), trained(after, key)));
    }

    /** What changes though it may not, a message for each. */
    List<String> refused() {
        List<String> refused = new ArrayList<>();
        for (String section : keys(before, after)) {
            if (section.equals(TRAINING)) {
                refused.addAll(refusedInTraining());
            } else if ((!SECTIONS.contains(section) || section.equals("data"))
                    && !Objects.equals(before.get(section), after.get(section))) {
                refused.add(fixed(section));
            }
        }
        return refused;
    }

    private List<String> refusedInTraining() {
        List<String> refused = new ArrayList<>();
        for (String key : keys(map(before.get(TRAINING)), map(after.get(TRAINING)))) {
            @Nullable Object was = trained(before, key);
            @Nullable Object is = trained(after, key);
            if (!OF_TRAINING.contains(key) && !Objects.equals(was, is)) {
                refused.add(fixed(TRAINING + "." + key));
            } else if (key.equals(OPTIMIZER) && !typeOf(was).equals(typeOf(is))) {
                refused.add("training.optimizer is " + typeOf(was) + ", and what it remembers means nothing to "
                        + typeOf(is) + "; expected other options of " + typeOf(was) + ", or a new run");
            } else if (key.equals("early_stopping") && (was == null) != (is == null)) {
                refused.add("training.early_stopping can't be " + (was == null ? "added to" : "taken from")
                        + " a run under way; expected other options of it, or a new run");
            }
        }
        return refused;
    }

    private static String fixed(String key) {
        return key + " can't change in a run that goes on; expected one of " + String.join(", ", OF_TRAINING)
                + " (of training), or a new run";
    }

    private static Set<String> keys(Map<?, ?> a, Map<?, ?> b) {
        Set<String> keys = new TreeSet<>();
        a.keySet().forEach(key -> keys.add(String.valueOf(key)));
        b.keySet().forEach(key -> keys.add(String.valueOf(key)));
        return keys;
    }

    private static @Nullable Object trained(Map<String, ?> sections, String key) {
        return map(sections.get(TRAINING)).get(key);
    }

    private static String typeOf(@Nullable Object component) {
        return component instanceof Map<?, ?> options ? String.valueOf(options.get("type")) : String.valueOf(component);
    }

    private static Map<?, ?> map(@Nullable Object section) {
        return section instanceof Map<?, ?> map ? map : Map.of();
    }
}
