package org.layerwise.dataio.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.OptionException;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadContext;

class CsvTest {
    private static final List<String> NONE = List.of();

    @TempDir
    Path folder;

    private Dataset read(String text, String... target) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), new Csv(Path.of("t.csv"), List.of(target)));
    }

    private Dataset read(byte[] content, Csv csv) throws IOException {
        Files.write(folder.resolve("t.csv"), content);
        return csv.read(new ReadContext(folder, new Splittable()));
    }

    private Dataset read(String text, Csv csv) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), csv);
    }

    private static Csv options(
            List<String> target,
            List<String> features,
            Optional<String> delimiter,
            boolean header,
            List<String> categorical) {
        return new Csv(
                Path.of("t.csv"),
                target,
                features,
                delimiter,
                "\"",
                header,
                List.of("", "?", "NA"),
                categorical,
                "utf-8",
                true,
                Optional.empty(),
                ".");
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    @Test
    void readsNumbersAndTexts() throws IOException {
        Dataset t = read("a,colour,b,y\n1,red,2.5,0\n-3e2,\"blue, dark\",.5,1\r\n4,red,?,1\n", "y");
        assertThat(names(t.columns())).containsExactly("a", "colour", "b");
        assertThat(t.columns().get(1)).isEqualTo(Column.categorical("colour", List.of("blue, dark", "red")));
        assertThat(t.featureMatrix().getData()).isEqualTo(new double[][] {
            {1, 1, 2.5}, {-300, 0, 0.5}, {4, 1, Double.NaN}
        });
        assertThat(names(t.targets())).containsExactly("y");
        assertThat(t.target(2, 0)).isEqualTo(1);
    }

    @Test
    void picksFeaturesInTheOrderGivenAndSeveralTargets() throws IOException {
        Dataset t = read(
                "a,b,c,d\n1,2,3,4\n5,6,7,8\n",
                options(List.of("d", "a"), List.of("c", "b"), Optional.empty(), true, NONE));
        assertThat(t.featureMatrix().getRow(1)).containsExactly(7, 6);
        assertThat(t.target(1, 0)).isEqualTo(8);
        assertThat(t.target(1, 1)).isEqualTo(5);
    }

    @Test
    void namesColumnsByPositionWithoutHeader() throws IOException {
        Dataset t = read("1, a ,3\n4, b,6\n", options(List.of("-1"), NONE, Optional.empty(), false, NONE));
        assertThat(names(t.columns())).containsExactly("1", "2");
        assertThat(names(t.targets())).containsExactly("3");
        assertThat(t.columns().get(1).categories()).containsExactly("a", "b");
        assertThat(t.examples()).isEqualTo(2);
    }

    @Test
    void keepsTheTextOfNumbersInACategoricalColumn() throws IOException {
        Dataset t = read("zip,n\n10,1\n9,2\n2,3\n", options(NONE, NONE, Optional.empty(), true, List.of("zip")));
        assertThat(t.columns().get(0)).isEqualTo(Column.categorical("zip", List.of("2", "9", "10")));
        assertThat(t.feature(0, 0)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-31",
                "2024-1-3",
                "2024/01/31",
                "20.12.2024",
                "31/01/2024",
                "01/31/2024",
                "1/31/24",
                "31-01-2024",
                "2024-01-31T10:00:00Z",
                "2024-01-31 10:00",
                "2024-01-31T10:00:00.123+01:00",
                "31.01.2024 10:00:00",
                "10:30",
                "10:30:05",
                "9:05 PM",
                "31 Jan 2024",
                "31-Jan-24",
                "January 31, 2024",
                "31. May 2024"
            })
    void knowsDatesAndTimes(String text) throws IOException {
        Dataset t = read("d,n\n\"" + text + "\",1\n,2\n");
        assertThat(t.columns().get(0)).isEqualTo(Column.dates("d", List.of(text)));
        assertThat(t.notReady()).hasValueSatisfying(m -> assertThat(m).contains("column 'd' holds dates or times"));
        assertThat(read("d,n\n\"" + text + "\",1\nsoon,2\n").columns().get(0).isDate())
                .isFalse();
        Csv declared = options(NONE, NONE, Optional.empty(), true, List.of("d"));
        assertThat(read("d,n\n\"" + text + "\",1\n", declared).columns().get(0))
                .isEqualTo(Column.categorical("d", List.of(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-13-01",
                "2024-01-32",
                "32/01/2024",
                "192.168.1.10",
                "1.2.10",
                "3-2",
                "1/2",
                "A-1",
                "2024-W05",
                "25:00",
                "10:75",
                "May",
                "555-1234-5678",
                "2024/01-31",
                "1234-56-78"
            })
    void takesOtherTextsForCategories(String text) throws IOException {
        assertThat(read("d,n\n" + text + ",1\n").columns().get(0)).isEqualTo(Column.categorical("d", List.of(text)));
    }

    @Test
    void readsAgainWhereTextComesAfterNumbers() throws IOException {
        Dataset t = read("code\n007\n1\nA\nB\nC\n");
        assertThat(t.columns().get(0).categories()).containsExactly("007", "1", "A", "B", "C");
        assertThat(t.feature(0, 0)).isZero();
    }

    @Test
    void refusesATextAmongNumbers() {
        assertThatThrownBy(() -> read("a,b\n1,2\n3,4\nx5,6\n"))
                .hasMessage(
                        "t.csv: row 3 (line 4), column 'a': 'x5' is no number, but 2 of the 3 values of this column are;"
                                + " if it means a missing value list it under missing:, if the column holds categories list it"
                                + " under categorical:");
    }

    @Test
    void readsManyRowsInBlocks() throws IOException {
        StringBuilder text = new StringBuilder("i,square\n");
        for (long i = 0; i < 5000; i++) {
            text.append(i).append(',').append(i * i).append('\n');
        }
        Dataset t = read(text.toString(), "square");
        assertThat(t.examples()).isEqualTo(5000);
        assertThat(t.feature(4321, 0)).isEqualTo(4321);
        assertThat(t.target(4321, 0)).isEqualTo(4321.0 * 4321);
        assertThat(t.place(4321)).isEqualTo("t.csv: row 4322");
    }

    @Test
    void readsAHundredThousandColumns() throws IOException {
        String names = IntStream.range(0, 100_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String numbers = "1,".repeat(99_999) + "2\n";
        Dataset t = read(names + "\n" + numbers + numbers, "c99999");
        assertThat(t.features()).isEqualTo(99_999);
        assertThat(t.target(1, 0)).isEqualTo(2);
    }

    @Test
    void readsOtherDelimitersQuotesAndComments() throws IOException {
        Csv csv = new Csv(
                Path.of("t.csv"),
                List.of("y"),
                NONE,
                Optional.of(";"),
                "'",
                true,
                List.of("-"),
                NONE,
                "utf-8",
                true,
                Optional.of("#"),
                ".");
        Dataset t = read("# made by hand\n'a;1';y\n'x';1\n\n#more\n-;2\n", csv);
        assertThat(names(t.columns())).containsExactly("a;1");
        assertThat(t.feature(1, 0)).isNaN();
        assertThat(t.examples()).isEqualTo(2);
    }

    @Test
    void readsTabsByName() throws IOException {
        assertThat(read("a\tb\n1\t2\n", options(NONE, NONE, Optional.of("tab"), true, NONE))
                        .features())
                .isEqualTo(2);
    }

    @Test
    void takesTheEncodingFromAByteOrderMark() throws IOException {
        String text = "\uFEFFStraße,y\nä,1\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Dataset t = read(text.getBytes(charset), new Csv(Path.of("t.csv"), List.of("y")));
            assertThat(t.columns()).containsExactly(Column.categorical("Straße", List.of("ä")));
        }
    }

    @Test
    void readsLatin1WhenToldAndRefusesItOtherwise() throws IOException {
        byte[] bytes = "städte,y\nKöln,1\n".getBytes(StandardCharsets.ISO_8859_1);
        Csv latin = new Csv(
                Path.of("t.csv"),
                NONE,
                NONE,
                Optional.empty(),
                "\"",
                true,
                NONE,
                NONE,
                "latin1",
                true,
                Optional.empty(),
                ".");
        assertThat(read(bytes, latin).columns().get(0).categories()).containsExactly("Köln");
        assertThatThrownBy(() -> read(bytes, new Csv(Path.of("t.csv"))))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("t.csv: byte offset 2 is no UTF-8 text");
    }

    @Test
    void readsGzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("a\n1\n2\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(bytes.toByteArray(), new Csv(Path.of("t.csv"))).examples())
                .isEqualTo(2);
        byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 6);
        assertThatThrownBy(() -> read(cut, new Csv(Path.of("t.csv")))).isInstanceOf(DataException.class);
    }

    @Test
    void namesTheLineOfARaggedRow() {
        assertThatThrownBy(() -> read("a,b\n\"1\n\",2\n3\n"))
                .hasMessage("t.csv: row 2 (line 4) has 1 field; the header has 2");
        assertThatThrownBy(() -> read("a,b\n1,2,3\n"))
                .hasMessage("t.csv: row 1 (line 2) has 3 fields; the header has 2");
    }

    @Test
    void refusesAColumnNameThatComesTwice() {
        assertThatThrownBy(() -> read("a,b,a\n1,2,3\n"))
                .hasMessage("t.csv: line 1: column 'a' comes twice, as fields 1 and 3; names must differ");
    }

    @Test
    void suggestsTheNearColumnAndSaysWhichOptionIsMeant() {
        assertThatThrownBy(() -> read("height,weight\n1,2\n", "wieght"))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.option()).contains("target"))
                .hasMessage("no column 'wieght' in t.csv; did you mean 'weight'?");
        assertThatThrownBy(() -> read("a,b\n1,2\n", options(NONE, List.of("size"), Optional.empty(), true, NONE)))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.option()).contains("features"))
                .hasMessage("no column 'size' in t.csv; known are 'a', 'b'");
    }

    @Test
    void suspectsAMissingHeader() {
        assertThatThrownBy(() -> read("1,2\n3,4\n", "species"))
                .hasMessage(
                        "no column 'species' in t.csv; known are '1', '2'; if line 1 holds no names say header: false");
    }

    @Test
    void aWantedColumnThatIsNotThereSuggestsTheOtherDelimiter() {
        for (String delimiter : List.of(";", "|", "\t")) {
            assertThatThrownBy(() -> read("aa" + delimiter + "bb\n1\n", "y"))
                    .hasMessageEndingWith("; if that is several columns say delimiter: "
                            + (delimiter.equals("\t") ? "tab" : '"' + delimiter + '"'));
        }
    }

    @Test
    void refusesATargetAmongTheFeatures() {
        assertThatThrownBy(() ->
                        read("a,b\n1,2\n", options(List.of("b"), List.of("a", "b"), Optional.empty(), true, NONE)))
                .hasMessage("the target column 'b' is among the features");
    }

    @Test
    void refusesEmptyAndHeaderOnlyFiles() {
        assertThatThrownBy(() -> read("")).hasMessage("t.csv: is empty; a table is expected");
        assertThatThrownBy(() -> read("a,b\n"))
                .hasMessage("t.csv: has no rows below its header; at least one is needed");
    }

    @Test
    void refusesNumbersThatAreNotFinite() {
        assertThatThrownBy(() -> read("a\n1\nNaN\n"))
                .hasMessage(
                        "t.csv: row 2 (line 3), column 'a': 'NaN' is not finite; if it means a missing value list it"
                                + " under missing:");
        assertThatThrownBy(() -> read("a\n1e999\n"))
                .hasMessage("t.csv: row 1 (line 2), column 'a': '1e999' is beyond the range of doubles");
    }

    @Test
    void refusesBinaryContent() {
        assertThatThrownBy(() -> read("a\n\0\1\2\n")).hasMessageStartingWith("t.csv: line 2 holds a NUL character");
    }

    @Test
    void refusesAQuoteThatDoesNotEnd() {
        assertThatThrownBy(() -> read("a,b\n1,\"2\n3,4\n"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("t.csv: ");
    }

    @Test
    void saysThatAFileIsMissingAndWhichIsNear() throws IOException {
        Files.writeString(folder.resolve("iris.csv"), "a\n1\n");
        assertThatThrownBy(() -> new Csv(Path.of("irs.csv")).read(new ReadContext(folder, new Splittable())))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.option()).contains("file"))
                .hasMessageEndingWith("irs.csv'; did you mean 'iris.csv'?");
        assertThatThrownBy(() -> new Csv(Path.of(".")).read(new ReadContext(folder, new Splittable())))
                .hasMessageEndingWith("is a folder; a file is expected");
    }

    @Test
    void checksItsOptions() {
        assertThatThrownBy(() -> options(NONE, NONE, Optional.of(";;"), true, NONE))
                .isInstanceOf(OptionException.class)
                .hasMessage("delimiter must be one character, or tab, got ';;'");
        assertThatThrownBy(() -> new Csv(
                        Path.of("t.csv"),
                        NONE,
                        NONE,
                        Optional.empty(),
                        "\"",
                        true,
                        NONE,
                        NONE,
                        "utf-9",
                        true,
                        Optional.empty(),
                        "."))
                .isInstanceOf(OptionException.class)
                .hasMessage("encoding must be one such as utf-8, iso-8859-1 or windows-1252, got 'utf-9'");
    }

    @Test
    void namesEveryColumnThatIsNotThere() {
        assertThatThrownBy(() -> read(
                        "height,weight\n1,2\n",
                        options(List.of("y"), List.of("hight", "w"), Optional.empty(), true, NONE)))
                .hasMessage("no column 'y' in t.csv; known are 'height', 'weight'")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly(
                                "no column 'hight' in t.csv; did you mean 'height'?",
                                "no column 'w' in t.csv; known are 'height', 'weight'"));
    }
}
