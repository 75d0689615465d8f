package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.activations.Activation;
import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Tanh;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Numpy;
import org.layerwise.core.RandomSource;
import org.layerwise.network.Network;
import org.layerwise.network.layers.BatchNorm;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.Dropout;
import org.layerwise.network.losses.BinaryCrossEntropy;
import org.layerwise.optimizers.Adam;

class StopNowTest {
    private static final Examples TRAIN = Small.points(50, 1);
    private static final Examples DEV = Small.points(20, 2);

    /** Tanh that takes its time, so that steps count as long, until it stands still in one of its calls. */
    private static final class Hesitant implements Activation {
        private final Activation tanh = new Tanh();
        private final int standsStillAt;
        private final CountDownLatch stands = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private int calls;

        Hesitant(int standsStillAt) {
            this.standsStillAt = standsStillAt;
        }

        @Override
        public void apply(DenseMatrix z, DenseMatrix a) {
            calls++;
            tanh.apply(z, a);
            try {
                if (calls < standsStillAt) {
                    TimeUnit.MILLISECONDS.sleep(60);
                }
                if (calls == standsStillAt) {
                    stands.countDown();
                    goOn.await();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void backpropagate(DenseMatrix z, DenseMatrix a, DenseMatrix dA, DenseMatrix dZ) {
            tanh.backpropagate(z, a, dA, dZ);
        }
    }

    private record Run(Network network, TrainerBuilder trainer) {
        /** Four steps an epoch; everything that remembers something takes part, and all draw from one stream. */
        static Run of(Activation activation) {
            RandomSource random = new Numpy().seeded(5);
            Network network = Network.builder(2)
                    .layer(new Dense(5, new Tanh()))
                    .layer(new BatchNorm())
                    .layer(new Dropout(0.8))
                    .layer(new Dense(4, activation))
                    .layer(new Dense(1, new Sigmoid()))
                    .loss(new BinaryCrossEntropy())
                    .random(random)
                    .build();
            return new Run(
                    network,
                    Trainer.builder(network, new Adam(0.05))
                            .train(TRAIN)
                            .dev(DEV)
                            .random(random)
                            .clock(System::nanoTime)
                            .options(TrainingOptions.epochs(3)
                                    .batchSize(16)
                                    .earlyStopping(new EarlyStopping("dev_cost", 2))
                                    .build()));
        }

        List<double[]> weights() {
            return network.parameters().stream().map(p -> p.value().values()).toList();
        }
    }

    /** Keeps what a file would get. */
    private static final class Saves implements Checkpointer {
        private final List<TrainingState> saved = new CopyOnWriteArrayList<>();

        @Override
        public void interrupted(StateSource source) {
            saved.add(source.view());
        }
    }

    /** Calls of the activation: 4 steps, then 2 measurements (train has no metric: dev alone, 1), and so on. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 6, 8, 10})
    void savesWhatWasBeforeTheStepThatIsUnderWay(int call) throws Exception {
        Run whole = Run.of(new Hesitant(0));
        TrainingResult expected = whole.trainer().build().train();
        Hesitant hesitant = new Hesitant(call);
        Saves saves = new Saves();
        Run first = Run.of(hesitant);
        Trainer trainer = first.trainer().checkpointer(saves).build();
        CompletableFuture<TrainingResult> training = CompletableFuture.supplyAsync(trainer::train);
        hesitant.stands.await();

        assertThat(trainer.stopNow(Duration.ofSeconds(10))).isTrue();
        Run second = Run.of(new Tanh());
        TrainingResult result =
                second.trainer().resumeFrom(saves.saved.get(0)).build().train();
        hesitant.goOn.countDown();

        assertThat(training.get(10, TimeUnit.SECONDS).reason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(trainer.stopNow(Duration.ofSeconds(1))).as("a second time").isFalse();
        assertThat(second.weights()).containsExactlyElementsOf(whole.weights());
        assertThat(result.evaluations()).isEqualTo(expected.evaluations());
        assertThat(result.reason()).isEqualTo(expected.reason());
        assertThat(result.restoredEpoch()).isEqualTo(expected.restoredEpoch());
        EpochRecord last = result.history().get(result.history().size() - 1);
        EpochRecord wanted = expected.history().get(expected.history().size() - 1);
        assertThat(last.trainCost()).isEqualTo(wanted.trainCost());
        assertThat(last.metrics()).isEqualTo(wanted.metrics());
    }

    @Test
    void waitsNoLongerThanAllowed() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Trainer trainer = Run.of(new Tanh())
                .trainer()
                .checkpointer(new Checkpointer() {
                    @Override
                    public void stepFinished(StateSource source) {
                        inside.countDown();
                        try {
                            goOn.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                })
                .build();
        CompletableFuture<TrainingResult> training = CompletableFuture.supplyAsync(trainer::train);
        inside.await();
        assertThat(trainer.stopNow(Duration.ofMillis(20))).isFalse();
        goOn.countDown();
        assertThat(training.get(10, TimeUnit.SECONDS).reason()).isEqualTo(StopReason.EPOCHS_DONE);
    }

    @Test
    void isOverWhereNothingRuns() {
        assertThat(Run.of(new Tanh()).trainer().build().stopNow(Duration.ZERO)).isFalse();
    }

    @Test
    void theEndIsOfferedBeforeTheBestWeightsArePutBack() {
        List<TrainingState> ends = new ArrayList<>();
        Run run = Run.of(new Tanh());
        TrainingResult result = run.trainer()
                .options(TrainingOptions.epochs(30)
                        .batchSize(16)
                        .earlyStopping(new EarlyStopping("train_cost", 2, 1e6, true, 0))
                        .build())
                .checkpointer(new Checkpointer() {
                    @Override
                    public void ended(StateSource source) {
                        ends.add(source.capture());
                    }
                })
                .build()
                .train();

        assertThat(result.reason()).isEqualTo(StopReason.EARLY_STOPPING);
        assertThat(ends).hasSize(1);
        assertThat(ends.get(0).position().epoch()).isEqualTo(result.epochs());
        TrainingResult resumed = Run.of(new Tanh())
                .trainer()
                .options(TrainingOptions.epochs(30)
                        .batchSize(16)
                        .earlyStopping(new EarlyStopping("train_cost", 2, 1e6, true, 0))
                        .build())
                .resumeFrom(ends.get(0))
                .build()
                .train();
        assertThat(resumed.reason()).as("nothing is trained any more").isEqualTo(StopReason.EARLY_STOPPING);
        assertThat(resumed.steps()).isEqualTo(result.steps());
        assertThat(resumed.evaluations()).isEqualTo(result.evaluations());
        assertThat(resumed.history()).isEmpty();
    }
}
