package org.layerwise.experiment.internal.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.layerwise.experiment.internal.Bytes;
import org.layerwise.training.TrainingState;

/**
 * The folder {@code checkpoints/} of a run: one file {@code step-N.safetensors} for each state that is kept, N being the
 * updates done. A file is there whole or not at all, and an old one goes only when the new one is on the disk.
 */
public final class CheckpointStore {
    private static final Pattern NAME = Pattern.compile("step-([0-9]{1,18})\\.safetensors");

    private final Path folder;
    private final Fingerprint origin;

    /** @param folder made when something is written */
    public CheckpointStore(Path folder, Fingerprint origin) {
        this.folder = folder;
        this.origin = origin;
    }

    /**
     * What was found to go on from.
     *
     * @param state the newest one that is sound; empty where there is none
     * @param skipped why newer files were not taken, the newest first
     * @param unusable those files
     */
    public record Found(Optional<TrainingState> state, List<String> skipped, List<Path> unusable) {}

    /** Writes a state and gives its file; one of the same step is replaced. */
    Path write(TrainingState state, String layerwise, Optional<Double> monitored) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("step-" + state.position().step() + ".safetensors");
        CheckpointFile.write(file, state, new CheckpointFile.Note(layerwise, origin, monitored));
        return file;
    }

    /** The files, newest first. */
    List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> step(file) >= 0)
                    .sorted(Comparator.comparingLong(CheckpointStore::step).reversed())
                    .toList();
        }
    }

    private static long step(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? Long.parseLong(name.group(1)) : -1;
    }

    /** Deletes all but these, and what a killed process left half written. */
    void keepOnly(Set<Path> kept) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                boolean abandoned = file.toString().endsWith(Bytes.TEMPORARY);
                if (abandoned || (step(file) >= 0 && !kept.contains(file))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** The newest state that is sound. */
    public Found newest() throws IOException {
        List<String> skipped = new ArrayList<>();
        List<Path> unusable = new ArrayList<>();
        for (Path file : files()) {
            try {
                return new Found(Optional.of(CheckpointFile.read(file, origin)), skipped, unusable);
            } catch (UnusableCheckpointException e) {
                skipped.add(String.valueOf(e.getMessage()));
                unusable.add(file);
            }
        }
        return new Found(Optional.empty(), skipped, unusable);
    }
}
