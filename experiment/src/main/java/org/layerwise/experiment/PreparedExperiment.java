package org.layerwise.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Registry;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ImageShape;
import org.layerwise.experiment.internal.Texts;
import org.layerwise.experiment.internal.run.GradientProof;
import org.layerwise.experiment.internal.run.ImageAugmentation;
import org.layerwise.experiment.internal.run.MemoryNeeds;
import org.layerwise.experiment.internal.run.NetworkPlans;
import org.layerwise.experiment.internal.run.OutsiderChecks;
import org.layerwise.experiment.internal.run.Preparation;
import org.layerwise.experiment.internal.run.Probing;
import org.layerwise.experiment.internal.run.RateSearch;
import org.layerwise.gradcheck.GradientReport;
import org.layerwise.network.Network;

/** An experiment that passed every check that can be made before the first epoch; ready to run. */
public final class PreparedExperiment {
    private final Path file;
    private final Experiment experiment;
    private final Preparation data;
    private final Registry registry;

    PreparedExperiment(Path file, Experiment experiment, Preparation data, Registry registry) {
        this.file = file;
        this.experiment = experiment;
        this.data = data;
        this.registry = registry;
    }

    /** The experiment file. */
    public Path file() {
        return file;
    }

    /** The experiment's name. */
    public String name() {
        return experiment.name();
    }

    /** What the file says, overrides and defaults included. */
    public Experiment experiment() {
        return experiment;
    }

    Preparation data() {
        return data;
    }

    /** The components that the file could name. */
    public Registry registry() {
        return registry;
    }

    /** The parts of the data: {@code train}, and those of {@code dev} and {@code test} that there are, in this order. */
    public List<String> parts() {
        return List.copyOf(data.raw().keySet());
    }

    /** What may spoil the result although nothing is wrong, a sentence each: examples that are in two parts, for instance. */
    public List<String> warnings() {
        return data.warnings();
    }

    /** The shape of the training images where the file augments them; empty where it does not. */
    public Optional<ImageShape> augmentedImages() {
        return data.augmentation().map(ImageAugmentation::shape);
    }

    /**
     * A training image as the network sees it: after the transforms, and as an epoch augments it.
     *
     * @param example its index among the training examples
     * @param epoch counted from 0; empty for the image before augmentation
     */
    public double[] trainingImage(int example, OptionalLong epoch) {
        double[] image = new double[inputs()];
        data.train().copyFeatures(example, image);
        return epoch.isPresent() && data.augmentation().isPresent()
                ? data.augmentation().get().augmenter().example(data.train(), example, epoch.getAsLong())
                : image;
    }

    /** The features that enter the network, after the transforms. */
    public int inputs() {
        return data.train().features();
    }

    /** The examples of a part as its file has them, before the transforms. */
    public Dataset examples(String part) {
        return Objects.requireNonNull(data.raw().get(part), () -> "no part " + part);
    }

    /** The class names by number; empty where numbers, or several classes at once, are predicted. */
    public List<String> classNames() {
        return data.classNames();
    }

    /** The class of some examples of a part, by number; only where there are {@link #classNames}. */
    public int[] classes(String part, int[] examples) {
        Dataset dataset = Objects.requireNonNull(data.parts().get(part), () -> "no part " + part);
        DenseMatrix y = data.encoding().encode(dataset.select(examples));
        int[] classes = new int[y.getColumnDimension()];
        for (int row = y.getRowDimension() == 1 ? 0 : 1; row < y.getRowDimension(); row++) {
            for (int j = 0; j < classes.length; j++) {
                boolean set = y.getEntry(row, j) == 1;
                classes[j] = set ? Math.max(1, row) : classes[j];
            }
        }
        return classes;
    }

    /**
     * Compares the gradients of the freshly initialized network with central differences, as {@code gradient_check}
     * does before training.
     */
    public GradientReport checkGradients() {
        return OutsiderChecks.blaming(registry, this::check);
    }

    private GradientReport check() {
        Network network = NetworkPlans.builder(
                        experiment.network(), data.train().features(), registry)
                .random(experiment.random().seeded(experiment.seed()))
                .build();
        return GradientProof.check(experiment.gradientCheck().orElseGet(GradientCheckPlan::new), data, network);
    }

    /**
     * Compares the gradients with central differences at several initial weights and some training steps away from them;
     * {@code gradient_check} of the file says on how many examples and with which ε. Nothing is written.
     *
     * @param follower is told of each check as it is done
     * @throws org.layerwise.training.DivergedException if a cost or gradient becomes NaN or infinite on the way
     * @throws org.layerwise.core.PluginException if a plugin from outside fails
     */
    public void probeGradients(GradientProbe probe, Consumer<ProbedGradient> follower) {
        OutsiderChecks.blaming(registry, () -> {
            new Probing(experiment, data, registry, probe, follower).go();
            return true;
        });
    }

    /**
     * Trains a network of its own with growing learning rates and shows the cost of each step; everything else is as the
     * file has it. Nothing is written, and a run that follows is the same with it.
     *
     * @throws ExperimentException if the optimizer has no learning rate to look for
     * @throws org.layerwise.core.PluginException if a plugin from outside fails
     */
    public LearningRateCurve findLearningRate(LearningRateRange range) {
        return OutsiderChecks.blaming(registry, () -> new RateSearch(experiment, data, registry, range).go());
    }

    /** The components of plugins from outside that take part, for messages: each with its plugin and its jar. */
    public List<String> outsiders() {
        return OutsiderChecks.in(experiment, registry);
    }

    /** What the run will take of the heap at its peak. */
    public MemoryEstimate memory() {
        return OutsiderChecks.blaming(registry, () -> new MemoryNeeds(experiment, data).estimate());
    }

    /** What will be trained, a few lines for people: examples by part, layers, parameters, memory. */
    public String summary() {
        String parts = data.parts().entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue().examples())
                .collect(Collectors.joining(", "));
        long parameters =
                NetworkPlans.parameters(experiment.network(), data.train().features());
        return experiment.name() + ": " + Texts.count(data.train().features(), "feature", "features") + ", examples: "
                + parts + "\n"
                + NetworkPlans.shape(experiment.network(), data.train().features(), registry) + ", "
                + Texts.count(parameters, "parameter", "parameters") + "\n"
                + memory().describe();
    }
}
