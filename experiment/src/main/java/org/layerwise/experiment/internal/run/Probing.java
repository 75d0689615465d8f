package org.layerwise.experiment.internal.run;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.util.List;
import java.util.function.Consumer;
import org.layerwise.core.Registry;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.GradientCheckPlan;
import org.layerwise.experiment.GradientProbe;
import org.layerwise.experiment.ProbedGradient;
import org.layerwise.gradcheck.GradientCheck;
import org.layerwise.gradcheck.GradientReport;
import org.layerwise.network.Network;
import org.layerwise.training.Trainer;

/** Looks at the gradients of an experiment at several points of the way; nothing is written. */
public final class Probing {
    /** Every generator takes seeds below this. */
    private static final long SEEDS = 1L << 31;

    private final Experiment experiment;
    private final Preparation data;
    private final Registry registry;
    private final GradientProbe probe;
    private final Consumer<ProbedGradient> follower;

    /** @param follower is told of each check as it is done */
    public Probing(
            Experiment experiment,
            Preparation data,
            Registry registry,
            GradientProbe probe,
            Consumer<ProbedGradient> follower) {
        this.experiment = experiment;
        this.data = data;
        this.registry = registry;
        this.probe = probe;
        this.follower = follower;
    }

    /**
     * Goes through all initializations.
     *
     * @throws org.layerwise.training.DivergedException if a cost or gradient becomes NaN or infinite on the way
     */
    public void go() {
        for (int i = 0; i < probe.initializations(); i++) {
            long seed = i == 0 ? experiment.seed() : Math.floorMod(experiment.seed() + i, SEEDS);
            from(seed);
        }
    }

    private void from(long seed) {
        StepCount steps = new StepCount(probe.steps());
        Experiment seeded = Records.with(experiment, "seed", seed);
        Injector run = Guice.createInjector(new CatalogueModule(registry))
                .createChildInjector(new RunModule(seeded, data, List.of(), steps::stepDone));
        Network network = run.getInstance(Network.class);
        follower.accept(new ProbedGradient(seed, 0, check(network)));
        if (probe.steps() > 0) {
            run.getInstance(Trainer.class).train();
            follower.accept(new ProbedGradient(seed, steps.done, check(network)));
        }
    }

    private GradientReport check(Network network) {
        GradientCheckPlan plan = experiment.gradientCheck().orElseGet(GradientCheckPlan::new);
        GradientCheck check = new GradientCheck(plan.epsilon(), probe.limit(), 10);
        return GradientProof.check(check, plan, data, network);
    }

    /** Asked after each step; a run may be shorter than what was wished. */
    private static final class StepCount {
        private final long wished;
        private long done;

        StepCount(long wished) {
            this.wished = wished;
        }

        boolean stepDone() {
            done++;
            return done >= wished;
        }
    }
}
