package org.layerwise.testkit.internal;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.layerwise.core.Splittable;
import org.layerwise.core.SplittableRandomSource;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.testkit.Subject;

/** The checks of readers with their files elsewhere, missing, cut or damaged. */
public final class ReaderFaults {
    private static final int DAMAGES = 24;

    private final Path samples;

    /** Checks with copies of the files in this folder. */
    public ReaderFaults(Path samples) {
        this.samples = samples;
    }

    private static Dataset read(DatasetReader reader, Path folder) throws IOException {
        return reader.read(new ReadContext(folder, new Splittable()));
    }

    /** The paths that the options name. */
    private static List<Path> pathsOf(Subject<DatasetReader> subject) throws ReflectiveOperationException {
        List<Path> paths = new ArrayList<>();
        for (Object value : OptionValues.values(subject)) {
            Object inner = value instanceof Optional<?> optional
                    ? optional.map(Object.class::cast).orElse("")
                    : value;
            if (inner instanceof Path path) {
                paths.add(path);
            }
        }
        return paths;
    }

    /** Copies what the options name, folders with all that is in them. */
    private void copyTo(Path folder, Subject<DatasetReader> subject) throws Exception {
        for (Path path : pathsOf(subject)) {
            Path from = samples.resolve(path);
            try (Stream<Path> tree = Files.walk(from)) {
                for (Path source : tree.toList()) {
                    Path to = folder.resolve(samples.relativize(source).toString());
                    Files.createDirectories(Files.isDirectory(source) ? to : to.resolveSibling("."));
                    if (!Files.isDirectory(source)) {
                        Files.copy(source, to);
                    }
                }
            }
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Reads, or fails with a DataException that names one of the files or folders. */
    private static Optional<Dataset> attempt(DatasetReader reader, Path folder, String on) throws IOException {
        try {
            Dataset dataset = read(reader, folder);
            dataset.featureMatrix();
            return Optional.of(dataset);
        } catch (DataException e) {
            Require.that(
                    e.getMessage() != null && !e.getMessage().isBlank(), () -> "refuses " + on + " without a reason");
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("fails on " + on + " with " + e + " instead of a DataException", e);
        }
    }

    /** Another folder. */
    public void readsFromAnyFolder(Subject<DatasetReader> subject) throws Exception {
        Folders.in(folder -> {
            copyTo(folder, subject);
            Tables.requireSame(
                    read(subject.component(), samples), read(subject.component(), folder), "the same files elsewhere");
        });
    }

    /** The subject with its paths changed. */
    private static DatasetReader withPaths(Subject<DatasetReader> subject, UnaryOperator<Path> change)
            throws ReflectiveOperationException {
        Object[] values = OptionValues.values(subject);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Path path) {
                values[i] = change.apply(path);
            } else if (values[i] instanceof Optional<?> optional && optional.orElse(null) instanceof Path path) {
                values[i] = Optional.of(change.apply(path));
            }
        }
        try {
            return (DatasetReader) OptionValues.canonical(subject).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new AssertionError("refuses another path: " + e.getCause(), e.getCause());
        }
    }

    /** Absolute paths. */
    public void takesAbsolutePaths(Subject<DatasetReader> subject) throws Exception {
        DatasetReader absolute =
                withPaths(subject, path -> samples.resolve(path).toAbsolutePath());
        Folders.in(folder -> Tables.requireSame(
                read(subject.component(), samples), read(absolute, folder), "what an absolute path names"));
    }

    /** Files afterwards. */
    public void leavesFiles(Subject<DatasetReader> subject) throws Exception {
        Folders.in(folder -> {
            copyTo(folder, subject);
            List<Path> before = filesIn(folder);
            List<byte[]> contents = new ArrayList<>();
            for (Path file : before) {
                contents.add(Files.readAllBytes(file));
            }
            read(subject.component(), folder);
            for (int i = 0; i < before.size(); i++) {
                Path file = before.get(i);
                boolean same = Files.exists(file) && Arrays.equals(contents.get(i), Files.readAllBytes(file));
                Require.that(same, () -> "it changes " + file.getFileName());
            }
        });
    }

    /** An empty folder. */
    public void namesTheMissingFile(Subject<DatasetReader> subject) throws Exception {
        List<Path> paths = pathsOf(subject);
        Folders.in(folder -> {
            try {
                read(subject.component(), folder);
                Require.that(paths.isEmpty(), () -> "it reads without " + paths);
            } catch (DataException e) {
                String message = String.valueOf(e.getMessage());
                Require.that(
                        paths.stream().anyMatch(path -> message.contains(String.valueOf(path.getFileName()))),
                        () -> "the message '" + message + "' names none of " + paths);
            }
        });
    }

    /** Folders for files. */
    public void refusesOtherKinds(Subject<DatasetReader> subject) throws Exception {
        for (Path path : pathsOf(subject)) {
            Folders.in(folder -> {
                Path there = folder.resolve(path.toString());
                boolean wasFolder = Files.isDirectory(samples.resolve(path));
                Files.createDirectories(wasFolder ? there.resolveSibling(".") : there);
                if (wasFolder) {
                    Files.writeString(there, "no folder");
                }
                Optional<Dataset> read = attempt(subject.component(), folder, "a folder for a file");
                Require.that(read.isEmpty(), () -> "it reads a folder for a file, or the reverse, as " + path);
            });
        }
    }

    /** No bytes. */
    public void refusesEmptyFiles(Subject<DatasetReader> subject) throws Exception {
        if (pathsOf(subject).isEmpty()) {
            return;
        }
        Folders.in(folder -> {
            copyTo(folder, subject);
            for (Path file : filesIn(folder)) {
                byte[] whole = Files.readAllBytes(file);
                Files.write(file, new byte[0]);
                Optional<Dataset> read = attempt(subject.component(), folder, "the empty file " + file.getFileName());
                Require.that(read.isEmpty(), () -> "it reads the empty file " + file.getFileName());
                Files.write(file, whole);
            }
        });
    }

    /** Files that end early. */
    public void survivesCuts(Subject<DatasetReader> subject) throws Exception {
        int examples = read(subject.component(), samples).examples();
        Folders.in(folder -> {
            copyTo(folder, subject);
            for (Path file : filesIn(folder)) {
                byte[] whole = Files.readAllBytes(file);
                int[] lengths = {1, 4, whole.length / 8, whole.length / 2, whole.length * 7 / 8, whole.length - 1};
                for (int length : lengths) {
                    Files.write(file, Arrays.copyOf(whole, Math.min(length, whole.length)));
                    String on = file.getFileName() + ", cut to " + length + " bytes,";
                    Optional<Dataset> read = attempt(subject.component(), folder, on);
                    Require.that(
                            read.map(Dataset::examples).orElse(0) <= examples,
                            () -> "it reads " + read + " examples from " + on + " instead of " + examples);
                }
                Files.write(file, whole);
            }
        });
    }

    /** Files with a few other bytes, from fixed seeds. */
    public void survivesDamage(Subject<DatasetReader> subject) throws Exception {
        Folders.in(folder -> {
            copyTo(folder, subject);
            for (Path file : filesIn(folder)) {
                byte[] whole = Files.readAllBytes(file);
                for (int seed = 0; seed < DAMAGES; seed++) {
                    SplittableRandomSource random = new SplittableRandomSource(seed);
                    byte[] damaged = whole.clone();
                    int near = seed % 2 == 0 ? whole.length : Math.min(64, whole.length);
                    for (int change = 0; change <= seed % 4; change++) {
                        damaged[random.nextInt(near)] = (byte) random.nextInt(256);
                    }
                    Files.write(file, damaged);
                    attempt(subject.component(), folder, file.getFileName() + " with the damage of seed " + seed);
                }
                Files.write(file, whole);
            }
        });
    }
}
