package org.layerwise.datajson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.OptionException;
import org.layerwise.core.Registry;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Classes;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.dataio.Streaming;
import org.layerwise.dataio.readers.Csv;

class JsonLinesTest {
    private static final List<String> MISSING = List.of("", "?", "NA");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private ReadContext context(Streaming streaming) {
        return new ReadContext(folder, new Splittable(), streaming, ReadProgress.none());
    }

    private Dataset read(String text, String... target) throws IOException {
        Files.writeString(folder.resolve("t.jsonl"), text);
        return new JsonLines(Path.of("t.jsonl"), List.of(target)).read(context(Streaming.NEVER));
    }

    private Dataset read(String text, List<String> features, List<String> missing, List<String> categorical)
            throws IOException {
        Files.writeString(folder.resolve("t.jsonl"), text);
        return new JsonLines(Path.of("t.jsonl"), List.of(), features, missing, categorical, "utf-8")
                .read(context(Streaming.NEVER));
    }

    private static List<String> names(Dataset dataset) {
        return dataset.columns().stream().map(Column::name).toList();
    }

    private static String label(Dataset dataset, int example, int column) {
        return dataset.columns()
                .get(column)
                .label(dataset.feature(example, column))
                .orElse("none");
    }

    @Test
    void leavesOutLinesOfWhiteSpace() throws IOException {
        assertThat(read("\n{\"a\":1}\n \t\n\r \r\n{\"a\":2}\n\r ").examples()).isEqualTo(2);
    }

    @Test
    void isFoundByItsName() {
        assertThat(Registry.load().find(DatasetReader.class, "json_lines")).contains(JsonLines.class);
    }

    @Test
    void readsKeysAsColumns() throws IOException {
        Dataset pets =
                read("{\"age\": 1, \"kind\": \"cat\", \"w\": 3.5e0}\n{\"age\":2,\"w\":-9,\"kind\":\"dog\"}\n", "kind");
        assertThat(names(pets)).containsExactly("age", "w");
        assertThat(pets.featureMatrix().getData()).isDeepEqualTo(new double[][] {{1, 3.5}, {2, -9}});
        assertThat(Classes.of(pets).names()).containsExactly("cat", "dog");
        assertThat(pets.target(1, 0)).isEqualTo(1);
    }

    @Test
    void aKeyThatARowLacksIsMissingThere() throws IOException {
        Dataset rows = read("{\"a\":1}\n\n{\"b\":2,\"a\":null}\r\n{}\n");
        assertThat(names(rows)).containsExactly("a", "b");
        assertThat(rows.featureMatrix().getRow(0)).containsExactly(1, Double.NaN);
        assertThat(rows.featureMatrix().getRow(1)).containsExactly(Double.NaN, 2);
        assertThat(rows.featureMatrix().getRow(2)).containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void aKeyThatIsAlwaysNullIsAColumnWithoutValues() throws IOException {
        Dataset rows = read("{\"a\":1,\"b\":null}");
        assertThat(names(rows)).containsExactly("a", "b");
        assertThat(rows.feature(0, 1)).isNaN();
    }

    @Test
    void whatIsNestedBecomesColumnsOfItsOwn() throws IOException {
        String text = "{\"size\":{\"w\":2,\"h\":{\"in\":3}},\"pixels\":[4,[5,6]],\"none\":[],\"x\":7}";
        assertThat(names(read(text)))
                .containsExactly("size.w", "size.h.in", "pixels.1", "pixels.2.1", "pixels.2.2", "x");
        assertThat(names(read(text, List.of("x", "pixels"), MISSING, List.of())))
                .containsExactly("x", "pixels.1", "pixels.2.1", "pixels.2.2");
    }

    @Test
    void booleansAreNumbersInFeaturesAndClassesInTargets() throws IOException {
        String text = "{\"a\":true,\"y\":true}\n{\"a\":false,\"y\":false}\n";
        Dataset rows = read(text, "y");
        assertThat(rows.columns().get(0)).isEqualTo(Column.numeric("a"));
        assertThat(rows.feature(0, 0)).isEqualTo(1);
        assertThat(Classes.of(rows).names()).containsExactly("false", "true");
        assertThat(rows.target(0, 0)).isEqualTo(1);
        Dataset categories = read(text, List.of("a"), MISSING, List.of("a"));
        assertThat(categories.columns().get(0).categories()).containsExactly("false", "true");
    }

    @Test
    void textsAreCategoriesAlsoWhereTheyLookLikeNumbers() throws IOException {
        Dataset rows = read("{\"zip\":\"01234\"}\n{\"zip\":\"4\"}\n{\"zip\":\"NA\"}\n");
        assertThat(rows.columns().get(0).isCategorical()).isTrue();
        assertThat(label(rows, 0, 0)).isEqualTo("01234");
        assertThat(rows.feature(2, 0)).isNaN();
    }

    @Test
    void numbersAreCategoriesWhereTheyAreSaidToBe() throws IOException {
        Dataset rows = read("{\"a\":3}\n{\"a\":3.0}\n{\"a\":1.5}\n", List.of(), MISSING, List.of("a"));
        assertThat(rows.columns().get(0).categories()).containsExactly("1.5", "3");
    }

    @Test
    void takesWhatIsListedForMissing() throws IOException {
        Dataset rows =
                read("{\"a\":-999,\"b\":NaN}\n{\"a\":1,\"b\":2}\n", List.of(), List.of("-999", "NaN"), List.of());
        assertThat(rows.feature(0, 0)).isNaN();
        assertThat(rows.feature(0, 1)).isNaN();
        assertThat(rows.feature(1, 1)).isEqualTo(2);
    }

    @Test
    void agreesWithTheCsvReaderOnWhatPythonWrote() throws IOException {
        for (String name : List.of("table.csv", "table.jsonl.gz")) {
            try (var in = JsonLinesTest.class.getResourceAsStream(name)) {
                Files.write(folder.resolve(name), Objects.requireNonNull(in).readAllBytes());
            }
        }
        Dataset csv = new Csv(Path.of("table.csv"), List.of("kind")).read(context(Streaming.NEVER));
        for (Streaming streaming : List.of(Streaming.NEVER, Streaming.ALWAYS)) {
            Dataset json = new JsonLines(Path.of("table.jsonl.gz"), List.of("kind")).read(context(streaming));
            assertThat(json.isStreamed()).isEqualTo(streaming == Streaming.ALWAYS);
            assertThat(json.columns()).isEqualTo(csv.columns());
            assertThat(json.targets()).isEqualTo(csv.targets());
            for (int i = 0; i < csv.examples(); i++) {
                assertThat(json.target(i, 0)).isEqualTo(csv.target(i, 0));
                for (int c = 0; c < csv.features(); c++) {
                    assertThat(json.feature(i, c)).isEqualTo(Double.valueOf(csv.feature(i, c)));
                }
            }
        }
    }

    @Test
    void streamsFromAFileOfRowsThatItMakesOnce() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append("{\"a\":").append(i).append(",\"k\":\"").append(i % 3).append("\"}\n");
        }
        Files.writeString(folder.resolve("t.jsonl"), text);
        JsonLines reader = new JsonLines(Path.of("t.jsonl"), List.of("k"));
        Dataset streamed = reader.read(context(Streaming.ALWAYS));
        assertThat(streamed.isStreamed()).isTrue();
        assertThat(streamed.examples()).isEqualTo(3000);
        assertThat(streamed.feature(2999, 0)).isEqualTo(2999);
        assertThat(streamed.target(2999, 0)).isEqualTo(2);
        assertThat(reader.read(context(Streaming.ALWAYS)).feature(1234, 0)).isEqualTo(1234);
        assertThat(rowFiles()).isEqualTo(1);
        new JsonLines(Path.of("t.jsonl")).read(context(Streaming.ALWAYS));
        assertThat(rowFiles()).isEqualTo(2);
    }

    private long rowFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".rows")).count();
        }
    }

    @Test
    void aByteOrderMarkDecidesTheEncoding() throws IOException {
        Files.write(folder.resolve("t.jsonl"), "\uFEFF{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_16LE));
        Dataset rows = new JsonLines(Path.of("t.jsonl")).read(context(Streaming.NEVER));
        assertThat(label(rows, 0, 0)).isEqualTo("é");
        assertThat(names(read("\uFEFF{\"a\":1}"))).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1]| row 1 (line 1): an array; expected an object, {\"key\": value, …}, in each line",
                "3| row 1 (line 1): a number; expected an object, {\"key\": value, …}",
                "\"x\"| row 1 (line 1): a text; expected an object, {\"key\": value, …}",
                "null| row 1 (line 1): null; expected an object, {\"key\": value, …}",
                "{\"a\":1} {\"a\":2}| row 1 (line 1, character 9): more follows after the object; expected one object a line",
                "{\"a\":1},| row 1 (line 1, character 8): more follows after the object; expected one object a line",
                "{\"a\":| row 1 (line 1, character 6): the object does not end in this line; expected one whole object a line",
                "{\"a\":1,\"a\":2}| row 1 (line 1): column 'a' comes twice; names must differ",
                "{\"a.b\":1,\"a\":{\"b\":2}}| row 1 (line 1): column 'a.b' comes twice; names must differ",
                "{\"b\":1, \"a\":-1e999}| row 1 (line 1, character 13), column 'a': -1e999 is beyond the range of doubles, which"
                        + " ends at 1.8e308",
                "{\"a\":Infinity}| row 1 (line 1), column 'a': Infinity is not finite; if it means a missing value list"
                        + " 'Infinity' under missing:",
                "{\"a\":NaN}| row 1 (line 1), column 'a': NaN is not finite; if it means a missing value list 'NaN' under"
                        + " missing:",
            })
    void saysWhereALineIsWrong(String line, String message) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(DataException.class)
                .hasMessage("t.jsonl: " + message.strip());
    }

    @Test
    void countsRowsAndLinesApart() {
        assertThatThrownBy(() -> read("{\"a\":1}\n\n{\"a\":2}\n{a:3}\n"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(
                        "t.jsonl: row 3 (line 4, character 2): is no proper JSON (Unexpected character");
    }

    @Test
    void refusesAColumnThatMixesNumbersAndOtherThings() {
        assertThatThrownBy(() -> read("{\"a\":1}\n{\"a\":2}\n{\"a\":\"x\"}\n"))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.mixedColumn()).contains("a"))
                .hasMessage(
                        "t.jsonl: row 3 (line 3), column 'a': 'x' is no number, but 2 of the 3 values of this column are"
                                + " numbers; if it means a missing value list it under missing:, if the column holds categories"
                                + " list it under categorical:");
        assertThatThrownBy(() -> read("{\"a\":1}\n{\"a\":true}\n")).hasMessageContaining("true is a boolean");
    }

    @Test
    void mostlyTextsWithSomeNumbersAreCategories() throws IOException {
        Dataset rows = read("{\"a\":1}\n{\"a\":\"x\"}\n{\"a\":\"y\"}\n{\"a\":true}\n");
        assertThat(rows.columns().get(0).categories()).containsExactly("1", "true", "x", "y");
    }

    @Test
    void refusesWhatIsNotThere() throws IOException {
        assertThatThrownBy(() -> read("{\"age\":1,\"b\":2}", "agee")).hasMessageContaining("did you mean 'age'?");
        assertThatThrownBy(() -> read("")).hasMessage("t.jsonl: has no rows; at least one is needed");
        assertThatThrownBy(() -> read("{}\n{}\n")).hasMessageContaining("at least one feature is needed");
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        Files.write(folder.resolve("t.jsonl"), "{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        JsonLines reader = new JsonLines(Path.of("t.jsonl"));
        assertThatThrownBy(() -> reader.read(context(Streaming.NEVER)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("t.jsonl: byte offset 6 is no UTF-8 text");
        Dataset latin = new JsonLines(Path.of("t.jsonl"), List.of(), List.of(), MISSING, List.of(), "iso-8859-1")
                .read(context(Streaming.NEVER));
        assertThat(label(latin, 0, 0)).isEqualTo("é");
        assertThatThrownBy(() -> new JsonLines(Path.of("x"), List.of(), List.of(), MISSING, List.of(), "utf-9"))
                .isInstanceOf(OptionException.class);
    }

    @Test
    void refusesAGzipThatIsCutShort() throws IOException {
        Path file = folder.resolve("t.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"a\":1}\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> new JsonLines(Path.of("t.jsonl.gz")).read(context(Streaming.NEVER)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("t.jsonl.gz: ");
    }

    @Test
    void refusesKeysThatAreValuesBeforeMemoryIsTaken() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("{\"user").append(i).append("\":1}\n");
        }
        assertThatThrownBy(() -> read(text.toString()))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "t.jsonl: has 20000 rows and 20000 columns, but only 20000 values; so many gaps mean that names"
                                + " hold what should be a value; choose features:");
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(100_000)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("nesting depth");
    }
}
