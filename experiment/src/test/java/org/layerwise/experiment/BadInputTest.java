package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.Registry;

/** Every kind of mistake gets one message with its place, what was read, what is expected, and a hint where one is near. */
class BadInputTest {
    /** Line numbers in the table below are those of this file. */
    private static final String FINE = """
            name: flower
            seed: 3
            random: numpy
            data:
              train: {type: planar_flower, examples: 40, seed: 1}
              dev: {type: planar_flower, examples: 40, seed: 2}
              transforms:
                - standardize
            network:
              initializer: {type: normal, standard_deviation: 0.01}
              layers:
                - {type: dense, units: 4, activation: tanh}
                - {type: dense, units: 1, activation: sigmoid}
              loss: binary_cross_entropy
            training:
              optimizer: {type: sgd, learning_rate: 1.2}
              epochs: 3
              batch_size: full
              metrics: [accuracy]
              early_stopping: {monitor: dev_cost, patience: 2}
            """;

    @TempDir
    private Path folder;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                // keys
                change(
                        "epochs: 3",
                        "epocs: 3",
                        "17:3: training.epocs: 'epocs' is no option of training; did you mean 'epochs'?"),
                change(
                        "learning_rate: 1.2",
                        "learningRate: 1.2",
                        "16:26: training.optimizer.learningRate: 'learningRate' is no option of sgd; did you mean 'learning_rate'?"),
                change(
                        "units: 4",
                        "unitz: 4",
                        "12:21: network.layers[0].unitz: 'unitz' is no option of dense; did you mean 'units'?"),
                change("name: flower", "nam: flower", "1:1: nam: 'nam' is no key; did you mean 'name'?"),
                change(
                        "seed: 3\n",
                        "seed: 3\nsweep: {grid: {}}\n",
                        "3:1: sweep: this file describes many runs; expected the command sweep"),
                change("seed: 3\n", "seed: 3\nzebra: 1\n", "3:1: zebra: 'zebra' is no key; expected one of name, seed"),
                change(
                        "training:\n",
                        "report: {mislabelled: -1, boundary: true}\ntraining:\n",
                        "15:23: report.mislabelled: mislabelled must be >= 0, got -1"),
                // stopping, rates, weights
                change(
                        "monitor: dev_cost",
                        "monitor: dev_acuracy",
                        "20:29: training.early_stopping.monitor: 'dev_acuracy' is nothing that this run measures;"
                                + " did you mean 'dev_accuracy'?"),
                change(
                        "learning_rate: 1.2",
                        "learning_rate: {type: reduce_on_plateau, learning_rate: 1, monitor: dev_acuracy}",
                        "16:94: training.optimizer.learning_rate.monitor: 'dev_acuracy' is nothing that this run measures;"
                                + " did you mean 'dev_accuracy'?"),
                change(
                        "learning_rate: 1.2",
                        "lr: {type: warmup, warmup_steps: 2, then: {type: reduce_on_plateau, lr: 1, monitor: test_cost}}",
                        "16:110: training.optimizer.lr.then.monitor: 'test_cost' is nothing that this run measures"),
                change(
                        "learning_rate: 1.2",
                        "learning_rate: {type: reduce_on_plateau, learning_rate: 1, factor: 2}",
                        "16:93: training.optimizer.learning_rate.factor: factor must be in (0, 1), got 2.0"),
                change(
                        "epochs: 3",
                        "epochs: 3\n  accumulate: 2",
                        "18:15: training.accumulate: accumulate must be 1 where batch_size is full, got 2"),
                change(
                        "batch_size: full",
                        "batch_size: 8\n  accumulate: 0",
                        "19:15: training.accumulate: accumulate must be >= 1, got 0"),
                change(
                        "epochs: 3",
                        "epochs: 3\n  divergence_factor: 1",
                        "18:22: training.divergence_factor: divergence_factor must be > 1, got 1.0"),
                change(
                        "epochs: 3",
                        "epochs: 3\n  weight_average: {decay: 1}",
                        "18:27: training.weight_average.decay: decay must be in [0, 1), got 1.0"),
                change(
                        "epochs: 3",
                        "epochs: 3\n  weight_average: {type: swa}",
                        "18:26: training.weight_average.type: 'swa'"),
                change(
                        "units: 4,",
                        "units: 4, learning_rate_factor: -1,",
                        "12:53: network.layers[0].learning_rate_factor: learning_rate_factor must be >= 0, got -1.0"),
                change(
                        "units: 4,",
                        "units: 4, trainable: no,",
                        "12:42: network.layers[0].trainable: 'no' is no boolean"),
                change(
                        "    - {type: dense, units: 4, activation: tanh}\n    - {type: dense, units: 1,",
                        "    - {type: dense, units: 1, trainable: false,",
                        "11:3: network.layers: no layer is left to be trained; expected one that is not frozen"),
                change(
                        "    - {type: dense, units: 4, activation: tanh}",
                        "    - {type: residual, layers: [{type: dense, units: 4}]}",
                        "12:7: network.layers[0]: residual: its layers make 4 units of 2; expected 2, or projection: true"),
                change(
                        "    - {type: dense, units: 4, activation: tanh}",
                        "    - {type: residual, layers: [{type: dense, unitz: 4}]}",
                        "12:47: network.layers[0].layers[0].unitz: 'unitz' is no option of dense; did you mean 'units'?"),
                change(
                        "    - {type: dense, units: 4, activation: tanh}",
                        "    - {type: residual, layers: []}",
                        "12:32: network.layers[0].layers: layers must be at least one layer, got none"),
                change(
                        "    - {type: dense, units: 4, activation: tanh}",
                        "    - {type: residual, layers: [{type: residual, layers: [{type: dense, units: 3}]}]}",
                        "12:33: network.layers[0].layers[0]: residual: its layers make 3 units of 2"),
                // missing
                change("  epochs: 3\n", "", "15:1: training: epochs is missing; expected epochs, which training needs"),
                change("units: 4, ", "", "12:7: network.layers[0]: units is missing"),
                change("name: flower\n", "", "1:1: name is missing"),
                change(
                        "{type: sgd, learning_rate: 1.2}",
                        "{learning_rate: 1.2}",
                        "16:14: training.optimizer: type is missing"),
                change(
                        "{type: sgd,",
                        "{tpye: sgd,",
                        "16:15: training.optimizer.tpye: 'tpye' is no key of an optimizer; did you mean 'type'?"),
                change("epochs: 3", "epochs:", "17:3: training.epochs: no value stands here; expected a whole number"),
                // components
                change(
                        "type: sgd",
                        "type: sdg",
                        "16:21: training.optimizer.type: 'sdg' is no known optimizer; did you mean 'sgd'?"),
                change(
                        "type: sgd",
                        "type: gradient",
                        "16:21: training.optimizer.type: 'gradient' is no known optimizer; expected one of"),
                change(
                        "activation: tanh",
                        "activation: tahn",
                        "12:43: network.layers[0].activation: 'tahn' is no known activation; did you mean 'tanh'?"),
                change(
                        "activation: tanh",
                        "activation: prelu",
                        "12:43: network.layers[0].activation: 'prelu' is a layer, not an activation; expected one of "),
                change(
                        "activation: tanh",
                        "constraint: l2",
                        "12:43: network.layers[0].constraint: 'l2' is a regularizer, not a constraint; expected one of "
                                + "max_norm, min_max_norm, non_negative"),
                change(
                        "activation: tanh",
                        "constraint: {type: min_max_norm, min: 2}",
                        "12:43: network.layers[0].constraint: max must be >= min, which is 2.0, got 1.0"),
                change(
                        "  loss:",
                        "    - {type: noise, noise: drop_connect}\n  loss:",
                        "14:28: network.layers[2].noise: noise must be a noise of activations; drop_connect is a dense"),
                change(
                        "random: numpy",
                        "random: numppy",
                        "3:9: random: 'numppy' is no known random number generator; did you mean 'numpy'?"),
                change(
                        "[accuracy]",
                        "[acuracy]",
                        "19:13: training.metrics[0]: 'acuracy' is no known metric; did you mean 'accuracy'?"),
                change(
                        "- standardize",
                        "- standardise",
                        "8:7: data.transforms[0]: 'standardise' is no known transform; did you mean 'standardize'?"),
                // types
                change("units: 4", "units: four", "12:28: network.layers[0].units: 'four' is not a whole number"),
                change("units: 4", "units: 4.0", "12:28: network.layers[0].units: '4.0' is not a whole number"),
                change("units: 4", "units: '4'", "12:28: network.layers[0].units: '4' in quotes is a text"),
                change(
                        "units: 4",
                        "units: 99999999999",
                        "12:28: network.layers[0].units: '99999999999' is out of range"),
                change(
                        "units: 4",
                        "units: [4]",
                        "12:28: network.layers[0].units: a list stands here; expected a whole number"),
                change(
                        "learning_rate: 1.2",
                        "learning_rate: 1e400",
                        "16:41: training.optimizer.learning_rate: '1e400' is out of range"),
                change(
                        "learning_rate: 1.2",
                        "learning_rate: .nan",
                        "16:41: training.optimizer.learning_rate: '.nan' is not finite"),
                change(
                        "learning_rate: 1.2",
                        "learning_rate: fast",
                        "16:41: training.optimizer.learning_rate: 'fast' is no known schedule"),
                change("[accuracy]", "accuracy", "19:12: training.metrics: 'accuracy' stands here; expected a list"),
                change("[accuracy]", "{a: accuracy}", "19:12: training.metrics: a map stands here; expected a list"),
                change(
                        "batch_size: full",
                        "batch_size: all",
                        "18:15: training.batch_size: 'all' is no batch size; expected a whole number or full"),
                change(
                        "batch_size: full",
                        "batch_size: 4\n  shuffle: yes",
                        "19:12: training.shuffle: 'yes' is no boolean; expected true or false"),
                change("batch_size: full", "max_time: 10", "18:13: training.max_time: '10' is no duration"),
                change(
                        "network:\n",
                        "network: none\nnetwork_:\n",
                        "9:10: network: 'none' stands here; expected a map with"),
                // ranges
                change(
                        "learning_rate: 1.2",
                        "learning_rate: -1",
                        "16:41: training.optimizer.learning_rate: learning_rate must be > 0, got -1.0"),
                change("units: 4", "units: 0", "12:28: network.layers[0].units: units must be >= 1, got 0"),
                change("epochs: 3", "epochs: 0", "17:11: training.epochs: epochs must be >= 1, got 0"),
                change(
                        "patience: 2",
                        "patience: 0",
                        "20:49: training.early_stopping.patience: patience must be >= 1, got 0"),
                change(
                        "batch_size: full",
                        "batch_size: 0",
                        "18:15: training.batch_size: batch_size must be >= 1 or full, got 0"),
                change(
                        "examples: 40, seed: 1",
                        "examples: -40, seed: 1",
                        "5:42: data.train.examples: examples must be"),
                change("seed: 3", "seed: -3", "2:7: seed: seed must be"),
                change(
                        "examples: 40, seed: 1",
                        "examples: 40, take: 41, seed: 1",
                        "5:52: data.train.take: take must be in [1, 40], got 41"),
                // what does not fit
                change(
                        "units: 1, activation: sigmoid",
                        "units: 3, activation: sigmoid",
                        "13:28: network.layers[1].units: the output has 3 units; expected 1"),
                change(
                        "units: 1, activation: sigmoid",
                        "units: 1, activation: tanh",
                        "13:43: network.layers[1].activation: the loss takes the logarithm of a probability"),
                change(
                        "loss: binary_cross_entropy",
                        "loss: categorical_cross_entropy",
                        "13:28: network.layers[1].units: the output has 1 unit; expected 2"),
                change(
                        "{type: sgd, learning_rate: 1.2}",
                        "{type: lbfgs}\n  gradient_clipping: {type: norm, max: 1}",
                        "17:3: training.gradient_clipping: lbfgs searches along true gradients"),
                change(
                        "units: 4,",
                        "units: 4, bias_constraint: non_negative, weight_noise: drop_connect,",
                        "lbfgs",
                        "12:48: network.layers[0].bias_constraint: lbfgs can't keep constraints; expected none"),
                change(
                        "units: 4,",
                        "units: 4, weight_noise: drop_connect,",
                        "lbfgs",
                        "12:45: network.layers[0].weight_noise: lbfgs needs the same cost wherever it looks again"),
                change(
                        "    - {type: dense, units: 1",
                        "    - {type: dropout, keep_prob: 0.5}\n    - {type: dense, units: 1",
                        "lbfgs",
                        "13:7: network.layers[1]: lbfgs needs the same cost wherever it looks again"),
                change(
                        "    - {type: dense, units: 1,",
                        "    - {type: residual, layers: [{type: dense, units: 4, weight_noise: drop_connect}]}\n"
                                + "    - {type: dense, units: 1,",
                        "lbfgs",
                        "13:71: network.layers[1].layers[0].weight_noise: lbfgs needs the same cost"),
                change(
                        "units: 4,",
                        "units: 4, learning_rate_factor: 0.5,",
                        "lbfgs",
                        "12:53: network.layers[0].learning_rate_factor: lbfgs has one step for all layers"),
                change(
                        "batch_size: full",
                        "batch_size: 39",
                        "lbfgs",
                        "18:15: training.batch_size: lbfgs needs the whole training part in each step"),
                change(
                        "  batch_size: full\n",
                        "",
                        "lbfgs",
                        "16:14: training.optimizer: lbfgs needs the whole training"),
                change(
                        "monitor: dev_cost",
                        "monitor: dev_csot",
                        "20:29: training.early_stopping.monitor: 'dev_csot' is nothing that this run measures; did you mean 'dev_cost'?"),
                change(
                        "batch_size: full",
                        "stop_when: {dev_acuracy: 0.9}",
                        "18:15: training.stop_when.dev_acuracy: 'dev_acuracy' is nothing that this run measures; did you mean 'dev_accuracy'?"),
                change(
                        "  dev:",
                        "  source: {type: moons, examples: 9}\n  dev:",
                        "7:3: data.dev: dev and source exclude each other"),
                change("  train: {", "  tran: {", "5:3: data.tran: 'tran' is no option of data; did you mean 'train'?"),
                change("name: flower", "name: ../flower", "1:7: name: '../flower' can't name a folder"),
                change("name: flower", "name: con", "1:7: name: 'con' means something else to some systems"),
                // YAML
                change("seed: 3", "seed: 3\nseed: 4", "3:1: the key 'seed' is given twice"),
                change("name: flower", "name: &n flower", "1:7: an anchor stands here"),
                change("seed: 3", "seed: !!int 3", "2:7: a tag stands here"),
                // files
                change(
                        "{type: planar_flower, examples: 40, seed: 1}",
                        "{type: csv, file: none.csv, target: y}",
                        "5:28: data.train.file: "),
                change(
                        "{type: planar_flower, examples: 40, seed: 1}",
                        "{type: csv, file: data.csv, target: z}",
                        "5:46: data.train.target: "),
                change("{type: planar_flower, examples: 40, seed: 1}", "{type: csv, file: nan.csv, target: y}", "5:"),
                change(
                        "{type: planar_flower, examples: 40, seed: 1}",
                        "{type: csv, file: single.csv, target: y}",
                        "5:"),
                change(
                        "{type: planar_flower, examples: 40, seed: 1}",
                        "{type: hdf5, file: data.csv, features: x, targets: y}",
                        "5:29: data.train.file: "),
                change(
                        "{type: planar_flower, examples: 40, seed: 2}",
                        "{type: csv, file: other.csv, target: y}",
                        "6:"));
    }

    private static Arguments change(String from, String to, String expected) {
        assertThat(FINE).contains(from);
        return arguments(to.strip(), FINE.replace(from, to), expected);
    }

    /** The same with another optimizer. */
    private static Arguments change(String from, String to, String optimizer, String expected) {
        String other = FINE.replace("{type: sgd, learning_rate: 1.2}", optimizer);
        assertThat(other).contains(from);
        return arguments(to.strip(), other.replace(from, to), expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isPlaced(String what, String text, String expected) throws IOException {
        List<String> found = headlines(text);

        assertThat(found).as(what).anyMatch(headline -> headline.startsWith("e.yaml:" + expected));
        assertThat(found).allMatch(headline -> headline.getBytes(StandardCharsets.UTF_8).length < 2048);
    }

    @Test
    void theFileBehindTheTableIsFine() throws IOException {
        assertThat(headlines(FINE)).isEmpty();
    }

    @Test
    void takesPenaltiesOnTheActivitiesOfTheOutput() throws IOException {
        assertThat(headlines(FINE.replace("activation: sigmoid", "activation: sigmoid, activity_regularizer: l1")
                        .replace("  loss:", "    - {type: activity, regularizer: l2}\n  loss:")))
                .isEmpty();
    }

    @Test
    void reportsTheMistakesOfAllSectionsSortedByPlace() throws IOException {
        List<String> found = headlines(FINE.replace("seed: 1}", "sed: 1}")
                .replace("units: 4", "units: -4")
                .replace("learning_rate: 1.2", "learning_rate: -1, momentum: 7")
                .replace("[accuracy]", "[acuracy]")
                .replace("examples: 40, seed: 2", "examples: 40, seed: 2, take: 99"));

        assertThat(found)
                .extracting(line -> line.replaceAll("^e.yaml:(\\d+):.*$", "$1"))
                .containsExactly("5", "6", "12", "16", "16", "19");
    }

    @Test
    void locatesOverridesAsSuch() throws IOException {
        assertThat(headlines(
                        FINE,
                        "network.layers[0].units=x",
                        "training.epochs=-1",
                        "nonsense",
                        "network.layers[7].units=1"))
                .anyMatch(line ->
                        line.startsWith("--set network.layers[0].units:1:1: network.layers[0].units: 'x' is not"))
                .anyMatch(line -> line.startsWith("--set training.epochs:1:1: training.epochs: epochs must be >= 1"))
                .anyMatch(line -> line.startsWith("--set:1:1: 'nonsense' is no override"))
                .anyMatch(line -> line.contains("there is no [7]"));
    }

    @Test
    void takesOverridesOfAnyKey() throws IOException {
        assertThat(headlines(
                        FINE,
                        "network.layers[0].units=7",
                        "training.optimizer=adam",
                        "training.optimizer.learning_rate=0.01",
                        "training.stop_when.dev_accuracy=0.99"))
                .isEmpty();
    }

    private List<String> headlines(String text, String... overrides) throws IOException {
        Files.writeString(folder.resolve("data.csv"), "x1,x2,y\n1,2,a\n3,4,b\n5,6,a\n7,8,b\n");
        Files.writeString(folder.resolve("nan.csv"), "x1,x2,y\n1,2,a\n,4,b\n5,6,a\n7,8,b\n");
        Files.writeString(folder.resolve("single.csv"), "x1,x2,y\n1,2,a\n3,4,a\n5,6,a\n");
        Files.writeString(folder.resolve("other.csv"), "u,v,w,y\n1,2,3,0\n3,4,5,1\n");
        Path file = Files.writeString(folder.resolve("e.yaml"), text);
        ExperimentException thrown = catchThrowableOfType(
                ExperimentException.class, () -> new Experiments(Registry.load()).prepare(file, List.of(overrides)));
        return thrown == null
                ? List.of()
                : thrown.problems().stream()
                        .map(problem -> problem.headline().replace(folder + "/", ""))
                        .toList();
    }
}
