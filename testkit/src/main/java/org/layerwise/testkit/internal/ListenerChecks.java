package org.layerwise.testkit.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.testkit.Subject;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.HealthRecord;
import org.layerwise.training.LayerHealth;
import org.layerwise.training.ListenerSpec;
import org.layerwise.training.NonFinite;
import org.layerwise.training.Part;
import org.layerwise.training.Progress;
import org.layerwise.training.RunContext;
import org.layerwise.training.StopReason;
import org.layerwise.training.TrainingFailed;
import org.layerwise.training.TrainingListener;
import org.layerwise.training.TrainingResult;
import org.layerwise.training.TrainingStarted;

/** The checks of listeners: runs are told to them, and what they leave is looked at. */
public final class ListenerChecks {
    private static final int EPOCHS = 6;

    private ListenerChecks() {}

    private static TrainingListener open(Subject<ListenerSpec> subject, Path folder) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
        return subject.component().open(new RunContext(folder, "sample", 1, clock));
    }

    private static EpochRecord epoch(int epoch, double cost) {
        Map<String, Double> metrics = Map.of("train_accuracy", 0.5 + 0.01 * epoch);
        return new EpochRecord(epoch, 4L * epoch, cost, cost / 2, 0.1, epoch + 1, metrics);
    }

    private static void tell(TrainingListener listener, int from, int to, double factor) {
        listener.started(new TrainingStarted(from, EPOCHS, Map.of(Part.TRAIN, 32), 8, 21, List.of("train_accuracy")));
        for (int epoch = from; epoch < to; epoch++) {
            listener.progressed(new Progress(epoch, EPOCHS, 4L * epoch, 2, 4, 16, 0.5, epoch + 0.5));
            listener.epochFinished(epoch(epoch, factor / (epoch + 1)));
            LayerHealth layer =
                    new LayerHealth("dense_1", 21, 1, 0.1, 0.01, 0.5, OptionalDouble.of(0.1), OptionalDouble.empty());
            listener.healthMeasured(new HealthRecord(epoch, 4L * epoch + 4, List.of(layer)));
        }
    }

    private static void finish(TrainingListener listener) {
        listener.finished(new TrainingResult(
                StopReason.EPOCHS_DONE, EPOCHS, 4L * EPOCHS, EPOCHS, OptionalLong.empty(), Map.of(), List.of()));
        listener.close();
    }

    private static void run(Subject<ListenerSpec> subject, Path folder, double factor) {
        TrainingListener listener = open(subject, folder);
        tell(listener, 0, EPOCHS, factor);
        finish(listener);
    }

    /** Every file below a folder as one row of bytes. */
    private static Map<String, DenseMatrix> contents(Path folder) throws IOException {
        Map<String, DenseMatrix> contents = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                double[] row = new double[bytes.length];
                for (int i = 0; i < row.length; i++) {
                    row[i] = bytes[i];
                }
                contents.put(folder.relativize(file).toString(), DenseMatrix.wrap(1, row.length, row));
            }
        }
        return contents;
    }

    private static void requireSame(Path expected, Path actual, String what) throws IOException {
        Map<String, DenseMatrix> wanted = contents(expected);
        Map<String, DenseMatrix> found = contents(actual);
        Require.that(
                wanted.keySet().equals(found.keySet()),
                () -> what + ": the files are " + found.keySet() + ", expected " + wanted.keySet());
        for (Map.Entry<String, DenseMatrix> file : wanted.entrySet()) {
            DenseMatrix other = found.getOrDefault(file.getKey(), new DenseMatrix(0, 0));
            Require.sameBits(file.getValue(), other, what + ": " + file.getKey());
        }
    }

    /** From start to end. */
    public static void followsARun(Subject<ListenerSpec> subject) throws Exception {
        Folders.in(folder -> run(subject, folder, 1));
    }

    /** An exception ends the run. */
    public static void followsAFailure(Subject<ListenerSpec> subject) throws Exception {
        Folders.in(folder -> {
            TrainingListener listener = open(subject, folder);
            tell(listener, 0, 2, 1);
            listener.failed(new TrainingFailed(2, 8, new IllegalStateException("on purpose")));
            listener.close();
        });
    }

    /** Nothing at all. */
    public static void closesAtOnce(Subject<ListenerSpec> subject) throws Exception {
        Folders.in(folder -> open(subject, folder).close());
    }

    /** NaN. */
    public static void takesNonFinite(Subject<ListenerSpec> subject) throws Exception {
        for (double factor : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300, Double.MIN_VALUE}) {
            Folders.in(folder -> {
                TrainingListener listener = open(subject, folder);
                listener.nonFinite(new NonFinite("the cost is NaN", 0, 1, "dense_1"));
                tell(listener, 0, EPOCHS, factor);
                finish(listener);
            });
        }
    }

    /** Files beside the run folder. */
    public static void staysInItsFolder(Subject<ListenerSpec> subject) throws Exception {
        Folders.in(outer -> {
            Path folder = Files.createDirectory(outer.resolve("run"));
            run(subject, folder, 1);
            try (Stream<Path> beside = Files.list(outer)) {
                List<Path> found = beside.filter(path -> !path.equals(folder)).toList();
                Require.that(found.isEmpty(), () -> "it writes " + found + " beside the run folder");
            }
        });
    }

    /** Files of the run itself. */
    public static void leavesOtherFiles(Subject<ListenerSpec> subject) throws Exception {
        Folders.in(folder -> {
            Path other = Files.writeString(folder.resolve("metrics.csv"), "epoch\n");
            run(subject, folder, 1);
            Require.that(Files.readString(other).equals("epoch\n"), () -> "it changes metrics.csv");
        });
    }

    /** Twice the same run. */
    public static void isPure(Subject<ListenerSpec> subject) throws Exception {
        Folders.in(one -> Folders.in(other -> {
            run(subject, one, 1);
            run(subject, other, 1);
            requireSame(one, other, "what is written of the same run");
        }));
    }

    /** Two runs in turn. */
    public static void keepsRunsApart(Subject<ListenerSpec> subject) throws Exception {
        Folders.in(alone -> Folders.in(one -> Folders.in(other -> {
            run(subject, alone, 1);
            TrainingListener first = open(subject, one);
            TrainingListener second = open(subject, other);
            tell(first, 0, EPOCHS, 1);
            tell(second, 0, EPOCHS, 5);
            finish(first);
            finish(second);
            requireSame(alone, one, "what is written of one of two runs");
        })));
    }

    /** A run that was stopped after epoch 4 and goes on from epoch 3. */
    public static void goesOn(Subject<ListenerSpec> subject) throws Exception {
        Folders.in(whole -> Folders.in(resumed -> {
            run(subject, whole, 1);
            TrainingListener first = open(subject, resumed);
            tell(first, 0, 5, 1);
            first.close();
            TrainingListener second = open(subject, resumed);
            tell(second, 3, EPOCHS, 1);
            finish(second);
            requireSame(whole, resumed, "what is written of a run that was resumed");
        }));
    }
}
