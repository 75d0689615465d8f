package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A checkout with the launcher, a few files, and a Maven and a Java that say how they are called. */
final class SmallCheckout {
    static final Path LAUNCHER = Path.of("..", "layerwise");
    /** How the Java that stands in for the real one ends. */
    static final int CODE = 42;

    private final Path folder;
    private Path jdk;

    /** @param folder an empty one, for the checkout and what it needs */
    SmallCheckout(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(root());
        Files.copy(LAUNCHER, launcher(), StandardCopyOption.COPY_ATTRIBUTES);
        jdk = jdk("a jdk", "17.0.9");
        for (String module : List.of("app", "core", "testkit")) {
            write(module + "/pom.xml", "<project/>");
            write(module + "/src/main/java/A.java", "class A {}");
            write(module + "/src/test/java/ATest.java", "class ATest {}");
        }
        write("pom.xml", "<project/>");
        write("examples/planar-flower.yaml", "name: flower");
        Files.writeString(folder.resolve("library-1.jar"), "library");
        script("a check-out/mvnw", """
                echo "$JAVA_HOME: $*" >>../builds
                [ ! -e ../broken ] || { echo 'A.java: no such symbol' >&2; exit 1; }
                [ ! -e ../slow ] || sleep 0.5
                mkdir -p app/target core/target
                echo app >app/target/layerwise-app-1.jar
                echo core >core/target/layerwise-core-1.jar
                printf '%s:%s' "$PWD/core/target/layerwise-core-1.jar" "${PWD%/*}/library-1.jar" >app/target/classpath.txt
                """);
        age();
    }

    Path root() {
        return folder.resolve("a check-out");
    }

    Path launcher() {
        return root().resolve("layerwise");
    }

    /** Where builds are kept. */
    Path launch() {
        return root().resolve("app/target/launch");
    }

    Path jdk() {
        return jdk;
    }

    /** Starts with this as JAVA_HOME from now on. */
    void use(Path home) {
        jdk = home;
    }

    /** Makes a JDK whose Java prints where it is, the command and folder it is called with, and its arguments. */
    Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(name + "/bin/javac", "exit 1\n");
        script(name + "/bin/java", """
                for argument; do
                  case $argument in
                    -XX:DumpLoadedClassList=*) echo classes >"${argument#*=}"; exit ;;
                    -XX:SharedArchiveFile=*) archive=${argument#*=} ;;
                    -Xshare:dump) dump=yes ;;
                  esac
                done
                [ -z "${dump:-}" ] || { echo dumped >>"${0%/*}/dumps"; echo archive >"$archive"; exit; }
                printf '<%s>\\n' "${0%/bin/java}" "$LAYERWISE_COMMAND" "$PWD" "$@"
                exit 42
                """);
        return home;
    }

    private void script(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Writes a file of the checkout. */
    void write(String name, String text) throws IOException {
        Path file = root().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Makes all that is there older than any build. */
    private void age() throws IOException {
        try (Stream<Path> all = Files.walk(root())) {
            for (Path file : (Iterable<Path>) all::iterator) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
            }
        }
    }

    /** Makes every build fail, or be slow, while a file {@code broken} or {@code slow} is there. */
    Path mark(String name) throws IOException {
        return Files.createFile(folder.resolve(name));
    }

    /** What each build was called with: JAVA_HOME and the arguments. */
    List<String> builds() throws IOException {
        Path log = folder.resolve("builds");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    /** What the launcher printed and how it ended. */
    record Ended(int code, String out, String err) {
        /** The jar that was started. */
        Path jar() {
            return out.lines()
                    .filter(line -> line.endsWith("/layerwise.jar>"))
                    .map(line -> Path.of(line.substring(1, line.length() - 1)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A launcher that has begun. */
    record Started(Process process, Path out, Path err) {
        Ended end() throws IOException, InterruptedException {
            boolean ended = process.waitFor(1, TimeUnit.MINUTES);
            process.destroyForcibly();
            Ended said = new Ended(ended ? process.waitFor() : -1, Files.readString(out), Files.readString(err));
            assertThat(ended).as("%s ends", said).isTrue();
            return said;
        }
    }

    /** Starts the launcher beside the checkout. */
    Ended start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher().toString()));
        command.addAll(Arrays.asList(arguments));
        return begin(folder, Map.of(), command).end();
    }

    Started begin(Path directory, Map<String, String> environment, List<String> command) throws IOException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("JAVA") || key.startsWith("LAYERWISE"));
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().putAll(environment);
        return new Started(builder.start(), out, err);
    }
}
