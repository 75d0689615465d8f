package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.Registry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComponentsCommandTest {
    private final Console console = new Console();

    @Test
    void listsEveryComponentWithWhatBringsIt() {
        assertThat(console.run("components")).isZero();
        assertThat(console.out()).contains("activations:").containsPattern("  leaky_relu +\\S*activations\\S*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"activation", "activations", "Activations"})
    void takesAKindInEitherForm(String kind) {
        assertThat(console.run("components", kind)).isZero();
        assertThat(console.out())
                .containsPattern("leaky_relu +Passes positive inputs through and shrinks negative ones\\.");
    }

    @Test
    void describesAComponentFromItsRecordAndItsJavadoc() {
        assertThat(console.run("components", "activations", "leaky_relu")).isZero();
        assertThat(console.out())
                .contains("    a  = z   where z > 0, else slope * z\n    dZ = dA  where z > 0")
                .contains("Source: Maas")
                .contains("slope (number, in [0, 1); default 0.01")
                .contains("factor for negative inputs, in [0, 1)");
    }

    @Test
    void namesDefaultsThatAreComponentsAsAFileWould() {
        assertThat(console.run("components", "optimizers", "adam")).isZero();
        assertThat(console.out()).contains("default {type: constant, learning_rate: 0.001}");
    }

    /** What a component is made with, and refuses, is asked of the component itself. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "activations | threshold | threshold (number;",
                "layers | dense | units (integer, >= 1; required)",
                "layers | dropout | keep_prob (number, in (0, 1]; required",
                "layers | dense | use_bias (true or false; default true)",
                "optimizers | momentum | beta (number, in [0, 1); default 0.9",
                "schedules | warmup | warmup_steps (integer, >= 1; required",
                "readers | csv | missing (list of text; default ['', '?', 'NA'])",
            })
    void saysRangeAndDefaultOfEachOption(String kind, String name, String expected) {
        assertThat(console.run("components", kind, name)).as(console.err()).isZero();
        assertThat(console.out()).contains(expected);
    }

    @Test
    void describesEveryComponentOfEveryKind() {
        Registry registry = Registry.load();
        Kind.in(registry)
                .values()
                .forEach(kind -> registry.all(kind.spi()).forEach((name, component) -> {
                    Console own = new Console();
                    assertThat(own.run("components", kind.plural(), name))
                            .as(own.err())
                            .isZero();
                    assertThat(own.out()).as(name).doesNotContain("{@", "<p>", "@param");
                    assertThat(own.out().lines().skip(2).findFirst())
                            .as(name)
                            .hasValueSatisfying(line -> assertThat(line).hasSizeGreaterThan(10));
                    for (ComponentOption option : ComponentOption.of(component, registry)) {
                        assertThat(option.required() || option.defaultValue().isPresent())
                                .as("%s %s: %s", kind.singular(), name, option)
                                .isTrue();
                    }
                }));
    }

    @Test
    void printsJsonForPrograms() {
        assertThat(console.run("components", "activations", "leaky_relu", "--json"))
                .isZero();
        JsonNode leaky = JsonMapper.shared().readTree(console.out());

        assertThat(leaky.get("kind").stringValue()).isEqualTo("activation");
        assertThat(leaky.get("formula").stringValue()).startsWith("a  = z   where z > 0");
        assertThat(leaky.get("source").stringValue()).startsWith("Maas, Hannun, Ng");
        JsonNode slope = leaky.get("options").get(0);
        assertThat(slope.get("name").stringValue()).isEqualTo("slope");
        assertThat(slope.get("type").stringValue()).isEqualTo("number");
        assertThat(slope.get("range").stringValue()).isEqualTo("in [0, 1)");
        assertThat(slope.get("default").doubleValue()).isEqualTo(0.01);
        assertThat(slope.get("required").booleanValue()).isFalse();
    }

    @Test
    void printsDefaultsThatAreComponentsAsMaps() {
        assertThat(console.run("components", "optimizers", "adam", "--json")).isZero();
        JsonNode rate = JsonMapper.shared()
                .readTree(console.out())
                .get("options")
                .get(0)
                .get("default");

        assertThat(rate.get("type").stringValue()).isEqualTo("constant");
        assertThat(rate.get("learning_rate").doubleValue()).isEqualTo(0.001);
    }

    @Test
    void printsAllKindsAndOneKindAsJson() {
        assertThat(console.run("components", "--json")).isZero();
        JsonNode all = JsonMapper.shared().readTree(console.out());
        Console other = new Console();
        assertThat(other.run("components", "losses", "--json")).isZero();

        assertThat(all.propertyNames()).contains("activations", "optimizers", "readers", "schedules");
        assertThat(JsonMapper.shared().readTree(other.out())).isEqualTo(all.get("losses"));
        assertThat(all.get("losses").get(0).get("plugin").stringValue()).startsWith("org.layerwise.");
    }

    @ParameterizedTest
    @CsvSource({
        "actvations, , activations",
        "activations, leaky, leaky_relu",
        "activations, LeakyRelu, leaky_relu",
        "optimizer, adan, adam"
    })
    void suggestsWhatComesNear(String kind, String name, String meant) {
        String[] arguments = name == null ? new String[] {"components", kind} : new String[] {"components", kind, name};

        assertThat(console.run(arguments)).isEqualTo(2);
        assertThat(console.err()).contains("; did you mean '" + meant + "'?");
    }

    @Test
    void refusesAnUnknownKind() {
        assertThat(console.run("components", "actvations")).isEqualTo(2);
        assertThat(console.err()).contains("unknown kind 'actvations'", "activations");
    }

    @Test
    void refusesAnUnknownName() {
        assertThat(console.run("components", "activations", "leaky")).isEqualTo(2);
        assertThat(console.err()).contains("unknown activation 'leaky'", "leaky_relu");
    }
}
