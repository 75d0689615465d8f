package org.layerwise.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A library that runs on the JVM, in a process of its own. It is there when its module below {@code benchmarks} was
 * built, which {@code ./layerwise-bench --peers=dl4j,djl} does and the ordinary build does not.
 *
 * @param key its module
 * @param precision {@code float64} or {@code float32}
 * @param main its program
 * @param classPath of it
 */
record JvmPeer(String key, String name, String version, String precision, String main, String classPath)
        implements Rival {
    /** Those that were built, below this folder. */
    static List<JvmPeer> found(Path benchmarks) throws IOException {
        List<JvmPeer> peers = new ArrayList<>();
        peers.addAll(find(
                benchmarks,
                "dl4j",
                "DL4J",
                jars -> version(jars, "deeplearning4j-nn") + " (" + build(jars) + "OpenBLAS "
                        + version(jars, "openblas") + ")"));
        peers.addAll(find(
                benchmarks,
                "djl",
                "PyTorch (DJL)",
                jars -> version(jars, "pytorch-native-cpu") + " through DJL " + version(jars, "pytorch-engine")));
        return peers;
    }

    @Override
    public boolean isSingle() {
        return precision.equals("float32");
    }

    @Override
    public Steps start(Workload workload, int threads) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath, main));
        command.addAll(Arrays.asList(workload.arguments().split(" ", -1)));
        command.addAll(List.of(precision, String.valueOf(threads)));
        return ProcessSteps.start(command, threads);
    }

    private static List<JvmPeer> find(Path benchmarks, String key, String name, UnaryOperator<String> version)
            throws IOException {
        Path target = benchmarks.resolve(key).resolve("target");
        Path list = target.resolve("classpath.txt");
        if (!Files.isReadable(list)) {
            return List.of();
        }
        String jars = Files.readString(list, StandardCharsets.UTF_8).strip();
        boolean whole = Arrays.stream(jars.split(File.pathSeparator, -1)).allMatch(jar -> Files.exists(Path.of(jar)));
        if (!whole) {
            return List.of();
        }
        String main = "org.layerwise.benchmarks." + key + "."
                + key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1) + "Steps";
        String classPath = target.resolve("classes") + File.pathSeparator + jars;
        return List.of(
                new JvmPeer(key, name, version.apply(jars), "float64", main, classPath),
                new JvmPeer(key, name + " float32", version.apply(jars), "float32", main, classPath));
    }

    private static String version(String jars, String artifact) {
        return first(jars, "/" + Pattern.quote(artifact) + "-([0-9][^/:]*?)(?:-(?:linux|macosx|windows)[^/:]*)?\\.jar")
                .orElse("of unknown version");
    }

    /** Which build of its native code. */
    private static String build(String jars) {
        return Pattern.compile("/nd4j-native-[0-9][^/:]*?-((?:linux|macosx|windows)[^/:]*)\\.jar")
                .matcher(jars)
                .results()
                .map(match -> match.group(1) + ", ")
                .collect(Collectors.joining());
    }

    private static Optional<String> first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
