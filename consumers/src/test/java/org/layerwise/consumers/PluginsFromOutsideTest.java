package org.layerwise.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plugin of the examples and the one that the archetype makes, built on their own and put where users put them. */
class PluginsFromOutsideTest {
    private static final Path ISRU = Outside.project("isru-plugin");
    private static final Path GENERATED = Outside.project("generated-plugin");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path plugins;

    @BeforeEach
    void putTheJarsWhereUsersWould() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        Files.copy(ISRU.resolve("target/isru-plugin-1.0.jar"), plugins.resolve("isru-plugin-1.0.jar"));
        Files.copy(GENERATED.resolve("target/generated-plugin-1.0.jar"), plugins.resolve("generated-plugin-1.0.jar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"isru-plugin", "generated-plugin"})
    void itsOneTestClassRunsTheWholeContract(String project) throws IOException {
        List<Path> reports = Outside.files(Outside.project(project).resolve("target/surefire-reports"), ".txt");
        assertThat(reports).hasSize(1);
        Matcher counts =
                Pattern.compile("Tests run: (\\d+), Failures: 0, Errors: 0").matcher(Files.readString(reports.get(0)));

        assertThat(counts.find()).isTrue();
        assertThat(Integer.parseInt(counts.group(1)))
                .as("three instances, at least 20 checks each")
                .isGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"isru-plugin/target/isru-plugin-1.0.jar", "generated-plugin/target/generated-plugin-1.0.jar"})
    void itsJarHoldsNothingOfLayerwise(String jar) throws IOException {
        try (JarFile opened = new JarFile(Outside.project(jar).toFile())) {
            assertThat(opened.stream().map(entry -> entry.getName()))
                    .contains("META-INF/services/org.layerwise.core.Plugin")
                    .noneMatch(name -> name.startsWith("org/layerwise/"));
        }
    }

    @Test
    void isListedAndDescribedByComponents() throws Exception {
        Outside.Result all = Outside.layerwise(folder, "components", "--plugins", plugins.toString());
        Outside.Result one =
                Outside.layerwise(folder, "components", "activations", "isru", "--plugins", plugins.toString());

        assertThat(all.code()).as(all.err()).isZero();
        assertThat(all.out())
                .containsPattern("  isru +isru-plugin-1\\.0\\.jar")
                .containsPattern("  bent_identity +generated-plugin-1\\.0\\.jar")
                .containsPattern("  relu +layerwise-activations");
        assertThat(one.out())
                .contains("Squashes its input into (−1/√α, 1/√α)", "a  = z / sqrt(1 + alpha z²)", "Source: Carlile")
                .contains("alpha (number, > 0; default 1.0)", "how early the output saturates, > 0");
    }

    @Test
    void trainsFromAFolderOfPluginsAndIsInTheManifest() throws Exception {
        Path file = ISRU.resolve("example.yaml");
        Outside.Result train = Outside.layerwise(folder, "train", file.toString(), "--plugins", plugins.toString());
        Path run = folder.resolve("runs/moons-isru");
        Outside.Result evaluate =
                Outside.layerwise(folder, "evaluate", run.toString(), "--plugins", plugins.toString());

        assertThat(train.code()).as(train.err()).isZero();
        assertThat(Files.readString(run.resolve("run.json")))
                .contains("org.example.isru.IsruPlugin", "isru-plugin-1.0.jar", "completed")
                .doesNotContain("generated-plugin");
        assertThat(evaluate.code()).as(evaluate.err()).isZero();
        assertThat(evaluate.out()).contains("accuracy");
        assertThat(Outside.layerwise(folder, "evaluate", run.toString()).err())
                .contains(
                        "was made with the plugin org.example.isru.IsruPlugin of ",
                        "isru-plugin-1.0.jar, which is not there now");
    }

    @Test
    void trainsFromTheClassPath() throws Exception {
        List<Path> jars = Outside.files(plugins, ".jar");
        Path file = GENERATED.resolve("example.yaml");
        Outside.Result train = Outside.layerwiseWith(jars, folder, "train", file.toString());

        assertThat(train.code()).as(train.err()).isZero();
        assertThat(Files.readString(folder.resolve("runs/generated-plugin/run.json")))
                .contains("org.example.bent.BentIdentityPlugin", "generated-plugin-1.0.jar");
    }

    @Test
    void hasItsGradientsChecked() throws Exception {
        Outside.Result check = Outside.layerwise(
                folder, "gradcheck", ISRU.resolve("example.yaml").toString(), "--plugins", plugins.toString());

        assertThat(check.code()).as(check.err()).isZero();
        assertThat(check.out()).contains("the gradients are right");
    }

    @Test
    void isMissedByNameWithoutItsJar() throws Exception {
        Outside.Result train =
                Outside.layerwise(folder, "train", ISRU.resolve("example.yaml").toString());

        assertThat(train.code()).isEqualTo(2);
        assertThat(train.err()).contains("'isru' is no known activation").doesNotContain("\tat ");
    }

    @Test
    void refusesAnOptionOutOfItsRangeWithItsPlace() throws Exception {
        Outside.Result train = Outside.layerwise(
                folder,
                "train",
                ISRU.resolve("example.yaml").toString(),
                "--plugins",
                plugins.toString(),
                "--set",
                "network.layers[0].activation.alpha=-1");

        assertThat(train.code()).isEqualTo(2);
        assertThat(train.err()).contains("network.layers[0].activation.alpha: alpha must be > 0, got -1.0");
    }
}
