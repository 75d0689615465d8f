package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsOptionTest {
    private static final String PLUGIN = """
            package outside;
            import org.layerwise.activations.Activation;
            import org.layerwise.activations.ScalarActivation;
            import org.layerwise.core.Plugin;
            public class OutsidePlugin implements Plugin {
                public record Cube() implements ScalarActivation {
                    public double value(double z) { return z * z * z; }
                    public double derivative(double z, double a) { return 3 * z * z; }
                }
                public void register(Registrar registrar) { registrar.add(Activation.class, "NAME", Cube.class); }
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void findsThePluginsOfAJarAndOfAFolder() throws IOException {
        Path jar = pluginJar("cube", "cube.jar");
        for (Path given : List.of(jar, folder)) {
            Console console = new Console();
            assertThat(console.run("components", "--plugins", given.toString()))
                    .as(console.err())
                    .isZero();
            assertThat(console.out()).containsPattern("  cube +cube\\.jar");
        }
    }

    @Test
    void takesTheVariableToo() throws IOException {
        Console console = new Console(
                Map.of("LAYERWISE_PLUGINS", pluginJar("cube", "cube.jar").toString()));
        assertThat(console.run("components", "activations")).as(console.err()).isZero();
        assertThat(console.out()).contains("cube.jar");
    }

    @Test
    void refusesANameThatTwoJarsBring() throws IOException {
        Console console = new Console();
        assertThat(console.run(
                        "components", "--plugins", pluginJar("relu", "mine.jar").toString()))
                .isEqualTo(2);
        assertThat(console.err())
                .contains("'relu'", "outside.OutsidePlugin", "mine.jar", "org.layerwise.activations.Relu")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesWhatIsNoJar() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
        Console console = new Console();
        assertThat(console.run("components", "--plugins", text.toString())).isEqualTo(2);
        assertThat(console.err()).contains("text.jar' is no jar");
    }

    @Test
    void refusesAPathThatIsNotThereAndAFolderWithoutJars() throws IOException {
        Console console = new Console();
        assertThat(console.run("components", "--plugins", folder.resolve("none").toString()))
                .isEqualTo(2);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(console.run("components", "--plugins", empty.toString())).isEqualTo(2);
        assertThat(console.err()).contains("there is no file or folder", "there is no jar in the folder");
    }

    @Test
    void showsTheOptionsOfAPluginWithoutDescriptions() throws IOException {
        Console console = new Console();
        Path jar = bend(new PluginProject(folder));

        assertThat(console.run("components", "activations", "bend", "--plugins", jar.toString()))
                .as(console.err())
                .isZero();
        assertThat(console.out())
                .startsWith("activation bend, from bend.jar (outside.BendPlugin$Bend)")
                .contains("by (number, in (0, 2]; default 0.5)")
                .doesNotContain("Bends.");
    }

    @Test
    void showsTheJavadocOfAPluginWithDescriptions() throws IOException {
        Console console = new Console();
        Path jar = bend(new PluginProject(folder).withDescriptions());

        assertThat(console.run("components", "activations", "bend", "--plugins", jar.toString()))
                .as(console.err())
                .isZero();
        assertThat(console.out())
                .contains(
                        "Bends.",
                        "    a = by z",
                        "Source: nowhere.",
                        "by (number, in (0, 2]; default 0.5)",
                        "how much");
    }

    private static Path bend(PluginProject project) throws IOException {
        return project.source("outside.BendPlugin", """
                        package outside;
                        import org.layerwise.activations.Activation;
                        import org.layerwise.activations.ScalarActivation;
                        import org.layerwise.core.Options;
                        public class BendPlugin implements org.layerwise.core.Plugin {
                            /**
                             * Bends.
                             *
                             * <pre>{@code
                             * a = by z
                             * }</pre>
                             *
                             * <p>Source: nowhere.
                             *
                             * @param by how much
                             */
                            public record Bend(double by) implements ScalarActivation {
                                public Bend() { this(0.5); }
                                public Bend { Options.require(by > 0 && by <= 2, "by", by, "in (0, 2]"); }
                                public double value(double z) { return by * z; }
                                public double derivative(double z, double a) { return by; }
                            }
                            public void register(Registrar registrar) {
                                registrar.add(Activation.class, "bend", Bend.class);
                            }
                        }
                        """)
                .plugin("outside.BendPlugin")
                .jar("bend.jar");
    }

    private Path pluginJar(String name, String file) throws IOException {
        return new PluginProject(folder)
                .source("outside.OutsidePlugin", PLUGIN.replace("NAME", name))
                .plugin("outside.OutsidePlugin")
                .jar(file);
    }
}
