package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.layerwise.dataio.DataException;

class RowFileWriterTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Elements.class,
            names = {"U1", "F4", "F8"})
    void writesWhatIsReadBack(Elements elements) throws IOException {
        Path file = folder.resolve("some.rows");
        int rows = 100_000;
        try (RowFileWriter writer = new RowFileWriter(file, elements, 3, 3)) {
            for (int i = 0; i < rows; i++) {
                int row = writer.addRow();
                for (int c = 0; c < 3; c++) {
                    writer.set(row, c, (i + c) % 256);
                }
            }
            writer.finish(List.of());
        }
        var stored = MappedRows.open(file, RowFile.read(file)).features();
        assertThat(Files.size(file))
                .isGreaterThan(3L * rows * elements.size())
                .isLessThan(3L * rows * elements.size() + 200);
        assertThat(stored.rows()).isEqualTo(rows);
        for (int i = 0; i < rows; i += 997) {
            assertThat(stored.get(i, 2)).isEqualTo((i + 2) % 256);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatTheDiskIsFull() throws IOException {
        try (RowFileWriter writer = new RowFileWriter(Path.of("/dev/full"), 1 << 17, 1 << 17)) {
            writer.addRow();
            assertThatThrownBy(writer::addRow)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("/dev/full: can't be written")
                    .hasMessageEndingWith("; the disk is full, -Dlayerwise.cache=DIR names another folder");
        }
    }
}
