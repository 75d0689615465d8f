package org.layerwise.dataio.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.OptionException;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.Inspection;
import org.layerwise.dataio.ReadContext;

/** Tables as other programs and countries write them: read as they are meant, or refused with the option that helps. */
class CsvHintsTest {
    @TempDir
    Path folder;

    private static Csv csv(String delimiter, String decimal, List<String> categorical) {
        return new Csv(
                Path.of("t.csv"),
                List.of(),
                List.of(),
                Optional.of(delimiter),
                "\"",
                true,
                List.of("", "?", "NA"),
                categorical,
                "utf-8",
                true,
                Optional.empty(),
                decimal);
    }

    private Dataset read(String text, DatasetReader csv) throws IOException {
        Files.writeString(folder.resolve("t.csv"), text);
        return csv.read(new ReadContext(folder, new Splittable()));
    }

    private Inspection inspect(String text) throws IOException {
        Files.writeString(folder.resolve("t.csv"), text);
        return Inspection.of(new ReadContext(folder, new Splittable()), Path.of("t.csv"), new Inspection.Readers() {
            @Override
            public DatasetReader table(Path file, List<String> categorical) {
                return csv(",", ".", categorical);
            }

            @Override
            public Optional<DatasetReader> other(
                    String format, Path file, List<String> features, List<String> categorical) {
                return Optional.empty();
            }
        });
    }

    @Test
    void readsDecimalCommas() throws IOException {
        Dataset t = read("a;b\n1,5;-2,5e-1\n,25;3\n7,00000000000000000000000001;0,1\n", csv(";", ",", List.of()));
        assertThat(t.featureMatrix().getData()).isEqualTo(new double[][] {{1.5, -0.25}, {0.25, 3}, {7, 0.1}});
    }

    @ParameterizedTest
    @CsvSource({
        "'a;b|1,5;1|2,25;2', ., t.csv: row 1 (line 2), column 'a': '1,5' is no number; if its comma separates decimals "
                + "say decimal: \",\"",
        "'a;b|4;1|5;2|2,25;2', ., 't.csv: row 3 (line 4), column ''a'': ''2,25'' is no number; if its comma separates'",
        "'a;b|1.5;1', ',', 't.csv: row 1 (line 2), column ''a'': ''1.5'' is no number; if its point separates decimals'",
    })
    void refusesNumbersOfOtherDecimals(String text, String decimal, String message) {
        assertThatThrownBy(() -> read(text.replace('|', '\n') + "\n", csv(";", decimal, List.of())))
                .hasMessageStartingWith(message);
    }

    @Test
    void takesThemAsCategoriesWhereToldSo() throws IOException {
        Dataset t = read("a;b\n1,5;1\n2,25;2\n", csv(";", ".", List.of("a")));
        assertThat(t.columns().get(0).categories()).containsExactly("1,5", "2,25");
    }

    @Test
    void takesTextsWithCommasForTexts() throws IOException {
        Dataset t = read("a;b\n1,5;1\nx,y;2\n", csv(";", ".", List.of()));
        assertThat(t.columns().get(0).categories()).containsExactly("1,5", "x,y");
    }

    @Test
    void checksWhatSeparatesDecimals() {
        assertThatThrownBy(() -> csv(";", "x", List.of()))
                .isInstanceOf(OptionException.class)
                .hasMessage("decimal must be '.' or ',', got 'x'");
        assertThatThrownBy(() -> csv(",", ",", List.of()))
                .isInstanceOf(OptionException.class)
                .hasMessage("decimal must be other than the delimiter; say delimiter: too, got ','");
    }

    @ParameterizedTest
    @CsvSource({
        "'a;b|1;2,5', 't.csv: row 1 (line 2) has 2 fields; the header has 1; if that is several columns say delimiter: \";\"'",
        "'# made|a,b', 't.csv: row 1 (line 2) has 2 fields; the header has 1; if line 1 is a comment say comment: \"#\"'",
        "'39,x,13,2174,13|1,a,2,3,4', 't.csv: line 1: column ''13'' comes twice, as fields 3 and 5; names must differ; "
                + "if line 1 holds no names say header: false'",
        "'\"a\";\"b\"|1;2', 't.csv: line 1: '';'' follows a closing quote; if it separates fields say delimiter: \";\"'",
        "'a,b|1,\"2', 't.csv: line 2: a quote begins a field here that does not end'",
    })
    void namesTheOptionThatHelps(String text, String message) {
        assertThatThrownBy(() -> read(text.replace('|', '\n') + "\n", csv(",", ".", List.of())))
                .hasMessage(message);
    }

    @Test
    void namesTheDelimiterWhereAColumnIsNotFound() {
        assertThatThrownBy(() -> read("a\ty\n1\t2\n", new Csv(Path.of("t.csv"), List.of("y"))))
                .hasMessageEndingWith("; if that is several columns say delimiter: tab");
    }

    @Test
    void saysOfASingleColumnWhatMaySeparateItsFields() throws IOException {
        assertThat(inspect("a;b\n1;2\n").notes())
                .containsExactly("the only column is 'a;b'; if that is several columns say delimiter: \";\"");
        assertThat(inspect("a\n1\n").notes()).isEmpty();
        assertThat(inspect("#,b\n1,2\n").notes()).isEmpty();
    }

    @Test
    void saysOfNamesThatAreNumbersThatTheyMayBeNone() throws IOException {
        assertThat(inspect("39,State-gov,13\n50,Private,9\n").notes())
                .containsExactly("some columns are called like numbers; if line 1 holds no names say header: false");
        assertThat(inspect("country,1990,1995,2000\nx,1,2,3\n").notes()).isEmpty();
        assertThat(inspect("0,1,2\n5,4,3\n").notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "',a|0,5|1,7|2,5'! line 1: field 1 has no name, so its column is called '1', and counts the rows",
                "'\"\",\"a\"|1,5|2,7|3,5'! line 1: field 1 has no name, so its column is called '1', and counts the rows",
                "'Unnamed: 0,a|0,5|1,7'! line 1: field 1 is called 'Unnamed: 0', as pandas calls a column without a name, and"
                        + " counts the rows",
            })
    void saysOfTheIndexThatPandasAndRWriteWhatItIs(String text, String what) throws IOException {
        String rest =
                ", as the index does that pandas and R write beside a table; expected it to be left out, by features"
                        + " or the transform drop";
        assertThat(inspect(text.replace('|', '\n') + "\n").notes())
                .containsExactly("t.csv:" + " " + what.strip() + rest);
    }

    @Test
    void saysOfOtherColumnsWithoutNamesHowTheyAreCalled() throws IOException {
        String rest = "; expected a name, or the column to be left out, by features or the transform drop";
        assertThat(inspect("a, ,b\n1,1,3\n2,3,4\n\n").notes())
                .containsExactly("t.csv: line 1: field 2 has no name, so its column is called '2'" + rest);
        assertThat(inspect("\na,b,\nx,2,\ny,3,\n").notes())
                .containsExactly("t.csv: line 2: field 3 has no name, so its column is called '3'" + rest);
        assertThat(inspect(",a\nx,2\ny,3\n").notes())
                .containsExactly("t.csv: line 1: field 1 has no name, so its column is called '1'" + rest);
    }

    @Test
    void saysNothingOfColumnsThatHaveNamesOrNeedNone() throws IOException {
        assertThat(inspect("1,a\n0,2\n1,3\n").notes()).isEmpty();
        assertThat(inspect("id,a\n0,2\n1,3\n").notes()).isEmpty();
    }
}
