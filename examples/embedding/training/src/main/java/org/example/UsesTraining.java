package org.example;

import org.layerwise.activations.Relu;
import org.layerwise.activations.Sigmoid;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.BinaryTargets;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.generators.Moons;
import org.layerwise.network.Network;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.losses.BinaryCrossEntropy;
import org.layerwise.optimizers.Adam;
import org.layerwise.training.Examples;
import org.layerwise.training.Part;
import org.layerwise.training.Trainer;
import org.layerwise.training.TrainingOptions;
import org.layerwise.training.TrainingResult;
import org.layerwise.training.metrics.Accuracy;

/** Trains a network in twenty lines: no YAML, no Guice. */
public final class UsesTraining {
    public static void main(String[] arguments) {
        Dataset moons = new Moons().read(new ReadContext(java.nio.file.Path.of("."), new Splittable()));
        Network network = Network.builder(2)
                .layer(new Dense(16, new Relu()))
                .layer(new Dense(8, new Relu()))
                .layer(new Dense(1, new Sigmoid()))
                .loss(new BinaryCrossEntropy())
                .random(new Splittable().seeded(1))
                .build();
        TrainingResult result = Trainer.builder(network, new Adam(0.01))
                .train(Examples.of(moons, BinaryTargets.of(moons).encode(moons)))
                .options(TrainingOptions.epochs(100)
                        .batchSize(32)
                        .metric("accuracy", new Accuracy())
                        .build())
                .random(new Splittable().seeded(2))
                .build()
                .train();
        System.out.println(result.evaluations().get(Part.TRAIN).scalars());
    }
}
