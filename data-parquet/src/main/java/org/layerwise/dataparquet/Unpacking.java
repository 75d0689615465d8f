package org.layerwise.dataparquet;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Unpacks pages; gzip by the JDK, as the library has it of Hadoop, which is not there; zstd, which may pack 32,000 times, as a
 * stream, so that memory is taken for what comes, not for what is declared.
 */
final class Unpacking implements CompressionCodecFactory {
    private final CodecFactory others = new CodecFactory(new PlainParquetConfiguration(), 0);

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        throw new UnsupportedOperationException("Parquet files are only read");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        return switch (name) {
            case GZIP -> new Stream(GZIPInputStream::new);
            case ZSTD -> new Stream(ZstdInputStreamNoFinalizer::new);
            default -> others.getDecompressor(name);
        };
    }

    @Override
    public void release() {
        others.release();
    }

    @FunctionalInterface
    private interface Opening {
        InputStream open(InputStream packed) throws IOException;
    }

    private static final class Stream implements BytesInputDecompressor {
        private final Opening opening;

        Stream(Opening opening) {
            this.opening = opening;
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            return BytesInput.from(unpacked(bytes.toInputStream(), size));
        }

        @Override
        public void decompress(ByteBuffer input, int packed, ByteBuffer output, int size) throws IOException {
            byte[] bytes = new byte[packed];
            input.get(bytes);
            output.put(unpacked(new ByteArrayInputStream(bytes), size));
        }

        /** No more than the page says is taken, whatever the stream goes on with, and no memory before it comes. */
        private byte[] unpacked(InputStream packed, int size) throws IOException {
            try (InputStream in = opening.open(packed)) {
                byte[] plain = in.readNBytes(size);
                if (plain.length < size || in.read() >= 0) {
                    throw new IOException("a page declares " + size + " bytes but holds "
                            + (plain.length < size ? plain.length : "more"));
                }
                return plain;
            }
        }

        @Override
        public void release() {}
    }
}
