package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code data FILE} of every kind, for people and as JSON. */
class DataKindsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        new SampleFiles(folder).write();
    }

    private String shown(String file, String... options) {
        Console console = new Console();
        String[] arguments = new String[2 + options.length];
        arguments[0] = "data";
        arguments[1] = folder.resolve(file).toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        assertThat(console.run(arguments)).as(console.err()).isZero();
        return console.out();
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    /** Each with the part that holds the features, and the first feature's name. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "t.csv, csv, t.csv, a",
                "t.jsonl, json_lines, t.jsonl, a",
                "x.npy, npy, x.npy, x1",
                "t.npz, npz, t.npz: 'x', x1",
                "t.mat, mat, t.mat: 'X', x1",
                "t.h5, hdf5, t.h5: 'x', x1",
                "x.idx, idx, x.idx, x1",
                "images, image_folder, images, x1",
            })
    void showsRowsColumnsTypesGapsRangesAndMemory(String file, String format, String part, String first) {
        boolean colours = format.equals("image_folder");
        String[] options =
                format.equals("csv") || format.equals("json_lines") ? new String[] {"--target", "y"} : new String[0];
        String table = shown(file, options);
        assertThat(table).contains(part + " (" + format + "): 12 rows, " + (colours ? "12" : "4") + " features");

        String[] more = Arrays.copyOf(options, options.length + 1);
        more[options.length] = "--json";
        JsonNode found = json(shown(file, more));
        assertThat(found.get("format").asString()).isEqualTo(format);
        JsonNode data = found.get("parts").get(part);
        assertThat(data.get("rows").asInt()).isEqualTo(12);
        assertThat(data.get("bytes").asInt()).isGreaterThanOrEqualTo(12 * 4);
        JsonNode feature = data.get("features").get(0);
        assertThat(feature.get("name").asString()).isEqualTo(first);
        assertThat(feature.get("type").asString()).isEqualTo("integer");
        assertThat(feature.get("known").asInt()).isEqualTo(12);
        assertThat(feature.get("missing").asInt()).isZero();
        assertThat(feature.get("min").asDouble()).isEqualTo(least(0));
        assertThat(feature.get("max").asDouble()).isGreaterThan(least(0));
    }

    private static double least(int feature) {
        double[] all = SampleFiles.matrix();
        double least = all[feature];
        for (int i = 0; i < SampleFiles.EXAMPLES; i++) {
            least = Math.min(least, all[i * SampleFiles.FEATURES + feature]);
        }
        return least;
    }

    @ParameterizedTest
    @CsvSource({"t.csv, --target", "t.jsonl, --target", "images, --json"})
    void countsTheClasses(String file, String option) {
        if (option.equals("--target")) {
            assertThat(shown(file, "--target", "y")).contains("classes of y:", "cat  6  50.0 %", "dog  6  50.0 %");
        } else {
            assertThat(json(shown(file, "--json"))
                            .get("parts")
                            .get(file)
                            .get("targets")
                            .get(0)
                            .get("counts")
                            .toString())
                    .isEqualTo("{\"cat\":6,\"dog\":6}");
            assertThat(shown(file)).contains("classes of class:", "cat  6  50.0 %");
        }
    }

    @ParameterizedTest
    @CsvSource({"t.npz, names, npz", "t.mat, names, mat", "t.h5, names, hdf5"})
    void showsArraysOfTexts(String file, String array, String format) {
        assertThat(shown(file)).contains(file + ": '" + array + "' (" + format + "): 2 rows", "text");
    }
}
