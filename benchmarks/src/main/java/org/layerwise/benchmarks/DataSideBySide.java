package org.layerwise.benchmarks;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;

/**
 * Reading of files: a table of a million rows and 30 columns of numbers beside pandas' C parser, in alternating rounds, and in
 * as little heap as it takes; images in IDX files and in HDF5. {@code ./layerwise-bench} has them read by the launcher's
 * Java, with its options and its archive of classes.
 *
 * <p>Arguments: {@code --rounds=N} (default 7), {@code --rows=N} (default 1000000), {@code --mnist=FOLDER} and
 * {@code --cats=FILE} for those files.
 */
public final class DataSideBySide {
    private static final int COLUMNS = 30;
    private static final double MOST_MEMORY = 1.3;

    /** As the launcher starts Java. */
    private static final List<String> LAUNCHER = List.of(
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:+EnableVectorSupport",
            "-XX:Tier4InvocationThreshold=15000",
            "-XX:Tier4MinInvocationThreshold=2000",
            "-XX:Tier4CompileThreshold=45000",
            "-XX:Tier4BackEdgeThreshold=120000");

    private final PrintStream out;
    private final Arguments arguments;

    private DataSideBySide(PrintStream out, Arguments arguments) {
        this.out = out;
        this.arguments = arguments;
    }

    /** Prints a Markdown table. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        new DataSideBySide(
                        out,
                        Arguments.orExit(arguments, List.of(), List.of("--rounds=", "--rows=", "--mnist=", "--cats=")))
                .run();
    }

    private void run() throws IOException {
        out.println("| reading | Layerwise, first read of a new JVM ms | once warm ms | peer, warm ms | times |");
        out.println("|---|---:|---:|---:|---:|");
        int rows = arguments.number("--rows=", 1_000_000);
        Path table = Files.createTempFile("layerwise-bench", ".csv");
        try {
            write(table, rows);
            Optional<Peer> pandas = Peer.pandas();
            compare("csv, " + rows + " x " + COLUMNS, List.of("csv", table.toString()), table, pandas);
            memory(table, rows);
        } finally {
            Files.delete(table);
        }
        Optional<Path> mnist = arguments.value("--mnist=").map(Path::of);
        if (mnist.isPresent()) {
            String images = mnist.get().resolve("train-images-idx3-ubyte.gz").toString();
            String labels = mnist.get().resolve("train-labels-idx1-ubyte.gz").toString();
            alone("MNIST, 60000 images, gzipped IDX", List.of("idx", images, labels));
        }
        Optional<String> cats = arguments.value("--cats=");
        if (cats.isPresent()) {
            alone("cats, 209 images, HDF5", List.of("hdf5", cats.get(), "train_set_x", "train_set_y"));
        }
    }

    private static void write(Path table, int rows) throws IOException {
        RandomSource random = new Splittable().seeded(1);
        try (BufferedWriter writer = Files.newBufferedWriter(table, StandardCharsets.UTF_8)) {
            for (int c = 1; c <= COLUMNS; c++) {
                writer.write("x" + c + (c < COLUMNS ? "," : "\n"));
            }
            for (int i = 0; i < rows; i++) {
                for (int c = 1; c <= COLUMNS; c++) {
                    writer.write(Double.toString(Math.rint(1e6 * random.nextGaussian()) / 1e6));
                    writer.write(c < COLUMNS ? ',' : '\n');
                }
            }
        }
    }

    private void compare(String what, List<String> own, Path table, Optional<Peer> peer) throws IOException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        String memory = "";
        int rounds = arguments.number("--rounds=", 7);
        try (Conversation reading = Conversation.with(java(List.of(), own))) {
            double first = Double.parseDouble(reading.round()[0]);
            reading.round();
            reading.round();
            Optional<Conversation> other = Optional.empty();
            try {
                if (peer.isPresent()) {
                    other = Optional.of(Conversation.withPython(
                            peer.get().python(), peer.get().script(), List.of(table.toString())));
                    other.get().round();
                }
                for (int r = 0; r < rounds; r++) {
                    ours.add(Double.parseDouble(reading.round()[0]));
                    if (other.isPresent()) {
                        String[] reply = other.get().round();
                        theirs.add(Double.parseDouble(reply[0]));
                        memory = reply[2];
                    }
                }
            } finally {
                other.ifPresent(Conversation::close);
            }
            print(what, first, median(ours), theirs.isEmpty() ? Double.NaN : median(theirs));
        }
        if (peer.isPresent()) {
            out.println(
                    "\npandas " + peer.get().version() + ": at most " + memory + " MB of memory, its own included\n");
        }
    }

    private void alone(String what, List<String> own) throws IOException {
        try (Conversation reading = Conversation.with(java(List.of(), own))) {
            double first = Double.parseDouble(reading.round()[0]);
            for (int r = 0; r < 10; r++) {
                reading.round();
            }
            List<Double> warm = new ArrayList<>();
            for (int r = 0; r < 7; r++) {
                warm.add(Double.parseDouble(reading.round()[0]));
            }
            print(what, first, median(warm), Double.NaN);
        }
    }

    private void print(String what, double first, double warm, double peer) {
        String compared = Double.isNaN(peer) ? "– | –" : String.format(Locale.ROOT, "%.0f | %.2f", peer, peer / warm);
        out.printf(Locale.ROOT, "| %s | %.0f | %.0f | %s |%n", what, first, warm, compared);
    }

    /** Reads the table in a heap of 1.3 times what its doubles take. */
    private void memory(Path table, int rows) throws IOException {
        long most = (long) (MOST_MEMORY * rows * COLUMNS * Double.BYTES);
        List<String> options = List.of("-Xmx" + (most >> 10) + "k", "-XX:+UseSerialGC");
        try (Conversation reading = Conversation.with(java(options, List.of("csv", table.toString())))) {
            String[] reply = reading.round();
            out.printf(
                    Locale.ROOT,
                    "in a heap of %d MB, %.1f times the doubles: %s in %s ms%n%n",
                    most / 1_000_000,
                    MOST_MEMORY,
                    reply[1],
                    reply[0]);
        }
    }

    private static List<String> java(List<String> options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        String path = System.getProperty("java.class.path");
        Optional<Path> launch =
                Optional.ofNullable(System.getenv("LAYERWISE_LAUNCH")).map(Path::of);
        if (launch.isPresent()) {
            command.addAll(LAUNCHER);
            command.addAll(archive(launch.get()));
            path = launch.get().resolve("layerwise.jar") + File.pathSeparator + path;
        }
        command.addAll(List.of("-cp", path, DataReading.class.getName()));
        command.addAll(arguments);
        return command;
    }

    /** The option that names the launcher's archive of classes, where it has made one. */
    private static List<String> archive(Path launch) throws IOException {
        try (Stream<Path> inside = Files.list(launch)) {
            return inside.filter(file -> file.toString().endsWith(".jsa"))
                    .filter(file -> file.toFile().length() > 0)
                    .map(file -> "-XX:SharedArchiveFile=" + file)
                    .toList();
        }
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
