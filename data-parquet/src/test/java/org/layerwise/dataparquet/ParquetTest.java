package org.layerwise.dataparquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.ParquetWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.Registry;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Classes;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.Inspection;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.dataio.Streaming;
import org.layerwise.datajson.JsonLines;

/** Against files that DuckDB wrote, each also as JSON lines: tables.mjs in the resources. */
class ParquetTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private ReadContext context(Streaming streaming) {
        return new ReadContext(folder, new Splittable(), streaming, ReadProgress.none());
    }

    private Path copy(String name) throws IOException {
        try (InputStream in = ParquetTest.class.getResourceAsStream(name)) {
            Files.write(folder.resolve(name), Objects.requireNonNull(in).readAllBytes());
        }
        return Path.of(name);
    }

    private Dataset read(String name, List<String> features) throws IOException {
        return new Parquet(copy(name), List.of(), features, List.of(), List.of()).read(context(Streaming.NEVER));
    }

    @Test
    void isFoundByItsName() {
        assertThat(Registry.load().find(DatasetReader.class, "parquet")).contains(Parquet.class);
    }

    @ParameterizedTest
    @CsvSource({"snappy, NEVER", "zstd, NEVER", "gzip, NEVER", "snappy, ALWAYS"})
    void readsWhatDuckDbWroteAsJsonReadsIt(String packing, Streaming streaming) throws IOException {
        Dataset json = new JsonLines(copy("table.json"), List.of("kind")).read(context(Streaming.NEVER));
        Dataset parquet = new Parquet(copy(packing + ".parquet"), List.of("kind")).read(context(streaming));
        assertThat(parquet.isStreamed()).isEqualTo(streaming == Streaming.ALWAYS);
        assertThat(parquet.examples()).isEqualTo(300);
        assertThat(parquet.columns()).isEqualTo(json.columns());
        assertThat(parquet.targets()).isEqualTo(json.targets());
        for (int i = 0; i < json.examples(); i++) {
            assertThat(parquet.target(i, 0)).isEqualTo(json.target(i, 0));
            for (int c = 0; c < json.features(); c++) {
                assertThat(parquet.feature(i, c)).isEqualTo(Double.valueOf(json.feature(i, c)));
            }
        }
    }

    @Test
    void readsOneGroupOfRowsAfterTheOther() throws IOException {
        Dataset rows = read("groups.parquet", List.of());
        assertThat(rows.examples()).isEqualTo(5000);
        for (int i : new int[] {0, 2047, 2048, 4095, 4096, 4999}) {
            assertThat(rows.featureMatrix().getRow(i)).containsExactly(i, i % 3);
        }
    }

    @Test
    void takesWantedColumnsInTheirOrderAndFieldsOfStructures() throws IOException {
        Dataset rows = read("odd.parquet", List.of("pair", "x"));
        assertThat(rows.columns().stream().map(Column::name)).containsExactly("pair.a", "pair.b", "x");
        assertThat(rows.featureMatrix().getRow(3)).containsExactly(3, 6, 3);
    }

    @Test
    void aBooleanTargetHasTwoClasses() throws IOException {
        Dataset rows = new Parquet(copy("snappy.parquet"), List.of("yes")).read(context(Streaming.NEVER));
        assertThat(Classes.of(rows).names()).containsExactly("false", "true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "day|column 'day' holds dates or times; turn them into numbers before, such as days or the hour of the day",
                "at|column 'at' holds dates or times",
                "list|column 'list.list.element' holds lists or maps; a single value in each row is needed",
                "ratio|row 1, column 'ratio': Infinity is not finite; if it means a missing value list 'Infinity' under",
                "y|no column 'y' in odd.parquet; known are 'x', 'day'",
            })
    void refusesWhatIsNoNumberAndNoText(String feature, String message) {
        assertThatThrownBy(() -> read("odd.parquet", List.of(feature)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message);
    }

    @Test
    void saysHowToLeaveOutAColumnThatCannotBeRead() {
        assertThatThrownBy(() -> read("odd.parquet", List.of()))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("odd.parquet: column 'day' holds dates")
                .hasMessageEndingWith("leave it out by listing the others under features:")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2));
    }

    @Test
    void anInspectionShowsTheOtherColumns() throws IOException {
        Path odd = copy("odd.parquet");
        Inspection shown = Inspection.of(context(Streaming.NEVER), odd, new Inspection.Readers() {
            @Override
            public DatasetReader table(Path file, List<String> categorical) {
                throw new AssertionError("is no csv");
            }

            @Override
            public Optional<DatasetReader> other(
                    String format, Path file, List<String> features, List<String> categorical) {
                return Optional.of(new Parquet(file, List.of("x"), features, List.of("Infinity"), categorical));
            }
        });
        assertThat(shown.parts().get(0).features().stream().map(c -> c.column().name()))
                .containsExactly("pair.a", "pair.b", "bytes", "ratio");
        assertThat(shown.notes())
                .hasSize(3)
                .allMatch(note -> note.startsWith("left out: odd.parquet: column '"))
                .anyMatch(note -> note.contains("column 'list.list.element' holds lists or maps"));
    }

    @Test
    void readsWhatTheLibraryItselfWrites() throws IOException {
        MessageType schema = new MessageType(
                "t",
                Types.optional(PrimitiveTypeName.DOUBLE).named("x"),
                Types.required(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named("k"));
        try (ParquetWriter<Integer> writer =
                ParquetWriter.writeFile(schema, folder.resolve("own.parquet").toFile(), (row, values) -> {
                    if (row % 4 != 1) {
                        values.write("x", row / 3.0);
                    }
                    values.write("k", "k" + row % 2);
                })) {
            for (int i = 0; i < 50; i++) {
                writer.write(i);
            }
        }
        Dataset rows = new Parquet(Path.of("own.parquet"), List.of("k")).read(context(Streaming.NEVER));
        double[] x = IntStream.range(0, 50)
                .mapToDouble(i -> i % 4 == 1 ? Double.NaN : i / 3.0)
                .toArray();
        assertThat(rows.featureMatrix().getColumn(0)).isEqualTo(x);
        assertThat(Classes.of(rows).names()).containsExactly("k0", "k1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy.parquet", "zstd.parquet", "gzip.parquet", "odd.parquet"})
    void refusesAFileThatIsCutShort(String name) throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(copy(name)));
        for (int length : new int[] {0, 3, 4, 11, 12, 100, whole.length / 2, whole.length - 4, whole.length - 1}) {
            Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> new Parquet(Path.of("cut.parquet")).read(context(Streaming.NEVER)))
                    .as("%d bytes", length)
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("cut.parquet: is no sound Parquet file");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy.parquet", "zstd.parquet", "gzip.parquet", "groups.parquet"})
    void refusesOrReadsAFileWithAnyByteChanged(String name) throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(copy(name)));
        for (int at = 0; at < whole.length; at += 71) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) 0x55;
            Files.write(folder.resolve("bad.parquet"), changed);
            try {
                new Parquet(Path.of("bad.parquet")).read(context(Streaming.NEVER));
            } catch (DataException e) {
                assertThat(e.getMessage()).as("byte %d", at).contains("bad.parquet");
            }
        }
    }
}
