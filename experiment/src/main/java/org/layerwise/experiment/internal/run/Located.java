package org.layerwise.experiment.internal.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.layerwise.core.Registry;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.binding.Binder;
import org.layerwise.experiment.internal.binding.Spot;
import org.layerwise.experiment.internal.codecs.Codecs;
import org.layerwise.experiment.internal.sweep.SweepPlan;
import org.layerwise.experiment.internal.yaml.MapNode;
import org.layerwise.experiment.internal.yaml.Node;
import org.layerwise.experiment.internal.yaml.Overrides;
import org.layerwise.experiment.internal.yaml.YamlReader;

/**
 * An experiment file as far as it is sound: what was bound, by path, and where everything stands.
 *
 * <p>Checks go on with the sound parts, so that a mistake in one section hides none in another.
 */
public final class Located {
    private static final String SWEEP = "sweep";
    private static final String TRAINING = "training";
    private static final String PRECISION = "precision";

    private final Path file;
    private final Registry registry;
    private final Binder binder;
    private final Optional<Node> tree;
    private final Optional<Experiment> experiment;
    private final Optional<SweepPlan> sweep;

    private Located(Path file, Registry registry, Binder binder, Optional<Node> tree) {
        this.file = file;
        this.registry = registry;
        this.binder = binder;
        this.tree = tree.map(node -> inTraining(node, binder.problems()));
        this.experiment = this.tree.flatMap(node ->
                binder.bind(Experiment.class, Spot.root(node instanceof MapNode map ? map.without(SWEEP) : node)));
        this.sweep = this.tree
                .filter(MapNode.class::isInstance)
                .map(MapNode.class::cast)
                .flatMap(map -> Optional.ofNullable(map.entries().get(SWEEP))
                        .flatMap(entry ->
                                binder.bind(SweepPlan.class, Spot.root(map).child(entry))));
    }

    /** A {@code precision} of the whole experiment is one of its training. */
    private static Node inTraining(Node root, Problems problems) {
        if (!(root instanceof MapNode map)
                || !(map.get(TRAINING).orElse(root) instanceof MapNode training)
                || training == root
                || !map.entries().containsKey(PRECISION)) {
            return root;
        }
        MapNode.Entry precision = Objects.requireNonNull(map.entries().get(PRECISION));
        MapNode.Entry section = Objects.requireNonNull(map.entries().get(TRAINING));
        if (training.entries().containsKey(PRECISION)) {
            problems.add(precision.keyAt(), PRECISION, "'precision' stands here and in training; expected one of them");
            return map.without(PRECISION);
        }
        return map.without(PRECISION)
                .with(section.keyAt(), TRAINING, training.with(precision.keyAt(), PRECISION, precision.value()));
    }

    /** Reads a file; mistakes are among the problems. */
    public static Located read(Path file, List<String> overrides, Registry registry, Problems problems) {
        Optional<Node> root = YamlReader.read(file, file.toString(), problems)
                .map(node -> Overrides.apply(node, overrides, problems));
        return new Located(file, registry, new Binder(registry, problems, Codecs.all()), root);
    }

    /** The same file without its sweep, with other values at some paths. */
    public Located with(Map<String, Node> values, Problems problems) {
        Optional<Node> changed = tree.map(node -> {
            Node root = node instanceof MapNode map ? map.without(SWEEP) : node;
            for (Map.Entry<String, Node> value : values.entrySet()) {
                root = Overrides.set(root, value.getKey(), value.getValue(), problems);
            }
            return root;
        });
        return new Located(file, registry, new Binder(registry, problems, Codecs.all()), changed);
    }

    /** What the file says of many runs, if that is sound. */
    public Optional<SweepPlan> sweep() {
        return sweep;
    }

    /** The experiment, if nothing in the file is wrong. */
    public Optional<Experiment> experiment() {
        return experiment;
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** The folder that holds the file. */
    public Path folder() {
        return folderOf(file);
    }

    /** The folder that holds a file. */
    public static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent(), "a file is in a folder");
    }

    /** The components that the file can name. */
    Registry registry() {
        return registry;
    }

    /** What is sound at a path. */
    public <T> Optional<T> at(String path, Class<T> type) {
        return binder.at(path, type);
    }

    /** Whether anything stands at a path. */
    public boolean has(String path) {
        return binder.spot(path).isPresent();
    }

    /** Whether a map stands at a path. */
    public boolean isMap(String path) {
        return binder.spot(path).map(spot -> spot.node() instanceof MapNode).orElse(false);
    }

    /** Whether a mistake was found at a path or below it. */
    public boolean isWrong(String path) {
        return binder.problems().concern(path);
    }

    /** Adds a mistake at a value, or at the nearest thing above it that is there. */
    public void wrong(String path, String message) {
        Spot spot = nearest(path);
        binder.problems().add(spot.place(), path.isEmpty() ? spot.path() : path, message);
    }

    /** Adds a mistake that was thrown; where it arose in a plugin from outside, the message ends with its name and jar. */
    void wrong(String path, RuntimeException thrown) {
        String whose = registry.culprit(thrown)
                .map(culprit -> "; thrown by " + culprit)
                .orElse("");
        wrong(path, thrown.getMessage() + whose);
    }

    /** Adds a mistake at a key, for contradictions. */
    public void wrongKey(String path, String message) {
        binder.problems().add(nearest(path).key(), path, message);
    }

    private Spot nearest(String path) {
        String at = path;
        while (true) {
            Optional<Spot> spot = binder.spot(at);
            if (spot.isPresent()) {
                return spot.get();
            }
            int cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
            at = cut < 0 ? "" : at.substring(0, cut);
        }
    }
}
