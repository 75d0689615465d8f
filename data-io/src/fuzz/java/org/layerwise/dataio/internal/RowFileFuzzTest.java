package org.layerwise.dataio.internal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.dataio.Column;

/** A file of rows whose check sums are right whatever it holds, so that what lies behind them is reached. */
class RowFileFuzzTest {
    private static final Path FILE = temporary();
    private static final int SUMMED = RowFile.HEADER - Integer.BYTES;
    private static final int END_SUM = SUMMED - Integer.BYTES;

    private static Path temporary() {
        try {
            return Files.createTempFile("fuzz", ".rows");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> seeds() throws IOException {
        try (RowFileWriter writer = new RowFileWriter(FILE, 2, 3)) {
            for (int row = 0; row < 5; row++) {
                writer.addRow();
                for (int slot = 0; slot < 3; slot++) {
                    writer.set(row, slot, slot < 2 ? row + 0.5 * slot : row % 2);
                }
            }
            writer.finish(List.of(
                    Column.numeric("width"),
                    Column.numeric("height"),
                    Column.categorical("kind", List.of("cat", "dog"))));
        }
        return Stream.of(Arguments.of((Object) Files.readAllBytes(FILE)));
    }

    @MethodSource("seeds")
    @FuzzTest
    void isReadOrRefused(byte[] content) throws IOException {
        Files.write(FILE, summed(content));
        RowFile file;
        try {
            file = RowFile.read(FILE);
        } catch (IOException e) {
            return;
        }
        MappedRows.open(FILE, file);
    }

    private static byte[] summed(byte[] content) {
        byte[] fixed = content.clone();
        if (fixed.length >= RowFile.HEADER) {
            ByteBuffer bytes = ByteBuffer.wrap(fixed).order(ByteOrder.LITTLE_ENDIAN);
            long end = bytes.getLong(32);
            if (end >= RowFile.HEADER && end <= fixed.length) {
                bytes.putInt(END_SUM - 8, RowFile.sum(bytes.duplicate().position((int) end)));
            }
            bytes.putInt(SUMMED, RowFile.sum(bytes.duplicate().position(0).limit(SUMMED)));
        }
        return fixed;
    }
}
