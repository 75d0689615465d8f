package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Console console = new Console();

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void showsATable() throws IOException {
        String file = file("pets.csv", "age,kind,weight\n1,cat,3.5\n,dog,9\n3,cat,4\n");
        assertThat(console.run("data", file, "--target", "kind"))
                .as(console.err())
                .isZero();
        assertThat(console.out().lines().toList())
                .containsExactly(
                        "pets.csv (csv): 3 rows, 2 features, 1 target, 72 bytes",
                        "  column         type     missing  distinct  min  mean  max  sd       most frequent",
                        "  age            integer  1        2         1    2     3    1",
                        "  weight         real     0        3         3.5  5.5   9    2.48328",
                        "  kind (target)  text     0        2",
                        "  classes of kind:",
                        "    cat  2  66.7 %",
                        "    dog  1  33.3 %");
    }

    @Test
    void writesJson() throws IOException {
        String file = file("pets.csv", "age,kind\n1,cat\n,dog\n");
        assertThat(console.run("data", file, "--json")).as(console.err()).isZero();
        assertThat(console.out().strip())
                .isEqualTo("{\"format\":\"csv\",\"parts\":{\"pets.csv\":{\"source\":\"pets.csv\",\"rows\":2,"
                        + "\"shape\":[2],\"bytes\":32,\"features\":["
                        + "{\"name\":\"age\",\"type\":\"integer\",\"known\":1,\"missing\":1,\"distinct\":1,"
                        + "\"min\":1.0,\"mean\":1.0,\"max\":1.0,\"sd\":0.0,\"counts\":{\"1\":1}},"
                        + "{\"name\":\"kind\",\"type\":\"text\",\"known\":2,\"missing\":0,\"distinct\":2,"
                        + "\"counts\":{\"cat\":1,\"dog\":1}}],\"targets\":[]}},\"notes\":[]}");
    }

    @Test
    void showsThePartsOfAnExperiment() {
        assertThat(console.run("data", "../examples/circles-he.yaml"))
                .as(console.err())
                .isZero();
        assertThat(console.out()).contains("train: circles: 300 rows, 2 features, 1 target", "test: circles: 100 rows");
    }

    @Test
    void saysInOneMessageWhatIsWrong() throws IOException {
        assertThat(console.run("data", folder.resolve("none.csv").toString())).isEqualTo(ExitCode.INPUT);
        assertThat(console.err()).startsWith("no file '").hasLineCount(1);
        Console second = new Console();
        Files.write(folder.resolve("x.bin"), new byte[] {1, 2, 0, 4});
        assertThat(second.run("data", folder.resolve("x.bin").toString())).isEqualTo(ExitCode.INPUT);
        assertThat(second.err()).startsWith("x.bin: is of no format that is known here: it begins with 01 02 00 04");
        Console third = new Console();
        assertThat(third.run("data", file("ragged.csv", "a,b\n1\n"))).isEqualTo(ExitCode.INPUT);
        assertThat(third.err().strip()).isEqualTo("ragged.csv: row 1 (line 2) has 1 field; the header has 2");
        Console fourth = new Console();
        assertThat(fourth.run("data", file("empty.npy", ""))).isEqualTo(ExitCode.INPUT);
        assertThat(fourth.err().strip()).isEqualTo("empty.npy: is empty");
    }

    @Test
    void takesTheWordsOfTheCsvReader() throws IOException {
        String file = file("t.csv", "# of 2024\na;b\n1,5;x\n2,5;y\n");
        assertThat(console.run("data", file)).isEqualTo(ExitCode.INPUT);
        assertThat(console.err()).endsWith("; if line 1 is a comment say comment: \"#\"\n");
        Console second = new Console();
        assertThat(second.run("data", file, "--comment", "#", "--delimiter", ";", "--decimal", ","))
                .as(second.err())
                .isZero();
        assertThat(second.out()).contains("  a       real  0        2         1.5  2     2.5  0.5");
        Console third = new Console();
        assertThat(third.run("data", file, "--comment", "#", "--decimal", ",")).isEqualTo(ExitCode.INPUT);
        assertThat(third.err().strip())
                .isEqualTo("layerwise: --decimal must be other than the delimiter; say delimiter: too, got ','");
    }

    @Test
    void warnsOfAnIndexWithoutAName() throws IOException {
        String warning = "t.csv: line 1: field 1 has no name, so its column is called '1', and counts the rows";
        StringBuilder rows = new StringBuilder(",x,y\n");
        for (int i = 0; i < 20; i++) {
            rows.append(i)
                    .append(',')
                    .append(i * 37 % 101)
                    .append(',')
                    .append(i % 2)
                    .append('\n');
        }
        assertThat(console.run("data", file("t.csv", rows.toString()))).isZero();
        assertThat(console.out()).contains("\n" + warning);
        Console second = new Console();
        String experiment = file("e.yaml", """
                name: e
                data: {source: {type: csv, file: t.csv, target: y}}
                network: {layers: [{type: dense, units: 1, activation: sigmoid}], loss: binary_cross_entropy}
                training: {optimizer: {type: sgd, learning_rate: 0.1}, epochs: 1, batch_size: full}
                """);
        assertThat(second.run("data", experiment)).isZero();
        assertThat(second.out()).contains("\n" + warning);
        Console third = new Console();
        assertThat(third.run("validate", experiment)).isZero();
        assertThat(third.err()).startsWith("warning: " + warning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "x.png ! a,b|1,2 ! is no image, as its name has it, but text; a table needs another ending, such as .csv",
                "X.JPEG ! {\"a\": 1} ! is no image, as its name has it, but text; a table needs another ending, such as .csv",
                "x.tif ! 1;2 ! is no image, as its name has it, but text; a table needs another ending, such as .csv",
                "x.png ! 12\u00003 ! is no image, as its name has it, but begins with 31 32 00 33",
                "x.npy ! 1,2|3,4 ! is no npy file, as its name has it, but text; a table needs another ending, such as .csv",
                "x.h5 ! 1,2|3,4 ! is no h5 file, as its name has it, but text; a table needs another ending, such as .csv",
            })
    void refusesTextInAFileWhoseNameSaysOtherwise(String name, String text, String message) throws IOException {
        assertThat(console.run("data", file(name, text.replace('|', '\n')))).isEqualTo(ExitCode.INPUT);
        assertThat(console.err().strip()).isEqualTo(name + ": " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "table.dat", "x.png.txt", "x.unknown"})
    void readsTextWhateverItsNameWhereThatSaysNothing(String name) throws IOException {
        assertThat(console.run("data", file(name, "a,b\n1,2\n"))).isZero();
        assertThat(console.out()).startsWith(name + " (csv): 1 row, 2 features");
    }

    @Test
    void saysThatAnImageIsOne() throws IOException {
        Files.write(folder.resolve("x.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16});
        assertThat(console.run("data", folder.resolve("x.jpg").toString())).isEqualTo(ExitCode.INPUT);
        assertThat(console.err().strip())
                .isEqualTo("x.jpg: is an image; a folder with a folder of images for each class is expected");
    }

    @Test
    void takesWhatIsNoTextForNoText() throws IOException {
        Files.write(folder.resolve("x.csv"), "a\n\0\n".getBytes(StandardCharsets.UTF_8));
        assertThat(console.run("data", folder.resolve("x.csv").toString())).isEqualTo(ExitCode.INPUT);
        assertThat(console.err()).startsWith("x.csv: line 2 holds a NUL character");
    }

    @Test
    void describesAColumnThatMixesNumbersAndTexts() throws IOException {
        String file = file("t.csv", "Ticket,age\n1,3\n2,4\nA/5,5\n");
        assertThat(console.run("data", file)).as(console.err()).isZero();
        assertThat(console.out().lines().toList())
                .containsExactly(
                        "t.csv (csv): 3 rows, 2 features, 0 targets, 48 bytes",
                        "  column  type     missing  distinct  min  mean  max  sd        most frequent",
                        "  Ticket  text     0        3                                   1 1, 2 1, A/5 1",
                        "  age     integer  0        3         3    4     5    0.816497",
                        "shown as text, but training needs to be told: t.csv: row 3 (line 4), column 'Ticket': 'A/5' is no"
                                + " number, but 2 of the 3 values of this column are; if it means a missing value list it"
                                + " under missing:, if the column holds categories list it under categorical:");
        Console json = new Console();
        assertThat(json.run("data", file, "--json")).isZero();
        assertThat(json.out())
                .contains("{\"name\":\"Ticket\",\"type\":\"text\",\"known\":3,\"missing\":0,\"distinct\":3,"
                        + "\"counts\":{\"1\":1,\"2\":1,\"A/5\":1}}")
                .contains("\"notes\":[\"shown as text, but training needs to be told: t.csv: row 3");
    }

    @Test
    void describesJsonLines() throws IOException {
        String file = file("pets.jsonl", "{\"age\":1,\"kind\":\"cat\"}\n{\"age\":2.5,\"kind\":\"dog\"}\n");
        assertThat(console.run("data", file, "--target", "kind"))
                .as(console.err())
                .isZero();
        assertThat(console.out())
                .startsWith("pets.jsonl (json_lines): 2 rows, 1 feature, 1 target, ")
                .contains("classes of kind:", "cat  1  50.0 %");
        Console other = new Console();
        assertThat(other.run("data", file, "--delimiter", ";")).isEqualTo(ExitCode.INPUT);
        assertThat(other.err().strip()).isEqualTo("layerwise: json_lines takes no option delimiter");
    }

    @Test
    void saysWhatToAddForAReaderOfAnotherModule() throws IOException {
        String file = file("x.parquet", "PAR1 and more");
        assertThat(console.run("data", file)).isEqualTo(ExitCode.INPUT);
        assertThat(console.err().strip())
                .isEqualTo(
                        "x.parquet: is parquet, whose reader is in the module layerwise-data-parquet; add its jar with"
                                + " --plugins or in LAYERWISE_PLUGINS, or the dependency org.layerwise:layerwise-data-parquet");
    }
}
