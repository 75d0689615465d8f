package org.layerwise.training;

import java.util.Map;
import java.util.Optional;

/** The rules that end a run early, looked at after every epoch. */
final class Stopping {
    private final Map<String, Double> targets;
    private final Map<String, Better> directions;
    private final Optional<Patience> patience;

    /** @param directions of every value that can be watched */
    Stopping(Map<String, Double> targets, Map<String, Better> directions, Optional<Patience> patience) {
        this.targets = targets;
        this.directions = directions;
        this.patience = patience;
    }

    /** Whether there is any rule: without one nobody need measure anything. */
    boolean watches() {
        return patience.isPresent() || !targets.isEmpty();
    }

    /** A target that is reached says more than patience that ran out in the same epoch. */
    Optional<StopReason> after(long epoch, Map<String, Double> values) {
        patience.ifPresent(counter -> counter.isExhaustedAfter(epoch, values));
        return still(values);
    }

    /** The same of an epoch that was looked at before. */
    Optional<StopReason> still(Map<String, Double> values) {
        boolean exhausted = patience.map(Patience::isExhausted).orElse(false);
        if (!targets.isEmpty() && targets.entrySet().stream().allMatch(target -> isReached(target, values))) {
            return Optional.of(StopReason.TARGET_REACHED);
        }
        return exhausted ? Optional.of(StopReason.EARLY_STOPPING) : Optional.empty();
    }

    private boolean isReached(Map.Entry<String, Double> target, Map<String, Double> values) {
        Better better = directions.getOrDefault(target.getKey(), Better.NEITHER);
        return better.reaches(values.getOrDefault(target.getKey(), Double.NaN), target.getValue());
    }
}
