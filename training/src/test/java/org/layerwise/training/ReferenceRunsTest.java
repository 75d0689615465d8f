package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.layerwise.activations.Relu;
import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Tanh;
import org.layerwise.core.Numpy;
import org.layerwise.core.RandomSource;
import org.layerwise.dataio.BinaryTargets;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.generators.Moons;
import org.layerwise.dataio.generators.PlanarFlower;
import org.layerwise.dataio.readers.Mat;
import org.layerwise.initializers.HeNormal;
import org.layerwise.initializers.Initializer;
import org.layerwise.initializers.LecunNormal;
import org.layerwise.initializers.Normal;
import org.layerwise.network.LayerDefaults;
import org.layerwise.network.Network;
import org.layerwise.network.NetworkBuilder;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.losses.BinaryCrossEntropy;
import org.layerwise.optimizers.Adam;
import org.layerwise.optimizers.Sgd;
import org.layerwise.regularizers.L2;
import org.layerwise.regularizers.Regularizer;
import org.layerwise.training.metrics.Accuracy;
import tools.jackson.databind.JsonNode;

/** Runs of the shared reference, through the Java API alone. */
class ReferenceRunsTest {
    @Test
    void theFlowerWithFourHiddenUnits() throws IOException {
        RandomSource random = new Numpy().seeded(3);
        Network network = network(random, new Normal(0.01), Optional.empty())
                .layer(new Dense(4, new Tanh()))
                .layer(new Dense(1, new Sigmoid()))
                .build();
        TrainingResult result = Trainer.builder(network, new Sgd(1.2))
                .train(examples(new PlanarFlower(400, 4, 0.2, 1)))
                .options(options(10000).fullBatch().build())
                .build()
                .train();
        assertMatches(result, "planar_nh4_initseed3", EpochRecord::trainCost);
    }

    @Test
    void footballWithPenalty() throws IOException {
        RandomSource random = new Numpy().seeded(3);
        Network network = network(random, new LecunNormal(), Optional.of(new L2(0.7)))
                .layer(new Dense(20, new Relu()))
                .layer(new Dense(3, new Relu()))
                .layer(new Dense(1, new Sigmoid()))
                .build();
        TrainingResult result = football(Trainer.builder(network, new Sgd(0.3)));
        assertMatches(result, "football_l2_0.7", EpochRecord::trainCost);
    }

    @Test
    void moonsInMiniBatchesWithAdam() throws IOException {
        RandomSource random = new Numpy().seeded(3);
        Network network = network(random, new HeNormal(), Optional.empty())
                .layer(new Dense(5, new Relu()))
                .layer(new Dense(2, new Relu()))
                .layer(new Dense(1, new Sigmoid()))
                .build();
        TrainingResult result = Trainer.builder(network, new Adam(0.0007))
                .train(examples(new Moons(300, 0.2, true, 3)))
                .options(options(10000).batchSize(64).build())
                .shuffling(Shuffling.reseeded(new Numpy().seeded(0), 10))
                .build()
                .train();
        assertMatches(result, "moons_2017_adam", EpochRecord::lastBatchCost);
    }

    private static NetworkBuilder network(
            RandomSource random, Initializer initializer, Optional<Regularizer> regularizer) {
        return Network.builder(2)
                .defaults(new LayerDefaults(Optional.empty(), Optional.of(initializer), regularizer))
                .loss(new BinaryCrossEntropy())
                .random(random);
    }

    private static TrainingOptions.Builder options(int epochs) {
        return TrainingOptions.epochs(epochs).logEvery(1000).metric("accuracy", new Accuracy());
    }

    private static TrainingResult football(TrainerBuilder trainer) throws IOException {
        return trainer.train(examples(football("X", "y")))
                .test(examples(football("Xval", "yval")))
                .options(options(30000).fullBatch().build())
                .build()
                .train();
    }

    private static DatasetReader football(String features, String targets) {
        Path file = Json.sharedFile("data/football/data.mat").toAbsolutePath();
        return new Mat(file, features, Optional.of(targets), Optional.empty(), Optional.empty());
    }

    private static Examples examples(DatasetReader reader) throws IOException {
        Dataset dataset = reader.read(new ReadContext(Path.of(""), new Numpy()));
        return Examples.of(dataset, BinaryTargets.of(dataset).encode(dataset));
    }

    private static void assertMatches(TrainingResult result, String name, ToDoubleFunction<EpochRecord> cost) {
        JsonNode reference = Json.shared(name + ".json");
        Map<Long, EpochRecord> records = new HashMap<>();
        result.history().forEach(record -> records.put(record.epoch(), record));
        for (JsonNode expected : reference.get("costs")) {
            EpochRecord record = records.get(expected.get("iter").longValue());
            assertThat(record)
                    .as("record of iteration %s", expected.get("iter"))
                    .isNotNull();
            assertThat(cost.applyAsDouble(record))
                    .as("cost at iteration %s", expected.get("iter"))
                    .isCloseTo(
                            expected.get("cost").doubleValue(),
                            within(expected.get("tol").doubleValue()));
        }
        JsonNode scores = reference.get("final");
        assertScore(result, Part.TRAIN, scores.get("train_score"));
        assertScore(result, Part.TEST, scores.get("test_score"));
    }

    private static void assertScore(TrainingResult result, Part part, JsonNode expected) {
        if (expected != null && expected.isNumber()) {
            assertThat(result.evaluation(part).orElseThrow().scalars().get("accuracy"))
                    .as(part.label())
                    .isCloseTo(expected.doubleValue(), within(1e-12));
        }
    }
}
