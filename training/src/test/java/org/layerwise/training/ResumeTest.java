package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Tanh;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Numpy;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.network.Network;
import org.layerwise.network.layers.BatchNorm;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.Dropout;
import org.layerwise.network.losses.BinaryCrossEntropy;
import org.layerwise.optimizers.Adam;
import org.layerwise.optimizers.ConstantRate;
import org.layerwise.optimizers.EpsilonPlacement;
import org.layerwise.optimizers.Optimizer;
import org.layerwise.optimizers.ReduceOnPlateau;
import org.layerwise.training.metrics.Accuracy;

class ResumeTest {
    private static final Examples TRAIN = Small.points(50, 1);
    private static final Examples DEV = Small.points(20, 2);

    /** A run with shuffled mini-batches (4 an epoch) and dropout. */
    private record Run(Network network, TrainerBuilder trainer) {
        static Run of(Optimizer optimizer, RandomAlgorithm family, int epochs) {
            RandomSource random = family.seeded(5);
            boolean whole = optimizer.searchOver(List.of()).isPresent();
            Network network = whole ? Small.quiet(random) : Small.noisy(random);
            TrainingOptions options = TrainingOptions.epochs(epochs)
                    .batchSize(whole ? 50 : 16)
                    .metric("accuracy", new Accuracy())
                    .earlyStopping(new EarlyStopping("dev_cost", 100))
                    .build();
            TrainerBuilder trainer = Trainer.builder(network, optimizer)
                    .train(TRAIN)
                    .dev(DEV)
                    .random(random)
                    .options(options);
            return new Run(network, trainer);
        }

        TrainingResult train() {
            return trainer.build().train();
        }

        List<double[]> weights() {
            return network.parameters().stream().map(p -> p.value().values()).toList();
        }
    }

    private static final class CaptureAt implements Checkpointer {
        private final long step;
        private Optional<TrainingState> state = Optional.empty();

        CaptureAt(long step) {
            this.step = step;
        }

        @Override
        public void stepFinished(StateSource source) {
            if (source.step() == step) {
                state = Optional.of(source.capture());
            }
        }
    }

    static List<Optimizer> optimizers() {
        return List.copyOf(Optimizers.all().values());
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void oneMoreStepFromTheOriginalAndTheRestoredStateAgreeInEveryBit(Optimizer optimizer) {
        int epochs = optimizer.searchOver(List.of()).isPresent() ? 8 : 2;
        CaptureAt sixth = new CaptureAt(6);
        CaptureAt seventh = new CaptureAt(7);
        Run.of(optimizer, new Splittable(), epochs)
                .trainer()
                .checkpointer(sixth)
                .build()
                .train();
        Run.of(optimizer, new Splittable(), epochs)
                .trainer()
                .checkpointer(seventh)
                .build()
                .train();
        CaptureAt again = new CaptureAt(7);
        Run.of(optimizer, new Splittable(), epochs)
                .trainer()
                .checkpointer(again)
                .resumeFrom(sixth.state.orElseThrow())
                .build()
                .train();
        TrainingState expected = seventh.state.orElseThrow();
        TrainingState actual = again.state.orElseThrow();
        assertThat(actual.position()).isEqualTo(expected.position());
        assertThat(actual.matrices().keySet()).isEqualTo(expected.matrices().keySet());
        expected.matrices()
                .forEach((name, matrix) -> assertThat(
                                bits(Objects.requireNonNull(actual.matrices().get(name))))
                        .as(name)
                        .isEqualTo(bits(matrix)));
    }

    private static long[] bits(DenseMatrix matrix) {
        return Arrays.stream(matrix.values())
                .mapToLong(Double::doubleToRawLongBits)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"splittable", "numpy"})
    void aRunStoppedAfterAnyStepEndsAsIfItHadNeverBeenStopped(String name) {
        RandomAlgorithm family = name.equals("numpy") ? new Numpy() : new Splittable();
        Run whole = Run.of(new Adam(0.05), family, 4);
        TrainingResult expected = whole.train();
        for (long stop = 1; stop <= 16; stop++) {
            CaptureAt capture = new CaptureAt(stop);
            long last = stop;
            Run first = Run.of(new Adam(0.05), family, 4);
            long[] steps = {0};
            TrainingResult interrupted = first.trainer()
                    .checkpointer(capture)
                    .stopRequest(() -> ++steps[0] == last)
                    .build()
                    .train();
            assertThat(interrupted.reason()).isEqualTo(StopReason.INTERRUPTED);
            Run second = Run.of(new Adam(0.05), family, 4);
            TrainingResult result = second.trainer()
                    .resumeFrom(capture.state.orElseThrow())
                    .build()
                    .train();
            assertThat(second.weights()).as("stopped after step %d", stop).containsExactlyElementsOf(whole.weights());
            List<EpochRecord> records = new ArrayList<>(interrupted.history());
            records.addAll(result.history());
            assertThat(records).isEqualTo(expected.history());
            assertThat(result.evaluations()).isEqualTo(expected.evaluations());
            assertThat(result.restoredEpoch()).isEqualTo(expected.restoredEpoch());
        }
    }

    /** Accumulated batches, averaged weights, a rate that follows the dev cost, a frozen layer, a watch on the cost. */
    private static TrainerBuilder everything(Network[] made) {
        RandomSource random = new Splittable().seeded(5);
        Network network = Network.builder(2)
                .layer(new Dense(4, new Tanh()).frozen())
                .layer(new BatchNorm())
                .layer(new Dense(5, new Tanh()).withLearningRateFactor(0.5))
                .layer(new Dropout(0.8))
                .layer(new Dense(1, new Sigmoid()))
                .loss(new BinaryCrossEntropy())
                .random(random)
                .build();
        made[0] = network;
        ReduceOnPlateau rate = new ReduceOnPlateau(new ConstantRate(0.2), "dev_cost", 0.5, 1, 0, 1, 0);
        return Trainer.builder(network, new Adam(rate, 0.9, 0.999, 1e-8, EpsilonPlacement.OUTSIDE_ROOT, 0))
                .train(TRAIN)
                .dev(DEV)
                .random(random)
                .options(TrainingOptions.epochs(5)
                        .batchSize(8)
                        .accumulate(2)
                        .weightAverage(new WeightAverage(0.8))
                        .divergenceFactor(100)
                        .earlyStopping(new EarlyStopping("dev_cost", 100))
                        .build());
    }

    @Test
    void everythingThatChangesDuringARunIsGoneOnFrom() {
        Network[] whole = new Network[1];
        TrainingResult expected = everything(whole).build().train();
        assertThat(expected.steps()).isEqualTo(20);
        for (long stop = 1; stop < 20; stop++) {
            CaptureAt capture = new CaptureAt(stop);
            long last = stop;
            long[] steps = {0};
            TrainingResult before = everything(new Network[1])
                    .checkpointer(capture)
                    .stopRequest(() -> ++steps[0] == last)
                    .build()
                    .train();
            Network[] second = new Network[1];
            TrainingResult result = everything(second)
                    .resumeFrom(capture.state.orElseThrow())
                    .build()
                    .train();
            List<EpochRecord> records = new ArrayList<>(before.history());
            records.addAll(result.history());
            assertThat(records).as("stopped after step %d", stop).isEqualTo(expected.history());
            assertThat(result.evaluations()).isEqualTo(expected.evaluations());
            for (int i = 0; i < second[0].parameters().size(); i++) {
                assertThat(bits(second[0].parameters().get(i).value()))
                        .isEqualTo(bits(whole[0].parameters().get(i).value()));
            }
        }
        assertThat(expected.history().get(4).learningRate())
                .as("it was reduced")
                .isLessThan(0.2);
    }

    @Test
    void aFinishedRunCanBeExtended() {
        TrainingState[] last = new TrainingState[1];
        Run.of(new Adam(0.05), new Splittable(), 2)
                .trainer()
                .checkpointer(new Checkpointer() {
                    @Override
                    public void epochFinished(StateSource source) {
                        last[0] = source.capture();
                    }
                })
                .build()
                .train();
        Run extended = Run.of(new Adam(0.05), new Splittable(), 4);
        TrainingResult result = extended.trainer().resumeFrom(last[0]).build().train();
        Run whole = Run.of(new Adam(0.05), new Splittable(), 4);
        whole.train();
        assertThat(result.epochs()).isEqualTo(4);
        assertThat(result.history()).extracting(EpochRecord::epoch).containsExactly(2L, 3L);
        assertThat(extended.weights()).containsExactlyElementsOf(whole.weights());
    }

    @Test
    void aStateIsACopy() {
        CaptureAt capture = new CaptureAt(1);
        Run run = Run.of(new Adam(0.05), new Splittable(), 2);
        run.trainer().checkpointer(capture).build().train();
        TrainingState state = capture.state.orElseThrow();
        Run.of(new Adam(0.05), new Splittable(), 2)
                .trainer()
                .resumeFrom(state)
                .build()
                .train();
        assertThat(state.position().step()).isEqualTo(1);
        assertThat(state.matrices().get("parameter/dense_1.W"))
                .isNotEqualTo(run.network().parameters().get(0).value());
    }

    @Test
    void theCheckpointerSeesWhatWasMeasured() {
        List<Map<String, Double>> seen = new ArrayList<>();
        Run.of(new Adam(0.05), new Splittable(), 2)
                .trainer()
                .checkpointer(new Checkpointer() {
                    @Override
                    public void epochFinished(StateSource source) {
                        assertThat(source.epoch()).isEqualTo(seen.size() + 1L);
                        seen.add(source.values());
                    }
                })
                .build()
                .train();
        assertThat(seen).hasSize(2);
        assertThat(seen.get(1)).containsKeys("train_cost", "last_batch_cost", "dev_cost", "dev_accuracy");
    }

    @Test
    void aStateOfAnotherRunIsRefused() {
        CaptureAt capture = new CaptureAt(2);
        Run.of(new Adam(0.05), new Splittable(), 1)
                .trainer()
                .checkpointer(capture)
                .build()
                .train();
        TrainingState state = capture.state.orElseThrow();
        assertThatThrownBy(() -> Run.of(Small.descent(1), new Splittable(), 1)
                        .trainer()
                        .resumeFrom(state)
                        .build()
                        .train())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the state is of another run: its matrices differ, updater/dense_1.W/0 is not known here");
        Map<String, DenseMatrix> cut = new LinkedHashMap<>(state.matrices());
        cut.put("parameter/dense_1.W", new DenseMatrix(5, 3));
        TrainingState other = new TrainingState(state.position(), state.values(), cut, state.numbers(), state.random());
        assertThatThrownBy(() -> Run.of(new Adam(0.05), new Splittable(), 1)
                        .trainer()
                        .resumeFrom(other)
                        .build()
                        .train())
                .hasMessage("the state is of another run: its parameter/dense_1.W is 5x3, here it is 5x2");
        cut.putAll(state.matrices());
        cut.put("order", Small.row(0, 1, 2));
        TrainingState fewer = new TrainingState(state.position(), state.values(), cut, state.numbers(), state.random());
        assertThatThrownBy(() -> Run.of(new Adam(0.05), new Splittable(), 1)
                        .trainer()
                        .resumeFrom(fewer)
                        .build()
                        .train())
                .hasMessage("the state is of another run: its epoch has 3 training examples, here there are 50");
    }

    @Test
    void whateverElseRemembersIsSavedUnderItsName() {
        DenseMatrix sums = Small.row(1, 2);
        RandomSource own = new Numpy().seeded(3);
        double[] count = {0.1};
        Resumable part = new Resumable() {
            @Override
            public Map<String, DenseMatrix> matrices() {
                return Map.of("sums", sums);
            }

            @Override
            public Map<String, RandomSource> streams() {
                return Map.of("turns", own);
            }

            @Override
            public double[] numbers() {
                return count.clone();
            }

            @Override
            public void restore(double[] numbers) {
                count[0] = numbers[0];
            }
        };
        CaptureAt capture = new CaptureAt(2);
        Run.of(new Adam(0.05), new Splittable(), 1)
                .trainer()
                .resumable("part", part)
                .checkpointer(capture)
                .build()
                .train();
        double next = own.nextDouble();
        sums.setEntry(0, 0, 7);
        count[0] = 5;

        TrainingState state = capture.state.orElseThrow();
        assertThat(state.numbers().get("part")).containsExactly(0.1);
        Run.of(new Adam(0.05), new Splittable(), 1)
                .trainer()
                .resumable("part", part)
                .resumeFrom(state)
                .build()
                .train();
        assertThat(sums.getEntry(0, 0)).isEqualTo(1);
        assertThat(count[0]).isEqualTo(0.1);
        assertThat(own.nextDouble()).isEqualTo(next);
        assertThatThrownBy(() -> Run.of(new Adam(0.05), new Splittable(), 1)
                        .trainer()
                        .resumeFrom(state)
                        .build()
                        .train())
                .hasMessage("the state is of another run: its matrices differ, part/sums is not known here");
    }
}
