package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.layerwise.core.PluginException;
import org.layerwise.core.Registry;
import org.layerwise.dataio.Augmentation;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.Transform;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.ExperimentException;
import org.layerwise.network.NetworkLayer;
import org.layerwise.training.DivergedException;

/** Names the plugin from outside that does not do what its interface demands. */
public final class OutsiderChecks {
    private OutsiderChecks() {}

    /**
     * What an action gives. Where it fails in the code of a plugin, the exception names plugin and jar.
     *
     * @throws PluginException in place of what a plugin threw
     */
    public static <T> T blaming(Registry registry, Supplier<T> action) {
        try {
            return action.get();
        } catch (ExperimentException | PluginException | DataException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            Optional<PluginException> blamed = registry.blame(e);
            if (blamed.isPresent()) {
                throw blamed.get();
            }
            throw e;
        }
    }

    /**
     * Reads a part.
     *
     * @throws PluginException if the reader of a plugin gives no data set
     */
    static Dataset read(Registry registry, DatasetReader reader, ReadContext context) throws IOException {
        return Optional.ofNullable(reader.read(context))
                .orElseThrow(() -> new PluginException(
                        registry.describeOutsider(reader.getClass()).orElse(reader.toString())
                                + " gives null for a data set; expected a data set"));
    }

    /** Refuses examples that got lost, and numbers that became NaN, in the transform of a plugin. */
    static void transformed(Registry registry, Transform transform, Parts before, Parts after) {
        registry.describeOutsider(transform.getClass())
                .ifPresent(whose -> before.byName()
                        .forEach((name, part) -> transformed(
                                whose, part, Optional.ofNullable(after.byName().get(name)))));
    }

    private static void transformed(String whose, Dataset before, Optional<Dataset> result) {
        Dataset after = result.orElseThrow(
                () -> new PluginException(whose + " gives null for a data set; expected a data set"));
        if (after.examples() != before.examples()) {
            throw new PluginException(
                    whose + " gives " + after.examples() + " examples for " + before.examples() + "; expected as many");
        }
        if (isFinite(before) && !isFinite(after)) {
            throw new PluginException(whose + " makes NaN or infinity of finite numbers; expected finite numbers");
        }
    }

    /** An augmentation that refuses, where a plugin brought it, images in which numbers became NaN. */
    static Augmentation checked(Registry registry, Augmentation augmentation) {
        Optional<String> whose = registry.describeOutsider(augmentation.getClass());
        return whose.isEmpty()
                ? augmentation
                : (shape, image, changed, random) -> {
                    augmentation.apply(shape, image, changed, random);
                    if (!DoubleStream.of(changed).allMatch(Double::isFinite)) {
                        throw new PluginException(
                                whose.get() + " makes NaN or infinity of an image; expected finite numbers");
                    }
                };
    }

    private static boolean isFinite(Dataset part) {
        for (int c = 0; c < part.features(); c++) {
            boolean numeric = !part.columns().get(c).isCategorical();
            for (int i = 0; numeric && i < part.examples(); i++) {
                if (!Double.isFinite(part.feature(i, c))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The end of a message on a run that diverged: which components from outside were at work where it began. */
    static String suspects(DivergedException e, Experiment experiment, List<NetworkLayer> layers, Registry registry) {
        List<Object> atWork = new ArrayList<>(
                List.of(experiment.training().optimizer(), experiment.training().gradientClipping()));
        layers.stream().filter(layer -> layer.name().equals(e.layer())).forEach(layer -> atWork.add(layer.spec()));
        if (e.layer().equals("loss")) {
            atWork.add(experiment.network().loss());
            layers.forEach(layer -> atWork.add(layer.spec()));
        }
        List<String> suspects = in(atWork, registry);
        return suspects.isEmpty() ? "" : "; at work there: " + String.join(", ", suspects);
    }

    /** The components of plugins from outside in a tree of records, each once. */
    public static List<String> in(Object tree, Registry registry) {
        Set<String> outsiders = new LinkedHashSet<>();
        Records.visit(
                tree,
                component -> registry.describeOutsider(component.getClass()).ifPresent(outsiders::add));
        return List.copyOf(outsiders);
    }
}
