package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.layerwise.core.Registry;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.ExperimentException;
import org.layerwise.experiment.RunResult.Outcome;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.checkpoint.CheckpointStore;
import org.layerwise.training.TrainingState;

/**
 * A run that may go on: everything is checked, and nothing changed yet.
 *
 * @param folder locked for this process
 * @param record what {@code run.json} says; empty where the run was killed before it was written
 * @param state what to go on from; empty where the run begins anew
 * @param overrides what the command line changes of it
 * @param changes what that comes to
 * @param notes what the user should know: damaged checkpoints, another machine
 * @param unusable the checkpoints that can't be used
 */
public record Resumption(
        RunFolder folder,
        Optional<RunRecord> record,
        Optional<TrainingState> state,
        List<String> overrides,
        Changes changes,
        List<String> notes,
        List<Path> unusable)
        implements AutoCloseable {

    /**
     * What is there before the data are read: the folder is locked, plugins and data are those of the run, and the
     * overrides may be made.
     *
     * @throws ExperimentException with what is wrong
     */
    public static Resumption open(Path path, List<String> overrides, Registry registry) throws IOException {
        RunFolder folder = RunFolder.open(path);
        try {
            Optional<RunRecord> record = RunRecord.read(folder.place().manifest());
            record.ifPresent(r -> requirePlugins(r, registry));
            Map<String, Object> before = sections(folder, List.of(), registry);
            Changes changes = new Changes(before, sections(folder, overrides, registry));
            refuse(changes.refused(), "--set: ");
            if (record.isPresent()) {
                refuse(DataFiles.changed(record.get()), "");
            }
            return new Resumption(
                    folder, record, Optional.empty(), List.copyOf(overrides), changes, List.of(), List.of());
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    static void refuse(List<String> problems, String prefix) {
        if (!problems.isEmpty()) {
            throw new ExperimentException(prefix + String.join("\n" + prefix, problems));
        }
    }

    static void requirePlugins(RunRecord record, Registry registry) {
        TreeSet<String> here = new TreeSet<>();
        for (Class<?> kind : registry.kinds()) {
            registry.all(kind)
                    .keySet()
                    .forEach(name -> registry.origin(kind, name).ifPresent(origin -> here.add(origin.plugin())));
        }
        List<String> missing = new ArrayList<>();
        for (Object entry : record.list("plugins")) {
            if (entry instanceof Map<?, ?> plugin && !here.contains(String.valueOf(plugin.get("class")))) {
                missing.add("the plugin " + plugin.get("class") + " took part in this run and is not here; it was in "
                        + plugin.get("location") + ", expected it from --plugins");
            }
        }
        refuse(missing, "");
    }

    private static Map<String, Object> sections(RunFolder folder, List<String> overrides, Registry registry) {
        Problems problems = new Problems();
        Optional<Experiment> experiment = Located.read(folder.place().experiment(), overrides, registry, problems)
                .experiment();
        problems.throwIfAny();
        return Resolved.sections(experiment.orElseThrow(), folder.path(), registry);
    }

    /** Whether there is nothing to do: the run is whole, and nothing that is asked for would change it. */
    public Optional<Outcome> finished() {
        return record.flatMap(RunRecord::outcome)
                .filter(outcome -> outcome != Outcome.INTERRUPTED)
                .filter(outcome -> changes.isEmpty())
                .filter(outcome ->
                        !leavesModel(outcome) || Files.exists(folder.place().weights()));
    }

    /** Why the run ended as it did. */
    public String explanation() {
        return record.map(r -> r.text("explanation")).orElse("");
    }

    private static boolean leavesModel(Outcome outcome) {
        return outcome == Outcome.COMPLETED || outcome == Outcome.STOPPED;
    }

    /**
     * Finds the newest sound checkpoint.
     *
     * @param data as they were read
     * @throws ExperimentException if there are checkpoints and none is sound, or the run is beyond the epochs wanted
     */
    public Resumption from(Experiment experiment, Preparation data, Registry registry) {
        CheckpointStore.Found found = newest(store(experiment, data, registry));
        List<String> all = new ArrayList<>(found.skipped());
        if (found.state().isEmpty() && !all.isEmpty()) {
            throw new ExperimentException(String.join("\n", all) + "\n" + folder.path()
                    + ": no checkpoint can be used; expected a sound one, or none, to begin anew");
        }
        found.state().ifPresent(state -> requireEpochsLeft(state, experiment));
        record.ifPresent(r -> all.addAll(Manifest.differences(r)));
        return new Resumption(folder, record, found.state(), overrides, changes, List.copyOf(all), found.unusable());
    }

    /** Renames checkpoints that were skipped: they are neither taken for the newest ones any more nor lost. */
    void putUnusableAside() throws IOException {
        for (Path file : unusable) {
            Files.move(
                    file, file.resolveSibling(file.getFileName() + ".unusable"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private CheckpointStore store(Experiment experiment, Preparation data, Registry registry) {
        return new CheckpointStore(
                folder.place().checkpoints(),
                Changes.fingerprint(
                        Resolved.sections(experiment, folder.path(), registry),
                        data.train().features()));
    }

    private CheckpointStore.Found newest(CheckpointStore store) {
        try {
            return store.newest();
        } catch (IOException e) {
            throw new ExperimentException(folder.place().checkpoints() + " can't be read: " + e.getMessage());
        }
    }

    private static void requireEpochsLeft(TrainingState state, Experiment experiment) {
        long done = state.position().epoch() + (state.position().batch() > 0 ? 1 : 0);
        int wanted = experiment.training().epochs();
        if (wanted < done) {
            throw new ExperimentException("training.epochs is " + wanted + " but " + done
                    + " are trained or begun already; expected at least " + done);
        }
    }

    /** Lets others have the folder. */
    @Override
    public void close() {
        folder.close();
    }
}
