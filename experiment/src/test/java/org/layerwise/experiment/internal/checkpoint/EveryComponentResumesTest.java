package org.layerwise.experiment.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.activations.Softmax;
import org.layerwise.activations.Tanh;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Numpy;
import org.layerwise.core.OptionException;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Registry;
import org.layerwise.core.Splittable;
import org.layerwise.experiment.QuickFolder;
import org.layerwise.network.Network;
import org.layerwise.network.NetworkBuilder;
import org.layerwise.network.layers.BatchNorm;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.NoiseSpec;
import org.layerwise.network.losses.CategoricalCrossEntropy;
import org.layerwise.optimizers.ConstantRate;
import org.layerwise.optimizers.LearningRateSchedule;
import org.layerwise.optimizers.Optimizer;
import org.layerwise.regularizers.Noise;
import org.layerwise.training.Checkpointer;
import org.layerwise.training.EarlyStopping;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.Examples;
import org.layerwise.training.Trainer;
import org.layerwise.training.TrainerBuilder;
import org.layerwise.training.TrainingOptions;
import org.layerwise.training.TrainingResult;
import org.layerwise.training.TrainingState;

/**
 * Every optimizer with every schedule and every noise that is registered, through a file: a run that goes on from the
 * middle of an epoch or from between two ends as one that was never stopped, in every bit.
 */
class EveryComponentResumesTest {
    private static final Registry REGISTRY = Registry.load();
    private static final Fingerprint ORIGIN = Fingerprint.of("network", "experiment");
    private static final Examples TRAIN = examples(22, 1);
    private static final Examples DEV = examples(9, 2);

    /** Steps: 3 an epoch, of 8, 8 and 6 examples. */
    private static final int EPOCHS = 3;

    private static final int MID_EPOCH = 4;
    private static final int BETWEEN_EPOCHS = 6;

    @TempDir(factory = QuickFolder.class)
    private static Path folder;

    private static Examples examples(int count, long seed) {
        RandomSource random = new Splittable().seeded(seed);
        DenseMatrix x = new DenseMatrix(2, count);
        DenseMatrix y = new DenseMatrix(3, count);
        for (int j = 0; j < count; j++) {
            x.setEntry(0, j, random.nextGaussian());
            x.setEntry(1, j, random.nextGaussian());
            y.setEntry(random.nextInt(3), j, 1);
        }
        return Examples.of(x, y);
    }

    private record Setting(Optimizer optimizer, Noise noise, RandomAlgorithm family) {
        boolean searches() {
            return optimizer.searchOver(List.of()).isPresent();
        }

        Network network(RandomSource random) {
            NetworkBuilder builder = Network.builder(2);
            if (searches()) {
                builder.layer(new Dense(4, new Tanh()));
            } else if (isOfWeights(noise)) {
                builder.layer(new Dense(4, new Tanh()).withWeightNoise(noise)).layer(new BatchNorm());
            } else {
                builder.layer(new Dense(4, new Tanh()))
                        .layer(new NoiseSpec(noise))
                        .layer(new BatchNorm());
            }
            return builder.layer(new Dense(3, new Softmax()))
                    .loss(new CategoricalCrossEntropy())
                    .random(random)
                    .build();
        }

        Run begin() {
            RandomSource random = family.seeded(7);
            Network network = network(random);
            TrainingOptions.Builder options =
                    TrainingOptions.epochs(EPOCHS).earlyStopping(new EarlyStopping("dev_cost", 100));
            if (searches()) {
                options.fullBatch();
            } else {
                options.batchSize(8);
            }
            return new Run(
                    network,
                    Trainer.builder(network, optimizer)
                            .train(TRAIN)
                            .dev(DEV)
                            .random(random)
                            .options(options.build()));
        }
    }

    private record Run(Network network, TrainerBuilder trainer) {
        List<long[]> bits() {
            return network.parameters().stream()
                    .map(p -> Arrays.stream(p.value().values())
                            .mapToLong(Double::doubleToRawLongBits)
                            .toArray())
                    .toList();
        }
    }

    private static boolean isOfWeights(Noise noise) {
        try {
            new NoiseSpec(noise);
            return false;
        } catch (OptionException e) {
            return true;
        }
    }

    /** Writes a file in the middle of an epoch and one between two. */
    private static final class Saves implements Checkpointer {
        private final CheckpointStore mid;
        private final CheckpointStore between;
        private final int at;

        Saves(String name, boolean searches) {
            this.mid = new CheckpointStore(folder.resolve(name + "-mid"), ORIGIN);
            this.between = new CheckpointStore(folder.resolve(name + "-between"), ORIGIN);
            this.at = searches ? 2 : MID_EPOCH;
        }

        @Override
        public void stepFinished(StateSource source) {
            if (source.step() == at) {
                write(mid, source);
            }
        }

        @Override
        public void epochFinished(StateSource source) {
            if (source.epoch() == 2) {
                write(between, source);
            }
        }

        private static void write(CheckpointStore store, StateSource source) {
            try {
                store.write(source.view(), "test", Optional.empty());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyOptimizerScheduleAndNoise() {
        List<DynamicTest> tests = new ArrayList<>();
        AtomicInteger count = new AtomicInteger();
        REGISTRY.all(Optimizer.class)
                .forEach((optimizer, type) -> tests.add(DynamicTest.dynamicTest(optimizer, () -> {
                    REGISTRY.all(LearningRateSchedule.class)
                            .forEach((schedule, rate) -> REGISTRY.all(Noise.class)
                                    .forEach((noise, noiseType) -> {
                                        RandomAlgorithm family =
                                                count.incrementAndGet() % 2 == 0 ? new Splittable() : new Numpy();
                                        Setting setting = new Setting(
                                                with(make(type), (LearningRateSchedule) make(rate)),
                                                (Noise) make(noiseType),
                                                family);
                                        check(optimizer + "-" + schedule + "-" + noise, setting);
                                    }));
                })));
        return tests.stream();
    }

    private static void check(String name, Setting setting) {
        Run whole = setting.begin();
        Saves saves = new Saves(name, setting.searches());
        TrainingResult expected = whole.trainer().checkpointer(saves).build().train();
        for (CheckpointStore store : List.of(saves.mid, saves.between)) {
            Run resumed = setting.begin();
            TrainingState state = newest(store);
            TrainingResult result = resumed.trainer().resumeFrom(state).build().train();
            assertThat(resumed.bits()).as(name).containsExactlyElementsOf(whole.bits());
            assertThat(result.evaluations()).as(name).isEqualTo(expected.evaluations());
            assertThat(result.restoredEpoch()).as(name).isEqualTo(expected.restoredEpoch());
            assertThat(result.history())
                    .as(name)
                    .isEqualTo(recordsFrom(state.position().epoch(), expected));
        }
    }

    private static List<EpochRecord> recordsFrom(long epoch, TrainingResult result) {
        return result.history().stream().filter(row -> row.epoch() >= epoch).toList();
    }

    private static TrainingState newest(CheckpointStore store) {
        try {
            CheckpointStore.Found found = store.newest();
            assertThat(found.skipped()).isEmpty();
            return found.state().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theStatesAreFromWhereTheySeemToBe() {
        Setting setting = new Setting(
                with(make(REGISTRY.find(Optimizer.class, "adam").orElseThrow()), new ConstantRate(0.01)),
                (Noise) make(REGISTRY.find(Noise.class, "dropout").orElseThrow()),
                new Splittable());
        Saves saves = new Saves("places", false);
        setting.begin().trainer().checkpointer(saves).build().train();
        TrainingState.Position mid = newest(saves.mid).position();
        TrainingState.Position between = newest(saves.between).position();
        assertThat(mid.batch()).isEqualTo(1);
        assertThat(mid.step()).isEqualTo(MID_EPOCH);
        assertThat(between.batch()).isZero();
        assertThat(between.step()).isEqualTo(BETWEEN_EPOCHS);
    }

    /** The same optimizer with another learning rate. */
    private static Optimizer with(Object optimizer, LearningRateSchedule schedule) {
        try {
            RecordComponent[] components = optimizer.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].getType() == LearningRateSchedule.class
                        ? schedule
                        : components[i].getAccessor().invoke(optimizer);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return (Optimizer)
                    optimizer.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(optimizer.getClass().getName(), e);
        }
    }

    /** A component by its shortest constructor, with numbers that do for what its parameters are called. */
    private static Object make(Class<?> type) {
        Constructor<?> shortest = Arrays.stream(type.getConstructors())
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow();
        try {
            return shortest.newInstance(Arrays.stream(shortest.getParameters())
                    .map(EveryComponentResumesTest::sample)
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName() + ": no sample for " + shortest, e);
        }
    }

    private static Object sample(Parameter parameter) {
        String name = parameter.getName().toLowerCase(Locale.ROOT);
        Class<?> type = parameter.getType();
        if (type == double.class) {
            return name.contains("rate") && !name.contains("decay") ? (name.startsWith("max") ? 0.04 : 0.02) : 0.5;
        }
        if (type == long.class || type == int.class) {
            return type == int.class ? (Object) 4 : (Object) 4L;
        }
        if (type == List.class) {
            boolean whole =
                    ((ParameterizedType) parameter.getParameterizedType()).getActualTypeArguments()[0] == Long.class;
            return whole ? List.of(2L, 5L) : List.of(0.05, 0.02, 0.01);
        }
        if (type == LearningRateSchedule.class) {
            return new ConstantRate(0.02);
        }
        throw new IllegalArgumentException("a sample for " + parameter + " is missing: add it here");
    }
}
