package org.layerwise.dataio.internal;

import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Streaming;

/** Whether what a file holds fits in memory: asked before it is taken, so that nobody runs out of it. */
final class Room {
    /** A data set that takes more of the heap than this leaves nothing to work in. */
    private static final double MOST = 0.9;

    /** What was to be kept in memory and turns out greater than estimated is streamed from this share of the heap on. */
    private static final double STREAMED_FROM = 0.5;

    private final InputFile file;
    private final Streaming streaming;
    private final long heap;

    /** @param heap the most memory there can be, in bytes */
    Room(InputFile file, Streaming streaming, long heap) {
        this.file = file;
        this.streaming = streaming;
        this.heap = heap;
    }

    static Room of(InputFile file, Streaming streaming) {
        return new Room(file, streaming, Runtime.getRuntime().maxMemory());
    }

    /** What is in memory already is more than there should be, and can be streamed instead. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("more than was estimated", null, false, false);
        }
    }

    /**
     * Whether to stream what is estimated at so many bytes.
     *
     * @throws DataException if it is not to be, and does not fit
     */
    boolean streams(long bytes) {
        boolean streams = streaming.applies(bytes);
        if (!streams && bytes > MOST * heap) {
            throw tooLarge("takes about " + megabytes(bytes));
        }
        return streams;
    }

    /**
     * Goes on reading into memory.
     *
     * @param bytes what the rows so far take
     * @throws Exceeded if it had better be streamed
     * @throws DataException if it is not to be streamed, and does not fit
     */
    void require(long bytes) {
        if (streaming == Streaming.AUTO && bytes > STREAMED_FROM * heap) {
            throw new Exceeded();
        }
        if (bytes > MOST * heap) {
            throw full(bytes);
        }
    }

    /** Says that memory has come to its end, or that what is read is to be streamed from the beginning. */
    RuntimeException full(long bytes) {
        return streaming == Streaming.AUTO ? new Exceeded() : tooLarge("takes more than " + megabytes(bytes));
    }

    private DataException tooLarge(String what) {
        return file.wrong(
                what + " of memory, and Java has " + megabytes(heap)
                        + "; have it read in pieces, which data: {streaming: auto} does, or give Java more (JAVA_TOOL_OPTIONS=-Xmx…)");
    }

    private static String megabytes(long bytes) {
        return Math.max(1, bytes >> 20) + " MB";
    }
}
