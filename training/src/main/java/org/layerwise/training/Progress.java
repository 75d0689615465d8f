package org.layerwise.training;

/**
 * Where training stands between two records, for a progress line.
 *
 * @param epoch from 0
 * @param epochs the epochs that were asked for
 * @param step updates done
 * @param batch batches of this epoch that are done
 * @param batches batches of an epoch
 * @param examples examples trained on in this call, over all epochs
 * @param cost of the last batch before its update
 * @param seconds of training so far
 */
public record Progress(
        long epoch, long epochs, long step, int batch, int batches, long examples, double cost, double seconds) {}
