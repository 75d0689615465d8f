package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requirePositive;

import java.util.Optional;
import org.layerwise.core.Alias;

/**
 * A learning rate that goes up and down between two bounds.
 *
 * <pre>{@code
 * k = ⌊t / (up + down)⌋,  x = t − k (up + down),  h = x / up where x ≤ up, else (up + down − x) / down
 * α(t) = base_learning_rate + (max_learning_rate − base_learning_rate) · h · scale
 * scale: triangular 1,  triangular2 2^(−k),  exp_range gamma^t
 * }</pre>
 *
 * <p>Source: Smith, "Cyclical learning rates for training neural networks", 2017; PyTorch, {@code CyclicLR}.
 * <p>Differs from: PyTorch, which also moves the momentum.
 *
 * @param baseLearningRate the lowest α, above 0
 * @param maxLearningRate the highest α, at least base_learning_rate
 * @param stepSizeUp steps or epochs up, at least 1; default 2000
 * @param stepSizeDown steps or epochs down, at least 1; default as many as up
 * @param mode {@code triangular} (default), {@code triangular2} or {@code exp_range}
 * @param gamma factor of a step in exp_range, in (0, 1]; default 1
 * @param per what is counted, {@code step} or {@code epoch}; default step
 */
public record Cyclic(
        @Alias("base_lr") double baseLearningRate,
        @Alias("max_lr") double maxLearningRate,
        long stepSizeUp,
        Optional<Long> stepSizeDown,
        Mode mode,
        double gamma,
        Per per)
        implements LearningRateSchedule {
    /** With PyTorch's defaults, counting steps. */
    public Cyclic(double baseLearningRate, double maxLearningRate) {
        this(baseLearningRate, maxLearningRate, 2000, Optional.empty(), Mode.TRIANGULAR, 1, Per.STEP);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public Cyclic {
        requirePositive("base_learning_rate", baseLearningRate);
        requirePositive("max_learning_rate", maxLearningRate);
        require(
                maxLearningRate >= baseLearningRate,
                "max_learning_rate",
                maxLearningRate,
                ">= base_learning_rate (" + baseLearningRate + ")");
        require(stepSizeUp >= 1, "step_size_up", stepSizeUp, ">= 1");
        stepSizeDown.ifPresent(down -> require(down >= 1, "step_size_down", down, ">= 1"));
        require(gamma > 0 && gamma <= 1, "gamma", gamma, "in (0, 1]");
    }

    /** What becomes of the height from cycle to cycle. */
    public enum Mode {
        /** It stays. */
        TRIANGULAR,
        /** It is halved with each cycle. */
        TRIANGULAR2,
        /** It shrinks by gamma at each step. */
        EXP_RANGE
    }

    @Override
    public double at(long time) {
        long down = stepSizeDown.isPresent() ? stepSizeDown.get() : stepSizeUp; // orElse would allocate
        long cycle = time / (stepSizeUp + down);
        long x = time % (stepSizeUp + down);
        double height = x <= stepSizeUp ? x / (double) stepSizeUp : (stepSizeUp + down - x) / (double) down;
        return baseLearningRate + (maxLearningRate - baseLearningRate) * height * scale(cycle, time);
    }

    private double scale(long cycle, long time) {
        return switch (mode) {
            case TRIANGULAR -> 1;
            case TRIANGULAR2 -> Powers.power(0.5, cycle);
            case EXP_RANGE -> Powers.power(gamma, time);
        };
    }
}
