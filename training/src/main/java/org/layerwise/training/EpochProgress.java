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

    void begin(double rate) {
        firstStep = step;
        firstRate = rate;
        costSum = 0;
        examples = 0;
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
    }

    /** The cost before each update, averaged over the examples of the epoch. */
    double trainCost() {
        return step == firstStep + 1 ? lastBatchCost : costSum / examples;
    }

    void resume(TrainingState.Position position) {
        epoch = position.epoch();
        step = position.step();
        batch = position.batch();
        firstStep = position.epochStep();
        firstRate = position.epochRate();
        costSum = position.costSum();
        examples = position.examples();
        lastBatchCost = position.lastBatchCost();
    }
}
