package org.layerwise.experiment.internal.run;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.layerwise.core.Registry;
import org.layerwise.dataio.TargetTransforms;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.internal.model.Transfer;
import org.layerwise.network.Network;
import org.layerwise.network.NetworkBuilder;
import org.layerwise.training.Checkpointer;
import org.layerwise.training.OnNonFinite;
import org.layerwise.training.Part;
import org.layerwise.training.Shuffling;
import org.layerwise.training.Trainer;
import org.layerwise.training.TrainerBuilder;
import org.layerwise.training.TrainingListener;
import org.layerwise.training.TrainingOptions;
import org.layerwise.training.TrainingState;

/** What belongs to one run: the experiment, its data, the network, the trainer and those who follow it. */
public final class RunModule extends AbstractModule {
    private final Experiment experiment;
    private final Preparation data;
    private final Surroundings surroundings;

    /**
     * What a trainer has to do with besides what it trains.
     *
     * @param listeners who follow the run
     * @param checkpointer who saves its state
     * @param watched what the checkpointer wants measured after every epoch
     * @param resumeFrom the state to go on from
     * @param stopRequest asked after each step whether to stop
     * @param clock nanoseconds
     */
    public record Surroundings(
            List<TrainingListener> listeners,
            Checkpointer checkpointer,
            Set<String> watched,
            Optional<TrainingState> resumeFrom,
            BooleanSupplier stopRequest,
            LongSupplier clock) {}

    /** One run of this experiment that leaves nothing behind. */
    public RunModule(
            Experiment experiment, Preparation data, List<TrainingListener> listeners, BooleanSupplier stopRequest) {
        this(
                experiment,
                data,
                new Surroundings(
                        listeners, new Checkpointer() {}, Set.of(), Optional.empty(), stopRequest, System::nanoTime));
    }

    /** One run of this experiment. */
    public RunModule(Experiment experiment, Preparation data, Surroundings surroundings) {
        this.experiment = experiment;
        this.data = data;
        this.surroundings = surroundings;
    }

    @Override
    protected void configure() {
        bind(Experiment.class).toInstance(experiment);
        bind(Preparation.class).toInstance(data);
        Multibinder<TrainingListener> all = Multibinder.newSetBinder(binder(), TrainingListener.class);
        surroundings.listeners().forEach(listener -> all.addBinding().toInstance(listener));
    }

    @Provides
    @Singleton
    RandomWiring random() {
        return new RandomWiring(experiment);
    }

    @Provides
    @Singleton
    Network network(RandomWiring random, Registry registry) {
        NetworkBuilder builder = NetworkPlans.builder(
                        experiment.network(), data.train().features(), registry)
                .random(random.main())
                .precision(experiment.training().precision());
        random.noise().ifPresent(builder::noise);
        Network network = builder.build();
        if (surroundings.resumeFrom().isEmpty()) {
            experiment
                    .network()
                    .weights()
                    .ifPresent(weights -> Transfer.from(weights.from()).into(network, weights));
        }
        return network;
    }

    @Provides
    @Singleton
    TrainingOptions options(Registry registry) {
        var plan = experiment.training();
        TrainingOptions.Builder options = TrainingOptions.epochs(plan.epochs()).logEvery(plan.logEvery());
        if (plan.batchSize().isFull()) {
            options.fullBatch();
        } else {
            options.batchSize(plan.batchSize().outOf(data.train().examples()));
        }
        new MetricNames(registry).of(plan.metrics()).forEach(options::metric);
        plan.earlyStopping().ifPresent(options::earlyStopping);
        plan.gradientClipping().ifPresent(options::gradientClipping);
        plan.classWeights().ifPresent(options::classWeights);
        options.accumulate(plan.accumulate());
        plan.weightAverage().ifPresent(options::weightAverage);
        plan.divergenceFactor().ifPresent(options::divergenceFactor);
        plan.stopWhen().forEach(options::stopWhen);
        plan.maxTime().ifPresent(options::maxTime);
        return options.onNonFinite(plan.failOnNan() ? OnNonFinite.FAIL : OnNonFinite.GO_ON)
                .build();
    }

    @Provides
    @Singleton
    LimitedPredictions limitedPredictions() {
        return new LimitedPredictions(
                new TargetTransforms(data.targetTransforms()), data.encoding().names());
    }

    @Provides
    @Singleton
    Trainer trainer(
            Network network,
            TrainingOptions options,
            RandomWiring random,
            Set<TrainingListener> followers,
            LimitedPredictions limited) {
        TrainerBuilder trainer = Trainer.builder(network, experiment.training().optimizer())
                .options(options)
                .random(random.main())
                .shuffling(data.isStreamed() ? Shuffling.inBlocks(random.shuffling()) : random.shuffling())
                .classes(data.classNames())
                .clock(surroundings.clock())
                .checkpointer(surroundings.checkpointer())
                .stopRequest(surroundings.stopRequest());
        surroundings.watched().forEach(trainer::watch);
        surroundings.resumeFrom().ifPresent(trainer::resumeFrom);
        data.parts()
                .keySet()
                .forEach(name -> trainer.part(Part.valueOf(name.toUpperCase(Locale.ROOT)), data.examples(name)));
        random.noiseStream().ifPresent(noise -> trainer.stream("noise", noise));
        limited.ownUnits().ifPresent(ownUnits -> trainer.ownUnits(ownUnits).listener(limited));
        followers.forEach(trainer::listener);
        if (experiment.training().health()) {
            trainer.watchHealth();
        }
        return trainer.build();
    }
}
