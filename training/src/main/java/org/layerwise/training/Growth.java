package org.layerwise.training;

/** Watches that the cost of an epoch does not grow beyond a multiple of the first epoch's. */
final class Growth implements Resumable {
    private final double factor;
    private double first = Double.NaN;

    Growth(double factor) {
        this.factor = factor;
    }

    /** @throws DivergedException if the cost is too high */
    void epochFinished(long epoch, long step, double trainCost) {
        if (Double.isNaN(first)) {
            first = trainCost;
        } else if (first > 0 && trainCost > factor * first) {
            throw new DivergedException(
                    "train_cost is " + trainCost + ", more than " + factor + " times the first epoch's " + first,
                    epoch,
                    step,
                    "loss");
        }
    }

    @Override
    public double[] numbers() {
        return new double[] {first};
    }

    @Override
    public void restore(double[] numbers) {
        first = numbers[0];
    }
}
