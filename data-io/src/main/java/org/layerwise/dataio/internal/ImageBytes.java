package org.layerwise.dataio.internal;

import javax.imageio.stream.ImageInputStreamImpl;
import org.layerwise.dataio.DataException;

/**
 * An image in memory as the source of a decoder.
 *
 * <p>Decoders of WebP look a few bytes ahead and take what is not there for zeros, without end. So after its picture some
 * zeros follow, and who reads beyond them has left the picture.
 */
final class ImageBytes extends ImageInputStreamImpl {
    /** The bits that a decoder holds ready; they all lie within the picture as long as it does. */
    private static final int AHEAD = Long.BYTES;

    private final byte[] bytes;
    private final int end;
    private final boolean padded;

    private ImageBytes(byte[] bytes, int end, boolean padded) {
        this.bytes = bytes;
        this.end = end;
        this.padded = padded;
    }

    static ImageBytes of(byte[] file) {
        if (!WebpChunks.isWebp(file)) {
            return new ImageBytes(file, file.length, false);
        }
        byte[] picture = WebpChunks.untilPicture(file);
        return new ImageBytes(picture, picture.length, true);
    }

    @Override
    public int read() {
        bitOffset = 0;
        long at = streamPos;
        if (at < end) {
            streamPos++;
            return bytes[(int) at] & 0xff;
        }
        if (padded && at >= end + AHEAD) {
            throw new DataException("is a damaged image (its data end at offset " + end + ", before its pixels do)");
        }
        streamPos += padded ? 1 : 0;
        return padded ? 0 : -1;
    }

    @Override
    public int read(byte[] destination, int offset, int length) {
        bitOffset = 0;
        int count = (int) Math.max(0, Math.min(length, end - streamPos));
        System.arraycopy(bytes, (int) Math.min(end, streamPos), destination, offset, count);
        streamPos += count;
        while (padded && count < length) {
            destination[offset + count++] = (byte) read();
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public long length() {
        return end;
    }
}
