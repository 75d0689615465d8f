package org.layerwise.training;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.layerwise.optimizers.LearningRateSchedule;
import org.layerwise.optimizers.RateFeedback;

/** The learning rate of a run: what the schedule says, and what follows from the values that were measured. */
final class Rates implements Resumable {
    private final LearningRateSchedule schedule;
    private final Optional<RateFeedback> rule;
    private final Optional<RateFeedback.Follower> follower;

    /** @param monitors which way each value is better */
    Rates(LearningRateSchedule schedule, Map<String, Better> monitors) {
        this.schedule = schedule;
        this.rule = schedule.feedback();
        this.follower = rule.map(feedback -> feedback.follow(goal(monitors.get(feedback.monitor()))));
    }

    private static RateFeedback.Goal goal(@Nullable Better better) {
        return better == Better.HIGHER ? RateFeedback.Goal.HIGHER : RateFeedback.Goal.LOWER;
    }

    /** The rate of an update. */
    double at(long epoch, long step) {
        double scheduled = schedule.at(schedule.per() == LearningRateSchedule.Per.EPOCH ? epoch : step);
        return follower.isPresent() ? follower.get().adjust(scheduled) : scheduled;
    }

    /** Looks at what was measured after an epoch. */
    void epochFinished(Map<String, Double> values) {
        if (follower.isPresent()) {
            follower.get().epochFinished(values.getOrDefault(rule.orElseThrow().monitor(), Double.NaN));
        }
    }

    @Override
    public double[] numbers() {
        return follower.map(RateFeedback.Follower::numbers).orElseGet(() -> new double[0]);
    }

    @Override
    public void restore(double[] numbers) {
        follower.ifPresent(one -> one.restore(numbers));
    }
}
