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

    private final Place place;
    private final RunLock lock;

    private RunFolder(Path path, RunLock lock) {
        this.place = new Place(path);
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
                Bytes.writeSafely(created.place.experiment(), experiment);
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
        return lock(at(folder).path());
    }

    /**
     * A folder that is there, open to everybody.
     *
     * @throws ExperimentException if it is no run folder
     */
    static Place at(Path folder) {
        Place place = new Place(folder);
        if (!Files.isRegularFile(place.experiment())) {
            throw new ExperimentException(folder + " is no run folder; expected one with " + EXPERIMENT);
        }
        return place;
    }

    private static RunFolder lock(Path folder) throws IOException {
        Optional<RunLock> lock = RunLock.tryLock(folder);
        if (lock.isEmpty()) {
            throw new ExperimentException(
                    folder + ": another process trains in this run folder; wait for its end, or end it");
        }
        return new RunFolder(folder, lock.get());
    }

    /** Where its files are. */
    Place place() {
        return place;
    }

    Path path() {
        return place.path();
    }

    @Override
    public void close() {
        lock.close();
    }

    /**
     * Where the files of a run are.
     *
     * @param path the run folder
     */
    public record Place(Path path) {
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
    }
}
