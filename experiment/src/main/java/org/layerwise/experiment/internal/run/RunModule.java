package org.layerwise.experiment.internal.run;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.layerwise.core.Registry;
import org.layerwise.experiment.Experiment;
import org.layerwise.network.Network;
import org.layerwise.network.NetworkBuilder;
import org.layerwise.training.OnNonFinite;
import org.layerwise.training.Part;
import org.layerwise.training.Shuffling;
import org.layerwise.training.Trainer;
import org.layerwise.training.TrainerBuilder;
import org.layerwise.training.TrainingListener;
import org.layerwise.training.TrainingOptions;

/** What belongs to one run: the experiment, its data, the network, the trainer and those who follow it. */
public final class RunModule extends AbstractModule {
    private final Experiment experiment;
    private final Preparation data;
    private final List<TrainingListener> listeners;
    private final BooleanSupplier stopRequest;

    /** @param stopRequest asked after each step whether to stop */
    public RunModule(
            Experiment experiment, Preparation data, List<TrainingListener> listeners, BooleanSupplier stopRequest) {
        this.experiment = experiment;
        this.data = data;
        this.listeners = List.copyOf(listeners);
        this.stopRequest = stopRequest;
    }

    @Override
    protected void configure() {
        bind(Experiment.class).toInstance(experiment);
        bind(Preparation.class).toInstance(data);
        Multibinder<TrainingListener> all = Multibinder.newSetBinder(binder(), TrainingListener.class);
        listeners.forEach(listener -> all.addBinding().toInstance(listener));
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
                .random(random.main());
        random.noise().ifPresent(builder::noise);
        return builder.build();
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
        plan.stopWhen().forEach(options::stopWhen);
        plan.maxTime().ifPresent(options::maxTime);
        return options.onNonFinite(plan.failOnNan() ? OnNonFinite.FAIL : OnNonFinite.GO_ON)
                .build();
    }

    @Provides
    @Singleton
    Trainer trainer(Network network, TrainingOptions options, RandomWiring random, Set<TrainingListener> followers) {
        TrainerBuilder trainer = Trainer.builder(network, experiment.training().optimizer())
                .options(options)
                .random(random.main())
                .shuffling(data.isStreamed() ? Shuffling.inBlocks(random.shuffling()) : random.shuffling())
                .classes(data.classNames())
                .clock(System::nanoTime)
                .stopRequest(stopRequest);
        data.parts()
                .forEach((name, part) -> trainer.part(
                        Part.valueOf(name.toUpperCase(Locale.ROOT)), data.examples(name)));
        random.noiseStream().ifPresent(noise -> trainer.stream("noise", noise));
        TargetTransforms.inverse(data.targetTransforms(), data.encoding().names())
                .ifPresent(trainer::ownUnits);
        followers.forEach(trainer::listener);
        if (experiment.training().health()) {
            trainer.watchHealth();
        }
        return trainer.build();
    }
}
