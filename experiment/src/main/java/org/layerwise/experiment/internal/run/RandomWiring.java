package org.layerwise.experiment.internal.run;

import java.util.Optional;
import java.util.function.IntFunction;
import org.layerwise.core.Numpy;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.core.RandomSource;
import org.layerwise.core.StepRandom;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.NoiseSeed;
import org.layerwise.experiment.Shuffle;
import org.layerwise.experiment.TrainingPlan;
import org.layerwise.training.Shuffling;

/** Gives weights, noise and the order of the examples their random numbers. */
final class RandomWiring {
    private final RandomAlgorithm algorithm;
    private final TrainingPlan plan;
    private final RandomSource main;
    private final Optional<RandomSource> noise;

    RandomWiring(Experiment experiment) {
        this.algorithm = experiment.random();
        this.plan = experiment.training();
        this.main = algorithm.seeded(experiment.seed());
        this.noise = plan.noise().map(seed -> algorithm.seeded(seed.seed()));
    }

    /** The experiment's own stream. */
    RandomSource main() {
        return main;
    }

    /** A stream that only noise draws from, if the file asks for one that goes on. */
    Optional<RandomSource> noiseStream() {
        return noise;
    }

    /** The noise of each layer, where the file says something of it. */
    Optional<IntFunction<StepRandom>> noise() {
        return plan.noise().map(seed -> {
            RandomSource shared = noise.orElseThrow();
            StepRandom step =
                    seed.reseed() == NoiseSeed.Reseed.NEVER ? at -> shared : new EachStep(shared, seed.seed());
            return layer -> step;
        });
    }

    /** The order of the examples. */
    Shuffling shuffling() {
        Shuffle shuffle = plan.shuffle();
        if (plan.batchSize().isFull() || shuffle.order() == Shuffle.Order.AS_READ) {
            return Shuffling.none();
        }
        if (shuffle.seed().isEmpty()) {
            return Shuffling.byEpoch(main);
        }
        long seed = shuffle.seed().get();
        RandomSource own = algorithm.seeded(seed);
        if (shuffle.reseed() == Shuffle.Reseed.NEVER) {
            return Shuffling.goingOn(own);
        }
        return algorithm instanceof Numpy ? Shuffling.reseeded(own, seed) : Shuffling.byEpoch(own);
    }

    /** Begins anew at every step, for all layers together. */
    private static final class EachStep implements StepRandom {
        private final RandomSource source;
        private final long seed;
        private long current = -1;

        EachStep(RandomSource source, long seed) {
            this.source = source;
            this.seed = seed;
        }

        @Override
        public RandomSource at(long step) {
            if (step != current) {
                source.reseed(seed);
                current = step;
            }
            return source;
        }
    }
}
