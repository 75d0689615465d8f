package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the script that starts Layerwise from a checkout starts, and with which Java: in a small checkout, with a Maven and a Java that say how they are called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherStartTest {
    @TempDir(factory = QuickFolder.class)
    private Path folder;

    private SmallCheckout checkout;

    @BeforeEach
    void makeACheckout() throws IOException {
        checkout = new SmallCheckout(folder);
    }

    @Test
    void recordsAnArchiveOfClassesOnceForEachBuild() throws IOException, InterruptedException {
        SmallCheckout.Ended first = checkout.start("--help");
        assertThat(first.out()).containsPattern("<-XX:SharedArchiveFile=.*/build-\\d+/classes-17\\.0\\.9\\.jsa>");
        assertThat(checkout.start("--help").out()).isEqualTo(first.out());
        assertThat(checkout.jdk().resolve("bin/dumps")).hasContent("dumped");
    }

    @Test
    void passesArgumentsOnUnharmed() throws IOException, InterruptedException {
        String[] arguments = {"train", "my file.yaml", "--set", "name=a b", "", "*", "$HOME", "it's", "\"q\"", "ü\\n"};
        StringBuilder expected = new StringBuilder("/layerwise.jar>\n");
        Arrays.stream(arguments).forEach(a -> expected.append('<').append(a).append(">\n"));
        assertThat(checkout.start(arguments).out()).endsWith(expected);
    }

    @Test
    void startsInTheFolderWhereItIsCalledAndThroughLinks() throws IOException, InterruptedException {
        Path elsewhere = Files.createDirectories(folder.resolve("some where/else"));
        Files.createSymbolicLink(elsewhere.resolve("lw"), Path.of("../../a check-out/layerwise"));
        SmallCheckout.Ended ended = checkout.begin(elsewhere, Map.of(), List.of("./lw", "data", "x.csv"))
                .end();
        assertThat(ended.out())
                .startsWith("<" + checkout.jdk() + ">\n<./lw>\n<" + elsewhere.toRealPath() + ">\n")
                .endsWith("/a check-out/"
                        + checkout.root().relativize(ended.jar().toAbsolutePath()) + ">\n<data>\n<x.csv>\n");
    }

    @Test
    void findsJavaOnThePathWithoutJavaHome() throws IOException, InterruptedException {
        Path links = Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(links.resolve("java"), checkout.jdk().resolve("bin/java"));
        String path = links + ":" + System.getenv("PATH");
        SmallCheckout.Ended ended = checkout.begin(
                        folder,
                        Map.of("JAVA_HOME", "", "PATH", path),
                        List.of(checkout.launcher().toString()))
                .end();
        assertThat(ended.code()).as(ended.err()).isEqualTo(SmallCheckout.CODE);
        assertThat(checkout.builds()).singleElement().asString().startsWith(checkout.jdk() + ": ");
    }

    @Test
    void refusesAJavaThatIsTooOldOrNotThereOrHasNoCompiler() throws IOException, InterruptedException {
        checkout.use(checkout.jdk("old", "11.0.2"));
        assertThat(checkout.start())
                .isEqualTo(new SmallCheckout.Ended(
                        2,
                        "",
                        "layerwise: " + checkout.jdk() + "/bin/java is Java 11.0.2; Layerwise needs a JDK 17 or"
                                + " newer (set JAVA_HOME to one)\n"));
        checkout.use(checkout.jdk("ancient", "1.8.0_402"));
        assertThat(checkout.start().err()).contains("is Java 1.8.0_402; Layerwise needs");
        checkout.use(folder.resolve("none"));
        assertThat(checkout.start())
                .isEqualTo(new SmallCheckout.Ended(
                        2,
                        "",
                        "layerwise: JAVA_HOME is '" + checkout.jdk() + "', but there is no bin/java in it; set it"
                                + " to a JDK 17 or newer\n"));
        checkout.use(checkout.jdk("a jre", "25"));
        Files.delete(checkout.jdk().resolve("bin/javac"));
        SmallCheckout.Ended jre = checkout.start();
        assertThat(jre.code()).isEqualTo(2);
        assertThat(jre.err()).contains("has no compiler beside it; building needs a JDK, not a JRE");
        assertThat(checkout.builds()).isEmpty();
    }
}
