package org.layerwise.experiment.internal.run;

import java.nio.file.Path;
import java.util.Optional;
import org.layerwise.core.Splittable;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.InitialWeights;
import org.layerwise.experiment.internal.model.DamagedModelException;
import org.layerwise.experiment.internal.model.Transfer;
import org.layerwise.network.Network;

/** Holds the weights to begin with against the network. */
public final class WeightChecks {
    private static final String PATH = "network.weights";

    private final Located located;

    /** @param located the experiment, whose other mistakes are known */
    public WeightChecks(Located located) {
        this.located = located;
    }

    /** Places what is wrong with the weights; only where the rest is sound. */
    public void check(Optional<Preparation> data) {
        if (located.experiment().isEmpty() || data.isEmpty() || located.isWrong("network")) {
            return;
        }
        InitialWeights weights = located.experiment().get().network().weights().orElse(null);
        if (weights == null) {
            return;
        }
        Network network = NetworkPlans.builder(
                        located.experiment().get().network(), data.get().train().features(), located.registry())
                .random(new Splittable().seeded(0))
                .build();
        try {
            check(absolute(weights, located.folder()), network);
        } catch (DamagedModelException e) {
            located.wrong(PATH + ".from", String.valueOf(e.getMessage()));
        }
    }

    private void check(InitialWeights weights, Network network) {
        Transfer transfer = Transfer.from(weights.from());
        boolean known = true;
        for (int i = 0; i < weights.layers().size(); i++) {
            Optional<String> problem = transfer.problem(weights.layers().get(i), network);
            String at = PATH + ".layers[" + i + "]";
            problem.ifPresent(message -> located.wrong(at, message));
            known &= problem.isEmpty();
        }
        if (known) {
            transfer.problem(weights, network).ifPresent(message -> located.wrong(PATH, message));
        }
    }

    /** The experiment with the place of its weights made absolute. */
    public static Experiment absolute(Experiment experiment, Path folder) {
        return experiment.withNetwork(experiment
                .network()
                .withWeights(experiment.network().weights().map(weights -> absolute(weights, folder))));
    }

    private static InitialWeights absolute(InitialWeights weights, Path folder) {
        return new InitialWeights(folder.resolve(weights.from()).normalize(), weights.layers());
    }
}
