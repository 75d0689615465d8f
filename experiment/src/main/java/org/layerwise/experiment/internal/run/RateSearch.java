package org.layerwise.experiment.internal.run;

import com.google.inject.Guice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.Parameter;
import org.layerwise.core.Registry;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.ExperimentException;
import org.layerwise.experiment.LearningRateCurve;
import org.layerwise.experiment.LearningRateRange;
import org.layerwise.experiment.TrainingPlan;
import org.layerwise.optimizers.LearningRateSchedule;
import org.layerwise.optimizers.Optimizer;
import org.layerwise.training.Checkpointer;
import org.layerwise.training.DivergedException;
import org.layerwise.training.Trainer;

/** Trains a network of its own with growing rates, by the rest of the experiment, and looks at the cost of each step. */
public final class RateSearch {
    /** Beyond so many times the lowest cost there is nothing more to see. */
    private static final double TOO_HIGH = 4;

    private final Experiment experiment;
    private final Preparation data;
    private final Registry registry;
    private final LearningRateRange range;

    /** A search that leaves nothing behind. */
    public RateSearch(Experiment experiment, Preparation data, Registry registry, LearningRateRange range) {
        this.experiment = experiment;
        this.data = data;
        this.registry = registry;
        this.range = range;
    }

    /** @throws ExperimentException if the optimizer has no rate to look for */
    public LearningRateCurve go() {
        Optimizer rule = experiment.training().optimizer();
        if (rule.searchOver(List.of()).isPresent()) {
            String name = registry.nameOf(Optimizer.class, rule.getClass()).orElse("the optimizer");
            throw new ExperimentException(
                    name + " looks for the length of each step itself; expected another optimizer");
        }
        Costs costs = new Costs(range);
        RunModule.Surroundings surroundings = new RunModule.Surroundings(
                List.of(), costs, Set.of(), Optional.empty(), costs::isOver, System::nanoTime);
        Trainer trainer = Guice.createInjector(new CatalogueModule(registry))
                .createChildInjector(new RunModule(prepared(rule), data, surroundings))
                .getInstance(Trainer.class);
        try {
            trainer.train();
        } catch (DivergedException e) {
            return costs.curve(Optional.ofNullable(e.getMessage()));
        }
        return costs.curve(costs.ending());
    }

    private Experiment prepared(Optimizer rule) {
        TrainingPlan plan = experiment.training();
        plan = Records.with(plan, "optimizer", new Ranged(rule, range));
        plan = Records.with(plan, "epochs", range.steps());
        plan = Records.with(plan, "logEvery", range.steps() + 1);
        plan = Records.with(plan, "failOnNan", true);
        plan = Records.with(plan, "health", false);
        for (String list : List.of("metrics", "listeners")) {
            plan = Records.with(plan, list, List.of());
        }
        for (String option : List.of("earlyStopping", "maxTime", "weightAverage", "divergenceFactor")) {
            plan = Records.with(plan, option, Optional.empty());
        }
        return Records.with(experiment, "training", Records.with(plan, "stopWhen", Map.of()));
    }

    /** The file's rule with the rates of the search. */
    private record Ranged(Optimizer rule, LearningRateRange range) implements Optimizer {
        @Override
        public LearningRateSchedule learningRate() {
            return range::at;
        }

        @Override
        public Updater updaterFor(Parameter parameter) {
            return rule.updaterFor(parameter);
        }
    }

    /** Is shown the cost of each step. */
    private static final class Costs implements Checkpointer {
        private final LearningRateRange range;
        private final List<Double> costs = new ArrayList<>();
        private final List<LearningRateCurve.Point> points = new ArrayList<>();
        private double lowest = Double.POSITIVE_INFINITY;
        private boolean tooHigh;

        Costs(LearningRateRange range) {
            this.range = range;
        }

        @Override
        public void stepFinished(StateSource source) {
            double cost = Objects.requireNonNull(source.values().get("last_batch_cost"));
            costs.add(cost);
            double smoothed = LearningRateCurve.smooth(costs);
            points.add(new LearningRateCurve.Point(range.at(points.size()), cost, smoothed));
            lowest = Math.min(lowest, smoothed);
            tooHigh = lowest > 0 && smoothed > TOO_HIGH * lowest;
        }

        boolean isOver() {
            return tooHigh || points.size() >= range.steps();
        }

        Optional<String> ending() {
            return tooHigh
                    ? Optional.of("the cost became " + TOO_HIGH + " times as high as it had been")
                    : Optional.empty();
        }

        LearningRateCurve curve(Optional<String> ending) {
            return new LearningRateCurve(points, ending);
        }
    }
}
