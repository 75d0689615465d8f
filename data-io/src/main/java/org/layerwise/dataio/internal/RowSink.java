package org.layerwise.dataio.internal;

import java.util.function.LongConsumer;

/** Cuts elements that come one after the other into rows of a file. */
final class RowSink implements FileArray.Sink {
    private static final int TOLD_EVERY = 1 << 16;

    private final RowFileWriter writer;
    private final int width;
    private final LongConsumer follower;
    private int row;
    private int slot;
    private long done;

    /** @param follower is told how many elements came */
    RowSink(RowFileWriter writer, int width, LongConsumer follower) {
        this.writer = writer;
        this.width = width;
        this.follower = follower;
        this.slot = width;
    }

    @Override
    public void put(double value) {
        if (slot == width) {
            slot = 0;
            row = writer.addRow();
        }
        writer.set(row, slot++, value);
        if (++done % TOLD_EVERY == 0) {
            follower.accept(done);
        }
    }
}
