package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.Registry;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.dataio.Transform;

/** A saved model does to raw files what was done to the training data, whatever the transform. */
class PredictWithTransformsTest {
    private static final String REST = "{type: impute, strategy: most_frequent}, one_hot";

    @TempDir(factory = QuickFolder.class)
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("train.csv"), "age,fare,port,c,y\n" + rows(60, false));
        Files.writeString(folder.resolve("new.csv"), "c,port,extra,fare,age\n" + rows(20, true));
    }

    /** Columns in two orders; some ages and ports are missing. */
    private static String rows(int count, boolean turned) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    String age = i % 7 == 3 ? "" : String.valueOf(20 + i * 13 % 50);
                    String port = i % 11 == 5 ? "" : List.of("C", "Q", "S").get(i % 3);
                    String fare = String.valueOf(1 + i * i % 90);
                    return turned
                            ? String.join(",", "4", port, "x", fare, age)
                            : String.join(",", age, fare, port, "4", i % 4 == 0 ? "yes" : "no");
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private RunResult train(String transforms) throws IOException {
        Path file = Files.writeString(folder.resolve("e.yaml"), """
                name: e
                data:
                  train: {type: csv, file: train.csv, target: y}
                  transforms: [%s]
                network:
                  layers: [{type: dense, units: 3, activation: tanh}, {type: dense, units: 1, activation: sigmoid}]
                  loss: binary_cross_entropy
                training: {optimizer: {type: adam, learning_rate: 0.01}, epochs: 3}
                """.formatted(transforms));
        return new ExperimentRunner(folder.resolve("runs"))
                .run(new Experiments(Registry.load()).prepare(file, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: impute, indicator: true}, " + REST,
                "{type: impute, strategy: constant, value: 0, columns: age, indicator: true}, " + REST,
                "drop_constant, " + REST,
                REST + ", {type: power, columns: [age, fare]}",
                REST + ", {type: power, method: box_cox, standardize: false, columns: fare}",
                "{type: impute, columns: age}, {type: hashing, buckets: 4}",
                REST + ", standardize",
                REST + ", min_max",
                REST + ", robust",
                REST + ", normalize",
                REST + ", log",
                REST + ", {type: clip, max: 30}",
                REST + ", {type: scale, divide_by: 10}",
                REST + ", polynomial",
                REST + ", {type: drop, columns: fare}",
                REST + ", flatten",
                "{type: impute, strategy: most_frequent}, {type: ordinal, unknown: ignore}",
            })
    void predictsFromRawFiles(String transforms) throws IOException {
        RunResult run = train(transforms);
        Model model = Model.load(run.folder(), Registry.load());
        assertThat(model.features()).containsExactly("age", "fare", "port", "c");
        Predictions raw = model.predict(folder.resolve("new.csv"));
        assertThat(raw.outputNames()).containsExactly("no", "yes");
        assertThat(raw.labels()).hasSize(20).isSubsetOf("no", "yes");
        Predictions known = model.predict(folder.resolve("train.csv"));
        for (int i = 0; i < 20; i++) {
            assertThat(raw.values().getEntry(1, i)).isEqualTo(known.values().getEntry(1, i));
            assertThat(raw.values().getEntry(0, i) + raw.values().getEntry(1, i))
                    .isEqualTo(1);
        }
    }

    @Test
    void everyTransformIsAmongThem() throws Exception {
        ValueSource tried = PredictWithTransformsTest.class
                .getDeclaredMethod("predictsFromRawFiles", String.class)
                .getAnnotation(ValueSource.class);
        String all = String.join(" ", tried.strings());
        assertThat(Registry.load().all(Transform.class).keySet()).allMatch(all::contains);
    }

    @Test
    void namesTheColumnsThatAreMissing() throws IOException {
        Model model = Model.load(train(REST).folder(), Registry.load());
        Path file = Files.writeString(folder.resolve("less.csv"), "age,c\n20,4\n");
        assertThatThrownBy(() -> model.predict(file))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(
                        "less.csv: 2 columns are missing: fare, port; expected the columns that the model was");
        Path nearly = Files.writeString(folder.resolve("nearly.csv"), "age,c,fare,extra\n20,4,7,1\n");
        assertThatThrownBy(() -> model.predict(nearly))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("nearly.csv: 1 column is missing: port; expected the columns that the model was");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: drop, columns: [c, port]}, impute | true",
                "{type: drop, columns: port}, drop_constant, impute | true",
                "{type: impute, columns: [age, fare]}, {type: drop, columns: [port, c]} | true",
                "{type: impute, strategy: most_frequent, indicator: true}, {type: drop, columns: [port, c]} | false",
                "{type: impute, columns: age}, {type: normalize, columns: [age, c]}, {type: drop, columns: [port, c]} | false",
            })
    void whatIsLeftOutUnseenNeedNotBeThere(String transforms, boolean unseen) throws IOException {
        Model model = Model.load(train(transforms).folder(), Registry.load());
        Path less = Files.writeString(folder.resolve("less.csv"), "fare,age\n7,20\n8,30\n");
        if (!unseen) {
            assertThatThrownBy(() -> model.predict(less)).hasMessageContaining("2 columns are missing: port, c;");
            return;
        }
        Path whole = Files.writeString(folder.resolve("whole.csv"), "c,port,fare,age\n4,?,7,20\n?,C,8,30\n");
        assertThat(model.predict(less).values()).isEqualTo(model.predict(whole).values());
    }

    @Test
    void aNearNameThatIsThereIsShown() throws IOException {
        Model model = Model.load(train(REST).folder(), Registry.load());
        Path file = Files.writeString(folder.resolve("other.csv"), "Age,fare,port,c\n20,7,C,4\n");
        assertThatThrownBy(() -> model.predict(file))
                .hasMessageContaining(
                        "other.csv: 1 column is missing: age ('Age' is there instead of 'age'); expected");
    }

    @Test
    void predictsPieceByPieceWhatItPredictsAtOnce() throws IOException {
        Files.writeString(folder.resolve("new.csv"), "c,port,extra,fare,age\n" + rows(20_000, true));
        Model model =
                Model.load(train("{type: impute, indicator: true}, " + REST).folder(), Registry.load());
        Predictions whole = model.predict(folder.resolve("new.csv"));
        List<Predictions> pieces = new ArrayList<>();
        List<String> told = new ArrayList<>();
        ReadProgress progress = (what, done, total, unit) -> {
            if (unit == ReadProgress.Unit.ROWS) {
                told.add(what + " " + done + " of " + total);
            }
        };
        model.predict(folder.resolve("new.csv"), progress, pieces::add);
        assertThat(told)
                .containsExactly(
                        "predicting new.csv 8192 of 20000",
                        "predicting new.csv 16384 of 20000",
                        "predicting new.csv 20000 of 20000");
        assertThat(pieces).extracting(p -> p.labels().size()).containsExactly(8192, 8192, 3616);
        assertThat(pieces.stream().flatMap(p -> p.labels().stream())).containsExactlyElementsOf(whole.labels());
        assertThat(pieces.stream().flatMapToDouble(p -> Arrays.stream(p.values().getRow(1))))
                .containsExactlyElementsOf(
                        Arrays.stream(whole.values().getRow(1)).boxed().toList());
    }
}
