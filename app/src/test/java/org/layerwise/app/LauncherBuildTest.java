package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the script that starts Layerwise from a checkout builds: in a small checkout, with a Maven and a Java that say how they are called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherBuildTest {
    @TempDir(factory = QuickFolder.class)
    private Path folder;

    private SmallCheckout checkout;

    @BeforeEach
    void makeACheckout() throws IOException {
        checkout = new SmallCheckout(folder);
    }

    @Test
    void buildsAtFirstUseAndStartsWhatItBuilt() throws IOException, InterruptedException {
        SmallCheckout.Ended ended = checkout.start("--help");
        assertThat(ended.err()).startsWith("layerwise: building, because this is the first use");
        assertThat(checkout.builds())
                .containsExactly(checkout.jdk() + ": -q -Dquick -Dmaven.test.skip=true -pl app -am package");
        assertThat(ended.code()).isEqualTo(SmallCheckout.CODE);
        assertThat(ended.out()).contains("/layerwise.jar>\n<--help>\n");
        Path launch = checkout.launch();
        Path build = launch.resolve(Files.readString(launch.resolve("current")).strip());
        assertThat(build.resolve("layerwise.jar")).hasContent("app");
        assertThat(build.resolve("layerwise-core-1.jar")).hasContent("core");
        assertThat(build.resolve("library-1.jar")).hasContent("library");
        assertThat(ended.out()).contains("<-jar>\n<" + build.resolve("layerwise.jar") + ">\n");
        assertThat(launch.resolve("lock")).doesNotExist();
    }

    @Test
    void doesNotBuildAgainWhereNothingChanged() throws IOException, InterruptedException {
        checkout.start();
        SmallCheckout.Ended again = checkout.start();
        assertThat(again.err()).isEmpty();
        assertThat(checkout.builds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "core/pom.xml",
                "core/src/main/java/A.java",
                "core/src/main/resources/new.txt",
                "new/pom.xml"
            })
    void buildsAgainWhereThisChanged(String changed) throws IOException, InterruptedException {
        checkout.start();
        checkout.write(changed, "new");
        SmallCheckout.Ended again = checkout.start("--help");
        assertThat(again.err())
                .startsWith("layerwise: building, because " + changed.replaceAll("/resources/.*", ""))
                .endsWith(" has changed\n");
        assertThat(again.out()).endsWith("<--help>\n");
        assertThat(checkout.builds()).hasSize(2);
        assertThat(checkout.start().err()).isEmpty();
        assertThat(checkout.builds()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"core/src/test/java/ATest.java", "app/src/test/java/New.java", "README.md", "examples/new.yaml"})
    void doesNotBuildAgainForTestsAndDocuments(String changed) throws IOException, InterruptedException {
        checkout.start();
        checkout.write(changed, "new");
        assertThat(checkout.start().err()).isEmpty();
        assertThat(checkout.builds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"testkit/pom.xml", "testkit/src/main/java/A.java"})
    void doesNotBuildAgainForModulesThatAreNoPartOfIt(String changed) throws IOException, InterruptedException {
        checkout.start();
        checkout.write(changed, "new");
        assertThat(checkout.start().err()).isEmpty();
        assertThat(checkout.builds()).hasSize(1);
    }

    @Test
    void buildsAgainWhereASourceIsGone() throws IOException, InterruptedException {
        checkout.start();
        Files.delete(checkout.root().resolve("core/src/main/java/A.java"));
        assertThat(checkout.start().err()).isEqualTo("layerwise: building, because core/src/main/java has changed\n");
    }

    @Test
    void leavesABuildToThoseThatRunFromIt() throws IOException, InterruptedException {
        Path first = checkout.start().jar();
        checkout.write("pom.xml", "new");
        assertThat(checkout.start().jar()).isNotEqualTo(first);
        assertThat(first).exists();
    }

    @Test
    void saysThatABuildFailsAndTriesAgain() throws IOException, InterruptedException {
        Path broken = checkout.mark("broken");
        for (int i = 0; i < 2; i++) {
            SmallCheckout.Ended ended = checkout.start("--help");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).endsWith("A.java: no such symbol\nlayerwise: the build failed, see above\n");
        }
        assertThat(checkout.builds()).hasSize(2);
        assertThat(checkout.launch()).isEmptyDirectory();
        Files.delete(broken);
        assertThat(checkout.start().code()).isEqualTo(SmallCheckout.CODE);
    }

    @Test
    void startsNothingOldAfterABuildFailed() throws IOException, InterruptedException {
        checkout.start();
        checkout.write("core/src/main/java/A.java", "class A");
        checkout.mark("broken");
        SmallCheckout.Ended ended = checkout.start();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void takesAwayTheLockOfABuildThatWasKilled() throws IOException, InterruptedException {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path launch = Files.createDirectories(checkout.launch());
        Files.createSymbolicLink(launch.resolve("lock"), Path.of(String.valueOf(gone.pid())));
        SmallCheckout.Ended ended = checkout.start();
        assertThat(ended.code()).isEqualTo(SmallCheckout.CODE);
        assertThat(ended.err()).doesNotContain("waiting");
        assertThat(checkout.builds()).hasSize(1);
        try (Stream<Path> left = Files.list(launch)) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("lock"));
        }
    }

    @Test
    void ofSeveralThatStartAtOnceOneBuilds() throws IOException, InterruptedException {
        checkout.mark("slow");
        List<SmallCheckout.Started> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(checkout.begin(folder, Map.of(), List.of(checkout.launcher().toString())));
        }
        for (SmallCheckout.Started one : all) {
            assertThat(one.end().code()).isEqualTo(SmallCheckout.CODE);
        }
        assertThat(checkout.builds()).hasSize(1);
    }

    @Test
    void knowsWhichModulesAreNoPartOfTheProgram() throws IOException {
        String line = Files.readAllLines(SmallCheckout.LAUNCHER).stream()
                .filter(l -> l.startsWith("others="))
                .findFirst()
                .orElseThrow();
        List<String> others = List.of(line.replaceAll("others='|'", "").strip().split(" "));
        assertThat(others)
                .allSatisfy(
                        module -> assertThat(Path.of("..", module, "pom.xml")).exists());
        assertThat(System.getProperty("java.class.path").split(":"))
                .noneMatch(entry -> others.stream()
                        .anyMatch(module -> entry.contains("/" + module + "/target/")
                                || entry.contains("/layerwise-" + module + "-")));
    }
}
