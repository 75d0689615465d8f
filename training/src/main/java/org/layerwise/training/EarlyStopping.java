package org.layerwise.training;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import org.layerwise.core.Alias;

/**
 * Ends training when a value has not improved for some epochs.
 *
 * <p>The value is looked at after every epoch, whether or not the epoch is logged. Its direction (lower or higher is
 * better) is the metric's own; costs are better lower. NaN never improves.
 *
 * <p>Differs from: Keras, where restore_best_weights is off and patience 0 unless asked.
 *
 * @param monitor {@code dev_cost}, {@code train_accuracy}, …: a part and a cost or metric that the run computes
 * @param patience epochs without improvement after which training ends, at least 1; default 10
 * @param minDelta an improvement must be larger than this, at least 0; default 0
 * @param restoreBest whether the weights of the best epoch are put back, whatever ended the run; default true
 * @param startFrom the first epoch that counts, from 0; earlier ones are not looked at; default 0
 */
public record EarlyStopping(
        String monitor,
        int patience,
        double minDelta,
        @Alias("restore_best_weights") boolean restoreBest,
        @Alias({"warm_up", "warmup", "start_from_epoch"}) int startFrom) {
    /** With a patience of 10 epochs. */
    public EarlyStopping(String monitor) {
        this(monitor, 10);
    }

    /** With this patience; any improvement counts, and the best weights are put back. */
    public EarlyStopping(String monitor, int patience) {
        this(monitor, patience, 0, true, 0);
    }

    /** @throws org.layerwise.core.OptionException if a number is out of range */
    public EarlyStopping {
        require(!monitor.isBlank(), "monitor", "'" + monitor + "'", "the name of a cost or metric");
        require(patience >= 1, "patience", patience, ">= 1");
        requireNonNegative("min_delta", minDelta);
        require(startFrom >= 0, "start_from", startFrom, ">= 0");
    }
}
