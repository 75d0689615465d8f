package org.layerwise.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The outsiders' projects, which the build has copied and built, and their local repository. */
final class Outside {
    private static final Path PROJECTS = Path.of("target", "outside", "projects");
    private static final Path REPOSITORY = Path.of(System.getProperty("outside.repository", "target/repository"));

    private Outside() {}

    /** What a process printed and its exit code. */
    record Result(int code, String out, String err) {}

    static Path project(String name) {
        return PROJECTS.resolve(name).toAbsolutePath();
    }

    /** The folder of the artifacts that this build has published. */
    static Path published() {
        return REPOSITORY.resolve("org").resolve("layerwise");
    }

    static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    /** The jars that a project runs with besides its own. */
    static List<Path> classPath(String project) throws IOException {
        String text = Files.readString(project(project).resolve("target/classpath.txt"));
        return Stream.of(text.strip().split(File.pathSeparator)).map(Path::of).toList();
    }

    static String nameOf(Path jar) {
        return String.valueOf(jar.getFileName());
    }

    /** The command line, in a process of its own. */
    static Result layerwise(Path directory, String... arguments) throws Exception {
        return layerwiseWith(List.of(), directory, arguments);
    }

    /** The command line with further jars on the class path. */
    static Result layerwiseWith(List<Path> jars, Path directory, String... arguments) throws Exception {
        List<String> classPath = new ArrayList<>(List.of(System.getProperty("java.class.path")));
        jars.forEach(jar -> classPath.add(jar.toString()));
        return java(directory, classPath, "org.layerwise.app.Main", arguments);
    }

    static Result java(Path directory, List<String> classPath, String mainClass, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("-cp", String.join(File.pathSeparator, classPath), mainClass));
        all.addAll(List.of(arguments));
        return process(directory, all.toArray(new String[0]));
    }

    /** Java in a process of its own, with these arguments. */
    static Result process(Path directory, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("outside", ".out");
        Path err = Files.createTempFile("outside", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeAll(List.of("LAYERWISE_PLUGINS", "JAVA_TOOL_OPTIONS"));
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            assertThat(command).as("ends within two minutes").isEmpty();
        }
        Result result = new Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
        Files.delete(out);
        Files.delete(err);
        return result;
    }
}
