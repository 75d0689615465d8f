package org.layerwise.experiment;

import static org.layerwise.core.Options.require;

import java.util.Optional;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.core.Splittable;

/**
 * One experiment whole: data, network, training, and what to look at afterwards.
 *
 * @param name names the run folder
 * @param seed seeds the initial weights and, where nothing else is said, everything after them; default 0
 * @param random the family of random numbers; default {@code splittable}
 * @param data where examples come from
 * @param network layers and loss
 * @param training how the network is trained
 * @param gradientCheck a check of the gradients before training; default none
 * @param crossValidation training on several folds of the training part; default none
 * @param diagnosis bias and variance at the end of the run, with advice; default none
 * @param report what the report shows; default all that it can
 */
public record Experiment(
        String name,
        long seed,
        RandomAlgorithm random,
        DataPlan data,
        NetworkPlan network,
        TrainingPlan training,
        Optional<GradientCheckPlan> gradientCheck,
        Optional<CrossValidationPlan> crossValidation,
        Optional<DiagnosisPlan> diagnosis,
        ReportPlan report) {
    public Experiment(String name, DataPlan data, NetworkPlan network, TrainingPlan training) {
        this(
                name,
                0,
                new Splittable(),
                data,
                network,
                training,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new ReportPlan());
    }

    /** @throws org.layerwise.core.OptionException if the name is blank */
    public Experiment {
        require(!name.isBlank(), "name", "'" + name + "'", "a name");
    }

    /** The same experiment with another network. */
    public Experiment withNetwork(NetworkPlan other) {
        return new Experiment(
                name, seed, random, data, other, training, gradientCheck, crossValidation, diagnosis, report);
    }
}
