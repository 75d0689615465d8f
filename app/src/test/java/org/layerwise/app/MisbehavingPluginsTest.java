package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plugin that does what it should not is named with its jar; exit code 2, or 3 where the run diverged. */
class MisbehavingPluginsTest {
    private static final String EXPERIMENT = """
            name: outside
            data:
              source: {type: moons, examples: 20, noise: 0.1, seed: 3}
              TRANSFORMS
            network:
              layers:
                - {type: dense, units: 3, activation: ACTIVATION}
                - {type: dense, units: 1, activation: sigmoid}
              loss: binary_cross_entropy
            training:
              optimizer: {type: sgd, learning_rate: 0.1}
              epochs: 2
              batch_size: full
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Console console = new Console();

    private static String activation(String type, String value) {
        return """
            package PACKAGE;
            import org.layerwise.activations.ScalarActivation;
            public record TYPE() implements ScalarActivation {
                public double value(double z) { VALUE }
                public double derivative(double z, double a) { return 1; }
            }
            """.replace("VALUE", value).replace("TYPE", type);
    }

    private static String plugin(String type, String spi, String name, String component) {
        return """
            package PACKAGE;
            public final class TYPE implements org.layerwise.core.Plugin {
                public void register(Registrar registrar) { registrar.add(SPI.class, "NAME", COMPONENT.class); }
            }
            """.replace("TYPE", type)
                .replace("SPI", spi)
                .replace("NAME", name)
                .replace("COMPONENT", component);
    }

    private PluginProject project(String packageName, String name, String component, String text) throws IOException {
        return project(packageName, "org.layerwise.activations.Activation", name, component, text);
    }

    private PluginProject project(String packageName, String spi, String name, String component, String text)
            throws IOException {
        return new PluginProject(Files.createDirectories(folder.resolve(packageName)))
                .source(packageName + "." + component, text.replace("PACKAGE", packageName))
                .source(
                        packageName + ".ItsPlugin",
                        plugin("ItsPlugin", spi, name, component).replace("PACKAGE", packageName))
                .plugin(packageName + ".ItsPlugin");
    }

    private int run(String command, String experiment, Path... jars) throws IOException {
        Path file = Files.writeString(folder.resolve("outside.yaml"), experiment);
        List<String> arguments = new ArrayList<>(List.of(command, file.toString()));
        if (command.equals("train")) {
            arguments.addAll(List.of("--out", folder.resolve("runs").toString()));
        }
        Arrays.stream(jars).forEach(jar -> arguments.addAll(List.of("--plugins", jar.toString())));
        return console.run(arguments.toArray(new String[0]));
    }

    private static String with(String activation) {
        return EXPERIMENT.replace("ACTIVATION", activation).replace("TRANSFORMS", "");
    }

    @Test
    void twoJarsWithOneNameAreBothNamed() throws IOException {
        Path one =
                project("one", "bend", "Bend", activation("Bend", "return z;")).jar("one.jar");
        Path two = project("two", "bend", "Bow", activation("Bow", "return z;")).jar("two.jar");

        assertThat(run("train", with("bend"), one, two)).isEqualTo(2);
        assertThat(console.err())
                .contains("'bend'", "one.Bend", "one.ItsPlugin", "one.jar", "two.Bow", "two.ItsPlugin", "two.jar")
                .contains("remove one of the two")
                .doesNotContain("\tat ");
    }

    @Test
    void twoVersionsOfOneJarAreBothNamed() throws IOException {
        PluginProject project = project("one", "bend", "Bend", activation("Bend", "return z;"));
        Path old = project.jar("bend-1.0.jar");
        Path young = project.jar("bend-1.1.jar");

        assertThat(console.run("components", "--plugins", folder.resolve("one").toString()))
                .isEqualTo(2);
        assertThat(console.err())
                .contains(
                        "the plugin one.ItsPlugin is there twice",
                        old.toRealPath().toString())
                .contains(young.toRealPath().toString(), "remove one of the two");
    }

    @Test
    void oneJarThatIsNamedTwiceIsNoMistake() throws IOException {
        Path jar =
                project("one", "bend", "Bend", activation("Bend", "return z;")).jar("bend.jar");

        assertThat(run("train", with("bend"), jar, folder.resolve("one"), jar.resolveSibling("./bend.jar")))
                .as(console.err())
                .isZero();
    }

    @Test
    void aServicesFileThatNamesAMissingClassIsNamedWithItsJar() throws IOException {
        Path jar = project("one", "bend", "Bend", activation("Bend", "return z;"))
                .plugin("one.Forgotten")
                .jar("bend.jar");

        assertThat(console.run("components", "--plugins", jar.toString())).isEqualTo(2);
        assertThat(console.err())
                .startsWith(jar.toRealPath().toString())
                .contains("META-INF/services/org.layerwise.core.Plugin names the plugin one.Forgotten")
                .contains("there is no such class; correct the file")
                .doesNotContain("stack trace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "gradcheck", "train"})
    void oneThatThrowsIsNamed(String command) throws IOException {
        String throwing = activation("Bend", "throw new IllegalStateException(\"no licence\");");
        Path jar = project("one", "bend", "Bend", throwing).jar("bend.jar");
        int code = run(command, with("bend"), jar);

        assertThat(code).isEqualTo(command.equals("validate") ? 0 : 2);
        if (code != 0) {
            assertThat(console.err())
                    .startsWith("Activation 'bend' (one.Bend) of plugin one.ItsPlugin in " + jar.toRealPath()
                            + " failed: java.lang.IllegalStateException: no licence")
                    .contains("the stack trace is in")
                    .doesNotContain("\tat ", "fault of Layerwise");
        }
    }

    @Test
    void oneThatRecursesWithoutEndIsNamed() throws IOException {
        Path jar = project("one", "bend", "Bend", activation("Bend", "return value(z);"))
                .jar("bend.jar");

        assertThat(run("train", with("bend"), jar)).isEqualTo(2);
        assertThat(console.err()).contains("'bend'", "bend.jar", "StackOverflowError");
    }

    @Test
    void oneWhoseOutputIsNaNIsNamed() throws IOException {
        Path jar = project("one", "bend", "Bend", activation("Bend", "return Math.sqrt(-1 - z * z);"))
                .jar("bend.jar");

        assertThat(run("train", with("bend"), jar)).isEqualTo(3);
        assertThat(console.out())
                .contains(
                        "training diverged: the cost is NaN in epoch 0, step 0; first seen in dense_1; at work there: "
                                + "Activation 'bend' (one.Bend) of plugin one.ItsPlugin in " + jar.toRealPath());
    }

    @Test
    void oneThatHandsAMatrixOfTheWrongShapeIsNamed() throws IOException {
        Path jar = project("one", "bend", "Bend", """
                package PACKAGE;
                import org.layerwise.core.DenseMatrix;
                public record Bend() implements org.layerwise.activations.Activation {
                    public void apply(DenseMatrix z, DenseMatrix a) { a.setProduct(z, z); }
                    public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {}
                }
                """).jar("bend.jar");

        assertThat(run("train", with("bend"), jar)).isEqualTo(2);
        assertThat(console.err()).contains("'bend'", "bend.jar", "ShapeException", "3x20");
    }

    private static String transform(String rows) {
        return """
            package PACKAGE;
            import org.layerwise.dataio.Dataset;
            import org.layerwise.dataio.Transform;
            public record Lose() implements Transform {
                public Fitted fit(Dataset training) { return new Fit(); }
                record Fit() implements Fitted {
                    public Dataset apply(Dataset data) { RESULT }
                }
            }
            """.replace("RESULT", rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"return data.take(7);", "return data.mapFeatures(x -> 0 / (x - x));", "return null;"})
    void aTransformThatLosesExamplesOrNumbersIsNamed(String result) throws IOException {
        Path jar = project("one", "org.layerwise.dataio.Transform", "lose", "Lose", transform(result))
                .jar("lose.jar");
        String experiment = EXPERIMENT.replace("ACTIVATION", "relu").replace("TRANSFORMS", "transforms: [lose]");

        assertThat(run("validate", experiment, jar)).isEqualTo(2);
        assertThat(console.err()).contains("'lose'", "one.Lose", "lose.jar").doesNotContain("internal error");
    }

    @Test
    void oneBuiltAgainstAMethodThatIsGoneIsNamed() throws IOException {
        Path jar = project("one", "bend", "Bend", activation("Bend", "return org.layerwise.core.Options.bent(z);"))
                .older(
                        "org.layerwise.core.Options",
                        "package org.layerwise.core; public class Options {"
                                + " public static double bent(double z) { return z; } }")
                .jar("bend.jar");

        assertThat(run("train", with("bend"), jar)).isEqualTo(2);
        assertThat(console.err())
                .contains("'bend'", "bend.jar", "does not fit this version of Layerwise", "NoSuchMethodError", "bent");
    }

    @Test
    void oneBuiltAgainstAnInterfaceThatWasSmallerIsNamed() throws IOException {
        Path jar = project("one", "bend", "Bend", """
                package PACKAGE;
                public record Bend() implements org.layerwise.activations.Activation {
                    public void apply(org.layerwise.core.DenseMatrix z, org.layerwise.core.DenseMatrix a) {}
                }
                """)
                .older(
                        "org.layerwise.activations.Activation",
                        "package org.layerwise.activations; import org.layerwise.core.DenseMatrix;"
                                + " public interface Activation { void apply(DenseMatrix z, DenseMatrix a); }")
                .jar("bend.jar");

        assertThat(run("train", with("bend"), jar)).isEqualTo(2);
        assertThat(console.err())
                .contains("'bend'", "bend.jar", "does not fit this version of Layerwise", "AbstractMethodError");
    }

    @Test
    void anOptionOutOfItsRangeIsPlacedInTheFile() throws IOException {
        Path jar = project("one", "bend", "Bend", """
                package PACKAGE;
                public record Bend(double by) implements org.layerwise.activations.ScalarActivation {
                    public Bend { if (!(by > 0)) throw new IllegalArgumentException("by must be > 0, got " + by); }
                    public double value(double z) { return by * z; }
                    public double derivative(double z, double a) { return by; }
                }
                """).jar("bend.jar");

        assertThat(run("train", with("{type: bend, by: -1}"), jar)).isEqualTo(2);
        assertThat(console.err()).contains("outside.yaml:7:60: network.layers[0].activation.by: by must be > 0");
    }
}
