package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.dataio.Column;

/** Files of rows whose check sums are right and whose numbers are not. */
class DamagedRowFileTest {
    private static final int ROWS = 24;
    private static final int END = 32;
    private static final int END_SUM = 48;
    private static final int SUMMED = RowFile.HEADER - Integer.BYTES;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("t.rows");
        try (RowFileWriter writer = new RowFileWriter(file, 1, 2)) {
            writer.addRow();
            writer.set(0, 0, 1);
            writer.set(0, 1, 0);
            writer.finish(List.of(Column.numeric("a"), Column.categorical("b", List.of("x"))));
        }
    }

    private void change(int at, long value, int bytes) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes == Long.BYTES) {
            content.putLong(at, value);
        } else {
            content.putInt(at, (int) value);
        }
        int end = RowFile.HEADER + 2 * Double.BYTES;
        content.putInt(END_SUM, RowFile.sum(content.duplicate().position(end)));
        content.putInt(SUMMED, RowFile.sum(content.duplicate().position(0).limit(SUMMED)));
        Files.write(file, content.array());
    }

    @ParameterizedTest
    @CsvSource({"-1", "0", "2", "2147483647", "2147483648", "4611686018427387904", "9223372036854775807"})
    void refusesRowsThatItDoesNotHold(long rows) throws IOException {
        change(ROWS, rows, Long.BYTES);
        assertThatThrownBy(() -> RowFile.read(file)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"12, -1", "12, 3", "16, 0", "16, -1", "16, 1", "16, 2147483647", "20, 77", "80, 2147483647", "84, -2"})
    void refusesCountsThatCantBe(int at, int value) throws IOException {
        change(at, value, Integer.BYTES);
        assertThatThrownBy(() -> RowFile.read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAnEndThatIsElsewhere() throws IOException {
        change(END, -8, Long.BYTES);
        assertThatThrownBy(() -> RowFile.read(file)).isInstanceOf(IOException.class);
    }
}
