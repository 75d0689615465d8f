package org.layerwise.dataio.readers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.Inspection;
import org.layerwise.dataio.ReadContext;

/** Files of formats that are not read: the message says what they are and what to do. */
class OtherFormatsTest {
    @TempDir
    Path folder;

    private void inspect(String name) throws IOException {
        Inspection.of(new ReadContext(folder, new Splittable()), Path.of(name), new Inspection.Readers() {
            @Override
            public DatasetReader table(Path file, List<String> categorical) {
                return new Csv(file);
            }

            @Override
            public Optional<DatasetReader> other(
                    String format, Path file, List<String> features, List<String> categorical) {
                return Optional.empty();
            }
        });
    }

    private void write(String name, String content) throws IOException {
        Files.write(folder.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "BZh91AY&SY\u00a0\u0000~is packed by bzip2; unpack it, or pack it with gzip",
                "\u00fd7zXZ\u0000\u0000\u0004~is packed by xz; unpack it, or pack it with gzip",
                "(\u00b5/\u00fd\u0004~is packed by zstd; unpack it, or pack it with gzip",
                "\u00d0\u00cf\u0011\u00e0\u00a1~is a workbook or document of Microsoft Office; save it as csv",
                "\u0080\u0004\u0095\u0010\u0000~is a pickle of Python, which can run code; save it as npy, npz or csv",
            })
    void saysWhatABinaryFileIs(String content, String message) throws IOException {
        write("t.csv", content);
        write("t.bin", content);
        ReadContext context = new ReadContext(folder, new Splittable());
        assertThatThrownBy(() -> new Csv(Path.of("t.csv")).read(context))
                .isInstanceOf(DataException.class)
                .hasMessage("t.csv: " + message);
        assertThatThrownBy(() -> inspect("t.bin")).hasMessage("t.bin: " + message);
    }

    @Test
    void saysThatAWebPageIsOne() throws IOException {
        write("t.csv", "<!DOCTYPE html>\n<p>Not, found</p>\n");
        ReadContext context = new ReadContext(folder, new Splittable());
        assertThatThrownBy(() -> new Csv(Path.of("t.csv"), List.of("y")).read(context))
                .hasMessageStartingWith("no column 'y' in t.csv; ")
                .hasMessageEndingWith("; the file is a web page, not data");
        assertThatThrownBy(() -> new Csv(Path.of("t.csv")).read(context))
                .hasMessage("t.csv: row 1 (line 2) has 2 fields; the header has 1; the file is a web page, not data");
        assertThatThrownBy(() -> inspect("t.csv")).hasMessage("t.csv: is a web page, not data");
    }

    private void zip(String name, String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(new byte[] {1, 2, 3});
            }
        }
        Files.write(folder.resolve(name), bytes.toByteArray());
    }

    @Test
    void saysThatAnArchiveHoldsNoArrays() throws IOException {
        zip("t.zip", "t.csv", "b", "c", "d");
        zip("t.xlsx", "docProps/app.xml", "xl/workbook.xml");
        String message = "t.zip: is a zip archive without arrays (.npy), of 't.csv', 'b', 'c', …; unpack it";
        assertThatThrownBy(() -> inspect("t.zip")).hasMessage(message);
        assertThatThrownBy(() -> inspect("t.xlsx")).hasMessage("t.xlsx: is a workbook of Excel; save it as csv");
        ReadContext context = new ReadContext(folder, new Splittable());
        assertThatThrownBy(() -> new Npz(Path.of("t.zip"), "x").read(context)).hasMessage(message);
        assertThatThrownBy(() -> new Csv(Path.of("t.xlsx")).read(context))
                .hasMessageContaining("is a zip archive or a workbook; unpack it, or save it as csv");
    }
}
