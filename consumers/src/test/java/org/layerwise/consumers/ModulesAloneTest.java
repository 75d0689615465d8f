package org.layerwise.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects that use a single module: what they bring, and that they run with it. */
class ModulesAloneTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static Outside.Result run(String module, String mainClass) throws Exception {
        Path project = Outside.project("embedding/" + module);
        List<String> classPath =
                new ArrayList<>(List.of(project.resolve("target/classes").toString()));
        Outside.classPath("embedding/" + module).forEach(jar -> classPath.add(jar.toString()));
        return Outside.java(project, classPath, "org.example." + mainClass, project.toString());
    }

    private static List<String> brings(String module) throws Exception {
        List<String> jars = Outside.classPath("embedding/" + module).stream()
                .map(Outside::nameOf)
                .toList();
        System.out.println("layerwise-" + module + " brings " + jars.size() + " jars: " + String.join(", ", jars));
        return jars;
    }

    @ParameterizedTest
    @CsvSource({
        "activations, UsesActivations, a = DenseMatrix{{-0.2;0.5;3.0}}",
        "optimizers, UsesOptimizers, x = 3.000",
        "gradcheck, UsesGradcheck, gradient wrong: difference 6.2",
        "data-io, UsesDataIo, X is 2x9",
        "data-parquet, UsesDataParquet, X is 3x300",
        "training, UsesTraining, accuracy="
    })
    void runsWithWhatItBrings(String module, String mainClass, String expected) throws Exception {
        Outside.Result result = run(module, mainClass);

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains(expected.replace(';', ','));
    }

    @ParameterizedTest
    @CsvSource({"activations", "optimizers"})
    void aLeafBringsTheCoreAndOneLibrary(String module) throws Exception {
        assertThat(brings(module))
                .hasSize(3)
                .anyMatch(jar -> jar.startsWith("layerwise-" + module))
                .anyMatch(jar -> jar.startsWith("layerwise-core"))
                .anyMatch(jar -> jar.startsWith("commons-math3"));
    }

    @Test
    void gradcheckBringsTheNetworkAndNothingElse() throws Exception {
        assertThat(brings("gradcheck").stream().filter(jar -> !jar.startsWith("layerwise-")))
                .singleElement()
                .asString()
                .startsWith("commons-math3");
    }

    @Test
    void dataIoBringsTheReadersLibrariesAndNoNetwork() throws Exception {
        assertThat(brings("data-io").stream().filter(jar -> jar.startsWith("layerwise-")))
                .allMatch(jar -> jar.startsWith("layerwise-data-io") || jar.startsWith("layerwise-core"));
    }

    /** Snappy and zstd are native where Parquet's writers chose them. */
    @Test
    void dataParquetBringsItsLibrariesAndNeitherHadoopNorTheNetwork() throws Exception {
        assertThat(brings("data-parquet"))
                .anyMatch(jar -> jar.startsWith("layerwise-data-parquet"))
                .noneMatch(jar -> Stream.of("hadoop-c", "guice", "jackson-core", "snakeyaml", "picocli", "junit")
                        .anyMatch(jar::contains))
                .filteredOn(jar -> jar.startsWith("layerwise-"))
                .hasSize(3);
    }

    @Test
    void trainingBringsNeitherGuiceNorYamlNorNativeCode() throws Exception {
        assertThat(brings("training"))
                .noneMatch(jar -> Stream.of(
                                "guice", "guava", "jackson", "snakeyaml", "picocli", "openblas", "javacpp", "junit")
                        .anyMatch(jar::contains));
    }

    /** A module of one's own that requires one of ours by name: class path and module path find the same. */
    @Test
    void canBeRequiredByANamedModule() throws Exception {
        List<String> modulePath = Outside.classPath("embedding/optimizers").stream()
                .map(Path::toString)
                .toList();
        Files.writeString(folder.resolve("module-info.java"), """
                module org.example.named {
                    requires org.layerwise.optimizers;
                    requires org.layerwise.core;
                }
                """);
        Files.writeString(folder.resolve("Named.java"), """
                package org.example.named;
                import org.layerwise.core.Registry;
                import org.layerwise.optimizers.Optimizer;
                public final class Named {
                    public static void main(String[] arguments) {
                        Registry registry = Registry.load();
                        System.out.println(Named.class.getModule() + " uses " + Optimizer.class.getModule());
                        System.out.println(registry.find(Optimizer.class, "adam") + " "
                                + registry.origin(Optimizer.class, "adam"));
                    }
                }
                """);
        String path = String.join(File.pathSeparator, modulePath);
        Path classes = folder.resolve("classes");
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-p",
                        path,
                        "-d",
                        classes.toString(),
                        folder.resolve("module-info.java").toString(),
                        folder.resolve("Named.java").toString());
        assertThat(code).isZero();
        Outside.Result result = Outside.process(
                folder, "-p", classes + File.pathSeparator + path, "-m", "org.example.named/org.example.named.Named");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("module org.example.named uses module org.layerwise.optimizers")
                .contains("class org.layerwise.optimizers.Adam", "layerwise-optimizers-");
    }
}
