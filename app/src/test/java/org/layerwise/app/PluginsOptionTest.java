package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
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

    private Path pluginJar(String name, String file) throws IOException {
        Path source = Files.createDirectories(folder.resolve("outside")).resolve("OutsidePlugin.java");
        Files.writeString(source, PLUGIN.replace("NAME", name), StandardCharsets.UTF_8);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(code).isZero();
        Path jar = folder.resolve(file);
        try (OutputStream stream = Files.newOutputStream(jar);
                JarOutputStream to = new JarOutputStream(stream)) {
            add(
                    to,
                    "META-INF/services/org.layerwise.core.Plugin",
                    "outside.OutsidePlugin".getBytes(StandardCharsets.UTF_8));
            for (String type : List.of("outside/OutsidePlugin.class", "outside/OutsidePlugin$Cube.class")) {
                add(to, type, Files.readAllBytes(classes.resolve(type.replace('/', File.separatorChar))));
            }
        }
        return jar;
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
