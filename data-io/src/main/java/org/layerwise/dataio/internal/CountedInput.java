package org.layerwise.dataio.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes were read. */
final class CountedInput extends FilterInputStream {
    private final LongConsumer follower;
    private long count;

    CountedInput(InputStream in, LongConsumer follower) {
        super(in);
        this.follower = follower;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] destination, int offset, int length) throws IOException {
        int read = super.read(destination, offset, length);
        if (read > 0) {
            count += read;
            follower.accept(count);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
