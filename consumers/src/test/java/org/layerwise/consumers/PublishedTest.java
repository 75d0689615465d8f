package org.layerwise.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The artifacts as others get them. */
class PublishedTest {
    static List<Path> jars() throws IOException {
        return Outside.files(Outside.published(), ".jar").stream()
                .filter(jar -> !Outside.nameOf(jar).startsWith("layerwise-consumers-")) // never published
                .toList();
    }

    private static String artifactOf(Path jar) {
        return Outside.nameOf(jar).replaceFirst("-\\d.*", "");
    }

    @Test
    void thereIsOneJarForEachModule() throws IOException {
        assertThat(jars().stream().map(PublishedTest::artifactOf))
                .contains("layerwise-core", "layerwise-activations", "layerwise-app", "layerwise-testkit")
                .contains("layerwise-plugin-archetype", "layerwise-descriptions")
                .doesNotContain("layerwise-benchmarks")
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(15);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void everyJarSaysTheNameOfItsModule(Path jar) throws IOException {
        try (JarFile opened = new JarFile(jar.toFile())) {
            String name = opened.getManifest().getMainAttributes().getValue("Automatic-Module-Name");
            String artifact = artifactOf(jar).replaceFirst("layerwise-", "").replace("-", "");

            assertThat(name).as("Automatic-Module-Name of %s", jar).startsWith("org.layerwise.");
            assertThat(artifact)
                    .endsWith(name.replaceFirst("org\\.layerwise\\.", "").replace(".", ""));
        }
    }

    @Test
    void noPackageIsInTwoJars() throws IOException {
        Map<String, String> modules = new HashMap<>();
        ModuleFinder.of(jars().toArray(new Path[0])).findAll().forEach(module -> {
            ModuleDescriptor descriptor = module.descriptor();
            descriptor
                    .packages()
                    .forEach(name -> assertThat(modules.putIfAbsent(name, descriptor.name()))
                            .as("package %s of %s", name, descriptor.name())
                            .isNull());
        });
        assertThat(modules).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void everyPomStandsForItself(Path jar) throws IOException {
        String pom = Files.readString(jar.resolveSibling(Outside.nameOf(jar).replaceFirst("\\.jar$", ".pom")));

        assertThat(pom)
                .contains("<name>Layerwise: ", "<license>")
                .doesNotContain("<parent>", "<dependencyManagement>", "<scope>test</scope>", "${");
    }

    @Test
    void theBomHasTheVersionOfEveryModule() throws IOException {
        String bom = Files.readString(Outside.files(Outside.published().resolve("layerwise-bom"), ".pom")
                .get(0));
        Stream<String> expected =
                jars().stream().map(PublishedTest::artifactOf).filter(name -> !name.endsWith("-archetype"));

        assertThat(expected).allSatisfy(name -> assertThat(bom).contains("<artifactId>" + name + "</artifactId>"));
        assertThat(bom).doesNotContain("<parent>", "junit", "jackson");
    }
}
