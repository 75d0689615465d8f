package org.layerwise.training;

import java.util.Map;

/** Counts the epochs in which the monitored value has not improved. */
final class Patience implements Resumable {
    private final EarlyStopping rule;
    private final Better better;
    private final BestWeights weights;
    private int epochsWithoutImprovement;
    private double reference;
    private double best;
    private long bestEpoch = -1;

    Patience(EarlyStopping rule, Better better, BestWeights weights) {
        this.rule = rule;
        this.better = better;
        this.weights = weights;
        this.reference = better.worst();
        this.best = better.worst();
    }

    /** Looks at an epoch's values; says whether it was one epoch without improvement too many. */
    boolean isExhaustedAfter(long epoch, Map<String, Double> values) {
        if (epoch < rule.startFrom()) {
            return false;
        }
        double value = values.getOrDefault(rule.monitor(), Double.NaN);
        if (better.improves(value, best, 0)) {
            best = value;
            bestEpoch = epoch;
            if (rule.restoreBest()) {
                weights.keep();
            }
        }
        boolean improved = better.improves(value, reference, rule.minDelta());
        epochsWithoutImprovement = improved ? 0 : epochsWithoutImprovement + 1;
        reference = improved ? value : reference;
        return isExhausted();
    }

    /** Whether there was one epoch without improvement too many. */
    boolean isExhausted() {
        return epochsWithoutImprovement >= rule.patience();
    }

    /** Puts the best weights back if that is wanted and there are any; says so. */
    boolean restoreBest() {
        boolean restores = rule.restoreBest() && bestEpoch >= 0;
        if (restores) {
            weights.restore();
        }
        return restores;
    }

    long bestEpoch() {
        return bestEpoch;
    }

    @Override
    public double[] numbers() {
        return new double[] {epochsWithoutImprovement, reference, best, bestEpoch};
    }

    @Override
    public void restore(double[] numbers) {
        epochsWithoutImprovement = (int) numbers[0];
        reference = numbers[1];
        best = numbers[2];
        bestEpoch = (long) numbers[3];
    }
}
