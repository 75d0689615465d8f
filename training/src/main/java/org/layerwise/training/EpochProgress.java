package org.layerwise.training;

/** Where a run stands within its epochs, and the costs of the epoch under way. */
final class EpochProgress {
    long epoch;
    long step;
    int batch;
    long firstStep;
    double firstRate;
    double costSum;
    long examples;
    double lastBatchCost;
    /** Whether the examples of the epoch are in their order. */
    boolean begun;

    void begin(double rate) {
        firstStep = step;
        firstRate = rate;
        costSum = 0;
        examples = 0;
        begun = true;
    }

    void stepDone(double cost, int batchExamples) {
        lastBatchCost = cost;
        costSum += cost * batchExamples;
        examples += batchExamples;
        step++;
        batch++;
    }

    void epochDone() {
        epoch++;
        batch = 0;
        begun = false;
    }

    /** The cost before each update, averaged over the examples of the epoch. */
    double trainCost() {
        return step == firstStep + 1 ? lastBatchCost : costSum / examples;
    }

    TrainingState.Position position(long nanos) {
        return new TrainingState.Position(
                epoch, step, batch, firstStep, firstRate, costSum, examples, lastBatchCost, nanos);
    }

    void resume(TrainingState.Position position, boolean underWay) {
        epoch = position.epoch();
        step = position.step();
        batch = position.batch();
        firstStep = position.epochStep();
        firstRate = position.epochRate();
        costSum = position.costSum();
        examples = position.examples();
        lastBatchCost = position.lastBatchCost();
        begun = underWay;
    }
}
