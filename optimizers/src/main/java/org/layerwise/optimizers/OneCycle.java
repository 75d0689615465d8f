package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requirePositive;

import org.layerwise.core.Alias;

/**
 * One rise and one longer fall over the whole run, both along half a cosine wave.
 *
 * <pre>{@code
 * first = max_learning_rate / div_factor,  last = first / final_div_factor
 * up    = pct_start · total_steps − 1,     end  = total_steps − 1
 * α(t) goes from first to max_learning_rate over [0, up] and from there to last over [up, end], then stays
 * }</pre>
 *
 * <p>Source: Smith, Topin, "Super-convergence", 2018; PyTorch, {@code OneCycleLR}, with its defaults.
 * <p>Differs from: PyTorch, which also moves the momentum and refuses to go on after total_steps.
 *
 * @param maxLearningRate the highest α, above 0
 * @param totalSteps steps or epochs of the cycle, at least 2
 * @param pctStart share of the rise, in (0, 1), with {@code pct_start · total_steps ≥ 1}; default 0.3
 * @param divFactor highest over first α, at least 1; default 25
 * @param finalDivFactor first over last α, at least 1; default 10000
 * @param per what is counted, {@code step} or {@code epoch}; default step
 */
public record OneCycle(
        @Alias({"max_lr", "learning_rate"}) double maxLearningRate,
        long totalSteps,
        double pctStart,
        double divFactor,
        double finalDivFactor,
        Per per)
        implements LearningRateSchedule {
    /** With PyTorch's defaults, counting steps. */
    public OneCycle(double maxLearningRate, long totalSteps) {
        this(maxLearningRate, totalSteps, 0.3, 25, 1e4, Per.STEP);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public OneCycle {
        requirePositive("max_learning_rate", maxLearningRate);
        require(totalSteps >= 2, "total_steps", totalSteps, ">= 2");
        require(pctStart > 0 && pctStart < 1, "pct_start", pctStart, "in (0, 1)");
        require(pctStart * totalSteps >= 1, "pct_start", pctStart, "at least one of the " + totalSteps + " steps");
        require(divFactor >= 1 && Double.isFinite(divFactor), "div_factor", divFactor, ">= 1");
        require(finalDivFactor >= 1 && Double.isFinite(finalDivFactor), "final_div_factor", finalDivFactor, ">= 1");
    }

    @Override
    public double at(long time) {
        double up = pctStart * totalSteps - 1;
        double end = totalSteps - 1.0;
        double first = maxLearningRate / divFactor;
        if (time < up) {
            return Cosine.between(first, maxLearningRate, time / up);
        }
        return Cosine.between(
                maxLearningRate, first / finalDivFactor, (Math.min((double) time, end) - up) / (end - up));
    }
}
