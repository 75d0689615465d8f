package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import java.util.Optional;
import org.layerwise.core.Alias;

/**
 * A learning rate that drops when a value has not improved for some epochs.
 *
 * <pre>{@code
 * after each epoch:
 *   in a cooldown: it is one epoch shorter, and no epoch counts as bad
 *   the value improved on the best one by more than min_delta: it is the best one, bad = 0
 *   otherwise, out of a cooldown: bad = bad + 1;  where bad = patience: n = n + 1, bad = 0, a cooldown begins
 * α(t) = max(schedule(t) · factor^n, min_rate)       (and never above schedule(t))
 * }</pre>
 *
 * <p>The value is measured after every epoch, whether or not the epoch is logged; its direction is the metric's own,
 * costs are better lower, and NaN never improves. Counts what the schedule within counts, steps or epochs.
 * <p>Source: Keras, {@code ReduceLROnPlateau}, whose defaults these are.
 * <p>Differs from: PyTorch, which drops after one bad epoch more, and whose threshold is a share of the best value.
 *
 * @param schedule what is reduced; a number is a constant rate
 * @param monitor a cost or metric that the run measures; default {@code dev_cost}
 * @param factor what the rate is multiplied by, in (0, 1); default 0.1
 * @param patience bad epochs after which the rate drops, at least 1; default 10
 * @param minDelta an improvement must be larger than this, at least 0; default 0.0001
 * @param cooldown epochs after a drop in which none counts as bad, at least 0; default 0
 * @param minRate the rate is not reduced below this, at least 0; default 0
 */
public record ReduceOnPlateau(
        @Alias({"learning_rate", "lr", "initial_learning_rate"})
        LearningRateSchedule schedule,

        String monitor,
        double factor,
        int patience,
        @Alias("threshold") double minDelta,
        int cooldown,
        @Alias({"min_lr", "min_learning_rate"}) double minRate)
        implements LearningRateSchedule, RateFeedback {
    /** With Keras's defaults. */
    public ReduceOnPlateau(LearningRateSchedule schedule) {
        this(schedule, "dev_cost", 0.1, 10, 1e-4, 0, 0);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public ReduceOnPlateau {
        require(!monitor.isBlank(), "monitor", "'" + monitor + "'", "the name of a cost or metric");
        require(factor > 0 && factor < 1, "factor", factor, "in (0, 1)");
        require(patience >= 1, "patience", patience, ">= 1");
        requireNonNegative("min_delta", minDelta);
        require(cooldown >= 0, "cooldown", cooldown, ">= 0");
        requireNonNegative("min_rate", minRate);
        require(schedule.feedback().isEmpty(), "schedule", "another reduce_on_plateau", "one of them");
    }

    /** The rate before any drop. */
    @Override
    public double at(long time) {
        return schedule.at(time);
    }

    @Override
    public Per per() {
        return schedule.per();
    }

    @Override
    public Optional<RateFeedback> feedback() {
        return Optional.of(this);
    }

    @Override
    public Follower follow(Goal goal) {
        return new Plateau(goal);
    }

    private final class Plateau implements Follower {
        private final Goal goal;
        private double multiplier = 1;
        private double best;
        private int bad;
        private int cooling;

        Plateau(Goal goal) {
            this.goal = goal;
            this.best = goal == Goal.LOWER ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }

        @Override
        public double adjust(double scheduled) {
            return Math.max(scheduled * multiplier, Math.min(scheduled, minRate));
        }

        @Override
        public void epochFinished(double value) {
            if (cooling > 0) {
                cooling--;
                bad = 0;
            }
            if (improves(value)) {
                best = value;
                bad = 0;
            } else if (cooling == 0) {
                bad++;
            }
            if (bad >= patience) {
                multiplier *= factor;
                cooling = cooldown;
                bad = 0;
            }
        }

        private boolean improves(double value) {
            return goal == Goal.LOWER ? value < best - minDelta : value > best + minDelta;
        }

        @Override
        public double[] numbers() {
            return new double[] {multiplier, best, bad, cooling};
        }

        @Override
        public void restore(double[] numbers) {
            multiplier = numbers[0];
            best = numbers[1];
            bad = (int) numbers[2];
            cooling = (int) numbers[3];
        }
    }
}
