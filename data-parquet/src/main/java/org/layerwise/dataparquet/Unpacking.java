package org.layerwise.dataparquet;

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

/** Unpacks pages; gzip by the JDK, as the library has it of Hadoop, which is not there. */
final class Unpacking implements CompressionCodecFactory {
    private final CodecFactory others = new CodecFactory(new PlainParquetConfiguration(), 0);

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        throw new UnsupportedOperationException("Parquet files are only read");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        return name == CompressionCodecName.GZIP ? new Gzip() : others.getDecompressor(name);
    }

    @Override
    public void release() {
        others.release();
    }

    private static final class Gzip implements BytesInputDecompressor {
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

        /** No more than the page says is taken, whatever the gzip goes on with. */
        private static byte[] unpacked(InputStream packed, int size) throws IOException {
            try (InputStream in = new GZIPInputStream(packed)) {
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
