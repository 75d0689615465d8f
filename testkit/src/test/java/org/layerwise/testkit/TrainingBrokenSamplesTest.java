package org.layerwise.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.core.RandomSource;
import org.layerwise.core.SplittableRandomSource;
import org.layerwise.training.Better;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.GradientClipping;
import org.layerwise.training.ListenerSpec;
import org.layerwise.training.Metric;
import org.layerwise.training.MetricException;
import org.layerwise.training.MetricValue;
import org.layerwise.training.RunContext;
import org.layerwise.training.Task;
import org.layerwise.training.TrainingListener;

/** Metrics, ways to clip gradients, listeners and random numbers that are broken on purpose. */
class TrainingBrokenSamplesTest {
    static Stream<Arguments> metrics() {
        return Stream.of(
                Arguments.of(
                        Flaw.MEAN_OF_BATCHES, "does not depend on how the examples are split", "over uneven batches"),
                Arguments.of(
                        Flaw.FIRST_COUNTS_MORE, "does not depend on the order of the examples", "shuffled examples"),
                Arguments.of(Flaw.WRONG_WAY, "finds nothing better than perfect predictions", "HIGHER is better"),
                Arguments.of(Flaw.KEEPS_THE_BATCH, "does not look at a batch later", "were used again"),
                Arguments.of(Flaw.STARTS_ANEW, "goes on after it was asked", "asked a second time"),
                Arguments.of(Flaw.NOTHING_ACCEPTED, "gives a value for its tasks", "no task has a meaning for it"),
                Arguments.of(Flaw.CRASHES, "refuses other tasks with a reason", "instead of a MetricException"),
                Arguments.of(Flaw.INFINITE, "has an answer before any example", "before any example"));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void findsBrokenMetrics(Flaw flaw, String check, String reason) {
        Broken.assertFound(new Metrics(), Metric.class, new Absolute(flaw), check, reason);
    }

    static final class Metrics extends MetricContract {
        @Override
        protected Stream<Subject<Metric>> subjects() {
            return Stream.of();
        }
    }

    enum Flaw {
        MEAN_OF_BATCHES,
        FIRST_COUNTS_MORE,
        WRONG_WAY,
        KEEPS_THE_BATCH,
        STARTS_ANEW,
        NOTHING_ACCEPTED,
        CRASHES,
        INFINITE
    }

    /** The mean absolute error, with a flaw. */
    public record Absolute(Flaw flaw) implements Metric {
        @Override
        public Accumulator start(Task task) {
            if (flaw == Flaw.NOTHING_ACCEPTED) {
                throw new MetricException("it needs something else");
            } else if (flaw == Flaw.CRASHES && task.outputs() > 1) {
                throw new IllegalStateException("only one output");
            }
            return new Sum(flaw);
        }

        @Override
        public Better better() {
            return flaw == Flaw.WRONG_WAY ? Better.HIGHER : Better.LOWER;
        }
    }

    private static final class Sum implements Metric.Accumulator {
        private final Flaw flaw;
        private final List<DenseMatrix> batches = new ArrayList<>();
        private double sum;
        private double count;

        Sum(Flaw flaw) {
            this.flaw = flaw;
            this.sum = flaw == Flaw.INFINITE ? 1 : 0;
        }

        @Override
        public void add(DenseMatrix prediction, DenseMatrix target) {
            batches.add(prediction);
            double batch = 0;
            int m = prediction.values().length;
            for (int i = 0; i < m; i++) {
                double weight = flaw == Flaw.FIRST_COUNTS_MORE && i == 0 ? 2 : 1;
                batch += weight * Math.abs(prediction.values()[i] - target.values()[i]);
            }
            sum += flaw == Flaw.MEAN_OF_BATCHES ? batch / m : batch;
            count += flaw == Flaw.MEAN_OF_BATCHES ? 1 : m;
        }

        @Override
        public MetricValue value() {
            double value = sum / count;
            if (flaw == Flaw.KEEPS_THE_BATCH) {
                value = Arrays.stream(batches.get(0).values()).sum();
            } else if (flaw == Flaw.STARTS_ANEW) {
                sum = 0;
                count = 0;
            }
            return new MetricValue.Scalar(value);
        }
    }

    static Stream<Arguments> clippings() {
        return Stream.of(
                Arguments.of(new Scales(2), "never makes a gradient larger", "a gradient of"),
                Arguments.of(new Scales(0.5), "changes nothing the second time", "clipped twice"),
                Arguments.of(new Scales(0.5), "leaves small gradients as they are", "gradients of about 1e-9"),
                Arguments.of(new Scales(0.5), "bounds gradients, however large", "stay as large as"),
                Arguments.of(new Scales(-1), "never turns a gradient round", "a gradient of"),
                Arguments.of(new Copies(), "allocates nothing once warmed up", "warmed-up calls allocate"),
                Arguments.of(new Copies(), "leaves the parameters unchanged", "a parameter after clipping"));
    }

    @ParameterizedTest
    @MethodSource("clippings")
    void findsBrokenWaysToClip(GradientClipping broken, String check, String reason) {
        Broken.assertFound(new Clippings(), GradientClipping.class, broken, check, reason);
    }

    static final class Clippings extends GradientClippingContract {
        @Override
        protected Stream<Subject<GradientClipping>> subjects() {
            return Stream.of();
        }
    }

    public record Scales(double factor) implements GradientClipping {
        @Override
        public void clip(List<Parameter> parameters) {
            for (Parameter parameter : parameters) {
                double[] g = parameter.gradient().values();
                Arrays.setAll(g, i -> factor * g[i]);
            }
        }
    }

    public record Copies() implements GradientClipping {
        @Override
        public void clip(List<Parameter> parameters) {
            for (Parameter parameter : List.copyOf(new ArrayList<>(parameters))) {
                parameter.value().values()[0] = 0;
            }
        }
    }

    static Stream<Arguments> listeners() {
        return Stream.of(
                Arguments.of(new Beside(), "writes nowhere but below the run folder", "beside the run folder"),
                Arguments.of(new Appends(), "goes on where a run is resumed", "a run that was resumed"),
                Arguments.of(new Counts(new AtomicLong()), "writes the same for the same records", "of the same run"));
    }

    @ParameterizedTest
    @MethodSource("listeners")
    void findsBrokenListeners(ListenerSpec broken, String check, String reason) {
        Broken.assertFound(new Listeners(), ListenerSpec.class, broken, check, reason);
    }

    static final class Listeners extends ListenerContract {
        @Override
        protected Stream<Subject<ListenerSpec>> subjects() {
            return Stream.of();
        }
    }

    private static TrainingListener writing(Path file, String text) {
        return new TrainingListener() {
            @Override
            public void epochFinished(EpochRecord epoch) {
                try {
                    String before = Files.exists(file) ? Files.readString(file) : "";
                    Files.writeString(file, before + text + epoch.epoch() + "\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    public record Beside() implements ListenerSpec {
        @Override
        public TrainingListener open(RunContext run) {
            return writing(run.folder().resolveSibling("costs.txt"), "");
        }
    }

    public record Appends() implements ListenerSpec {
        @Override
        public TrainingListener open(RunContext run) {
            return writing(run.folder().resolve("costs.txt"), "");
        }
    }

    public record Counts(AtomicLong runs) implements ListenerSpec {
        @Override
        public TrainingListener open(RunContext run) {
            return writing(run.folder().resolve("costs.txt"), runs.incrementAndGet() + " ");
        }
    }

    static Stream<Arguments> generators() {
        return Stream.of(
                Arguments.of(new Wrapped(true, false, false), "goes on from a saved state", "a state was restored"),
                Arguments.of(
                        new Wrapped(false, true, false),
                        "draws whole numbers below the bound, all alike",
                        "gives a number"),
                Arguments.of(
                        new Wrapped(false, false, true),
                        "draws uniform numbers of 53 bits in [0, 1)",
                        "the last bit is set"));
    }

    @ParameterizedTest
    @MethodSource("generators")
    void findsBrokenGenerators(RandomAlgorithm broken, String check, String reason) {
        Broken.assertFound(new Generators(), RandomAlgorithm.class, broken, check, reason);
    }

    static final class Generators extends RandomAlgorithmContract {
        @Override
        protected Stream<Subject<RandomAlgorithm>> subjects() {
            return Stream.of();
        }
    }

    /** Splittable numbers with a flaw. */
    public record Wrapped(boolean forgets, boolean biased, boolean coarse) implements RandomAlgorithm {
        @Override
        public RandomSource seeded(long seed) {
            return new Flawed(this, new SplittableRandomSource(seed));
        }
    }

    private record Flawed(Wrapped flaws, RandomSource sound) implements RandomSource {
        @Override
        public double nextDouble() {
            return flaws.coarse() ? (float) (sound.nextDouble() / 2) : sound.nextDouble();
        }

        @Override
        public double nextGaussian() {
            return sound.nextGaussian();
        }

        @Override
        public int nextInt(int bound) {
            return flaws.biased() ? Math.min(sound.nextInt(bound + 1), bound - 1) : sound.nextInt(bound);
        }

        @Override
        public RandomSource stream(String purpose) {
            return new Flawed(flaws, sound.stream(purpose));
        }

        @Override
        public void reseed(long seed) {
            sound.reseed(seed);
        }

        @Override
        public long[] state() {
            return sound.state();
        }

        @Override
        public void restore(long[] state) {
            if (!flaws.forgets()) {
                sound.restore(state);
            }
        }
    }
}
