package org.layerwise.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A library of Python.
 *
 * @param name for the table's head
 * @param version what was found
 * @param python the interpreter that has it
 * @param script does the steps
 * @param precision {@code float64} or {@code float32}, for scripts that know both; others are float64
 */
record Peer(String name, String version, String python, String script, Optional<String> precision) implements Rival {
    /**
     * Those that an interpreter has. Interpreters are {@code LAYERWISE_PYTHON}, a path list, or {@code python3}; for
     * each library the first that can import it.
     */
    static List<Peer> found() {
        List<Peer> peers = new ArrayList<>();
        find("NumPy", "numpy", "numpy_steps.py", Optional.of("float64")).ifPresent(peers::add);
        find("NumPy float32", "numpy", "numpy_steps.py", Optional.of("float32")).ifPresent(peers::add);
        find("scikit-learn", "sklearn", "sklearn_steps.py", Optional.empty()).ifPresent(peers::add);
        find("PyTorch", "torch", "torch_steps.py", Optional.of("float64")).ifPresent(peers::add);
        find("PyTorch float32", "torch", "torch_steps.py", Optional.of("float32"))
                .ifPresent(peers::add);
        return peers;
    }

    /** What reads tables. */
    static Optional<Peer> pandas() {
        return find("pandas", "pandas", "pandas_read.py", Optional.empty());
    }

    @Override
    public String key() {
        return script.substring(0, script.indexOf('_'));
    }

    @Override
    public boolean isSingle() {
        return precision.filter("float32"::equals).isPresent();
    }

    @Override
    public Steps start(Workload workload, int threads) throws IOException {
        List<String> arguments =
                new ArrayList<>(Arrays.asList(workload.arguments().split(" ", -1)));
        precision.ifPresent(p -> arguments.addAll(List.of(p, String.valueOf(threads))));
        return ProcessSteps.startPython(python, script, arguments, threads);
    }

    private static Optional<Peer> find(String name, String module, String script, Optional<String> precision) {
        String interpreters =
                Optional.ofNullable(System.getenv("LAYERWISE_PYTHON")).orElse("python3");
        for (String python : interpreters.split(File.pathSeparator, -1)) {
            Optional<String> version = version(python, module);
            if (version.isPresent()) {
                return Optional.of(new Peer(name, version.get(), python, script, precision));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> version(String python, String module) {
        try {
            Process process = new ProcessBuilder(
                            python,
                            "-c",
                            "import " + module
                                    + " as m, sys; print(m.__version__, 'on Python', sys.version.split()[0])")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String reply = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(reply) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
