package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.Alias;
import org.layerwise.core.Registry;
import org.layerwise.dataio.Transform;
import org.layerwise.experiment.DataPlan;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.TrainingPlan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaCommandTest {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final String SOUND = """
            name: pets
            data:
              train: {type: csv, file: pets.csv, target: kind, take: 5, missing: -999}
              transforms: [{type: impute, strategy: mean}, one_hot]
            network:
              layers:
                - {type: dense, units: 3, activation: {type: leaky_relu, slope: 0.2}}
                - {type: dense, units: 1, activation: sigmoid}
              loss: binary_cross_entropy
            training:
              optimizer: {type: adam, learning_rate: 1e-3, beta_1: 0.9}
              epochs: 3
              batch_size: full
              max_time: 10m
              shuffle: {seed: 10, reseed: never}
              checkpoint_every: 500 steps
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @SuppressWarnings("NullAway.Init")
    private static String printed;

    @SuppressWarnings("NullAway.Init")
    private static Schema schema;

    @BeforeAll
    static void print() {
        Console console = new Console();
        assertThat(console.run("schema")).as(console.err()).isZero();
        printed = console.out();
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(printed, InputFormat.JSON);
    }

    private static List<Error> mistakes(String yaml) {
        return schema.validate(yaml, InputFormat.YAML);
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsValid(Path file) throws IOException {
        assertThat(mistakes(Files.readString(file))).isEmpty();
    }

    @Test
    void whatARunWritesIsValid() throws IOException {
        for (String name : List.of("planar-flower", "moons-early-stopping", "constraints-and-noise")) {
            Console console = new Console();
            String file = EXAMPLES.resolve(name + ".yaml").toString();
            assertThat(console.run("train", file, "--out", out.toString(), "--set", "training.epochs=2"))
                    .as(console.err())
                    .isZero();
            try (Stream<Path> runs = Files.walk(out)) {
                Path written = runs.filter(path -> path.endsWith("experiment.yaml"))
                        .filter(path -> path.toString().contains(name))
                        .findFirst()
                        .orElseThrow();
                assertThat(mistakes(Files.readString(written))).as(name).isEmpty();
            }
        }
    }

    @Test
    void theSampleIsValid() {
        assertThat(mistakes(SOUND)).isEmpty();
    }

    /** Each with what is replaced in the sound sample. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: pets | nam: pets",
                "type: csv, file: pets.csv, | type: csv,",
                "type: csv, | type: cvs,",
                "take: 5 | take: five",
                "strategy: mean | strategy: mode",
                "one_hot] | one_hott]",
                "units: 3 | unit: 3",
                "units: 3 | units: 3.5",
                "units: 3 | units: '3'",
                "slope: 0.2 | slop: 0.2",
                "loss: binary_cross_entropy | loss: binary",
                "loss: binary_cross_entropy | losses: binary_cross_entropy",
                "learning_rate: 1e-3 | learning_rate: fast",
                "epochs: 3 | epochs: many",
                "batch_size: full | batch_size: half",
                "max_time: 10m | max_time: ten",
                "reseed: never | reseed: always",
                "checkpoint_every: 500 steps | checkpoint_every: 500 days ago",
                "activation: sigmoid | activation: [sigmoid]",
                "strategy: mean} | strategy: mean, colour: red}",
            })
    void aBrokenFileIsNot(String sound, String broken) {
        assertThat(SOUND).contains(sound);
        assertThat(mistakes(SOUND.replace(sound, broken))).as(broken).isNotEmpty();
    }

    @Test
    void namesEveryComponentThatAnExperimentMayName() {
        JsonNode definitions = JsonMapper.builder().build().readTree(printed).get("$defs");
        assertThat(definitions.propertyNames())
                .contains("activation", "layer", "loss", "optimizer", "reader", "schedule", "transform", "metric");
        assertThat(definitions.get("reader").toString())
                .contains("\"const\":\"json_lines\"", "\"const\":\"csv\"", "\"const\":\"moons\"");
        assertThat(definitions.get("activation").toString())
                .contains("factor for negative inputs")
                .contains("Passes positive inputs through");
    }

    /** By every name it has: an editor must not mark what Layerwise takes. */
    @Test
    void namesEveryOption() {
        Registry registry = Registry.load();
        JsonNode whole = JsonMapper.builder().build().readTree(printed);
        for (Class<?> kind : registry.kinds()) {
            if (kind != Transform.Fitted.class) { // those stand in models only
                registry.all(kind)
                        .forEach((name, type) -> assertThat(propertiesOf(whole, name, type)
                                        .orElseThrow()
                                        .propertyNames())
                                .as(kind + " " + name)
                                .containsAll(keys(type)));
            }
        }
        JsonNode sections = whole.get("properties");
        assertThat(sections.propertyNames()).containsAll(keys(Experiment.class));
        assertThat(sections.get("training").get("properties").propertyNames()).containsAll(keys(TrainingPlan.class));
        assertThat(sections.get("data").get("properties").propertyNames()).containsAll(keys(DataPlan.class));
    }

    /** Those of the form whose type is this component, told from one of the same name and another kind by its options. */
    private static Optional<JsonNode> propertiesOf(JsonNode whole, String name, Class<?> type) {
        return whole.get("$defs")
                .valueStream()
                .flatMap(definition -> definition.get("anyOf").valueStream())
                .filter(form -> form.has("properties"))
                .map(form -> form.get("properties"))
                .filter(properties ->
                        properties.get("type").path("const").asString("").equals(name))
                .max(Comparator.comparingLong(properties ->
                        keys(type).stream().filter(properties::has).count()));
    }

    private static List<String> keys(Class<?> type) {
        List<String> keys = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            keys.add(
                    component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT));
            Optional.ofNullable(component.getAnnotation(Alias.class))
                    .ifPresent(alias -> keys.addAll(List.of(alias.value())));
        }
        return keys;
    }

    @Test
    void knowsTheComponentsOfPlugins() throws IOException {
        Path jar =
                new PluginProject(out).source("own.Own", """
                        package own;
                        import org.layerwise.activations.Activation;
                        import org.layerwise.activations.ScalarActivation;
                        import org.layerwise.core.Plugin;
                        public final class Own implements Plugin {
                            public record Twice(double factor) implements ScalarActivation {
                                public Twice() { this(2); }
                                public double value(double z) { return factor * z; }
                                public double derivative(double z, double a) { return factor; }
                            }
                            public void register(Registrar registrar) {
                                registrar.add(Activation.class, "twice", Twice.class);
                            }
                        }
                        """).plugin("own.Own").jar("own.jar");
        Console console = new Console();
        assertThat(console.run("schema", "--plugins", jar.toString()))
                .as(console.err())
                .isZero();
        assertThat(console.out()).contains("\"twice\"", "\"factor\"");
        assertThat(printed).doesNotContain("\"twice\"");
    }
}
