package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.layerwise.experiment.ExperimentException;
import org.layerwise.experiment.internal.Bytes;

/** The folder of a run, which this process has to itself. A name that is taken gives {@code name-2}. */
public final class RunFolder implements AutoCloseable {
    /** By this file a folder is known as a run. */
    public static final String EXPERIMENT = "experiment.yaml";

    private static final int MOST = 100_000;

    private final Path path;
    private final RunLock lock;

    private RunFolder(Path path, RunLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * A new folder, already holding the resolved experiment by which it is known.
     *
     * @param out the parent, made when absent
     * @param experiment the content of {@code experiment.yaml}
     */
    static RunFolder create(Path out, String name, String experiment) throws IOException {
        Files.createDirectories(out);
        for (int i = 1; i < MOST; i++) {
            Path folder = out.resolve(i == 1 ? name : name + "-" + i);
            try {
                Files.createDirectory(folder);
                RunFolder created = lock(folder);
                Bytes.writeSafely(created.experiment(), experiment);
                return created;
            } catch (FileAlreadyExistsException e) {
                // taken: the next number
            }
        }
        throw new IOException(out + " holds " + MOST + " runs called " + name);
    }

    /**
     * A folder that is there.
     *
     * @throws ExperimentException if it is no run folder, or another process has it
     */
    static RunFolder open(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(EXPERIMENT))) {
            throw new ExperimentException(folder + " is no run folder; expected one with " + EXPERIMENT);
        }
        return lock(folder);
    }

    private static RunFolder lock(Path folder) throws IOException {
        Optional<RunLock> lock = RunLock.tryLock(folder);
        if (lock.isEmpty()) {
            throw new ExperimentException(
                    folder + ": another process trains in this run folder; wait for its end, or end it");
        }
        return new RunFolder(folder, lock.get());
    }

    Path path() {
        return path;
    }

    Path experiment() {
        return path.resolve(EXPERIMENT);
    }

    Path manifest() {
        return path.resolve("run.json");
    }

    Path metrics() {
        return path.resolve("metrics.csv");
    }

    Path log() {
        return path.resolve("log.txt");
    }

    Path model() {
        return path.resolve("model");
    }

    Path weights() {
        return model().resolve("weights.safetensors");
    }

    Path checkpoints() {
        return path.resolve("checkpoints");
    }

    @Override
    public void close() {
        lock.close();
    }
}
