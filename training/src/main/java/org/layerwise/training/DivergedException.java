package org.layerwise.training;

/** Says that the cost or a gradient became NaN or infinite, when, and where it first appeared. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long epoch;
    private final long step;
    private final String layer;

    /**
     * @param what what is not finite: {@code the cost is NaN}
     * @param epoch from 0
     * @param step updates done before it
     * @param layer the layer where it first appeared; {@code input} or {@code loss} where it was no layer
     */
    public DivergedException(String what, long epoch, long step, String layer) {
        super("training diverged: " + what + " in epoch " + epoch + ", step " + step + "; first seen in " + layer);
        this.epoch = epoch;
        this.step = step;
        this.layer = layer;
    }

    /** The epoch, from 0. */
    public long epoch() {
        return epoch;
    }

    /** Updates done before it. */
    public long step() {
        return step;
    }

    /** The layer where it first appeared: {@code dense_3}; {@code input} or {@code loss} where it was no layer. */
    public String layer() {
        return layer;
    }
}
