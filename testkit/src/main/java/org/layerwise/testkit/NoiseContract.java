package org.layerwise.testkit;

import java.util.Arrays;
import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.NumpyRandomSource;
import org.layerwise.core.RandomSource;
import org.layerwise.core.SplittableRandomSource;
import org.layerwise.regularizers.Noise;
import org.layerwise.testkit.internal.Allocation;
import org.layerwise.testkit.internal.Require;
import org.layerwise.testkit.internal.Samples;

/** The contract of noise on activations. */
public abstract class NoiseContract extends Contract<Noise> {
    private static final double H = 1e-5;

    /** For subclasses. */
    protected NoiseContract() {
        super(
                Noise.class,
                List.of(
                        new Check<>("writes every entry, whatever the shape", NoiseContract::writesEveryEntry),
                        new Check<>("leaves its input unchanged", NoiseContract::leavesItsInput),
                        new Check<>("works in place", NoiseContract::worksInPlace),
                        new Check<>("gives the same bits for the same seed", NoiseContract::isPure),
                        new Check<>("gives the same bits in several threads", NoiseContract::isThreadSafe),
                        new Check<>("goes on with its stream", NoiseContract::goesOn),
                        new Check<>("works with every generator", NoiseContract::worksWithNumpy),
                        new Check<>("draws whatever the input", NoiseContract::drawsWhateverTheInput),
                        new Check<>("has the slope that differences show", NoiseContract::hasItsSlope),
                        new Check<>("keeps the mean of its input", NoiseContract::keepsTheMean),
                        new Check<>("does not hide NaN", NoiseContract::passesNanOn),
                        new Check<>("does not look at what stood there", NoiseContract::ignoresOldValues),
                        new Check<>("allocates nothing once warmed up", NoiseContract::allocatesNothing)));
    }

    private record Result(DenseMatrix output, DenseMatrix slope) {}

    private static Result apply(Noise noise, DenseMatrix input, RandomSource random) {
        Result result = new Result(Samples.unwritten(input), Samples.unwritten(input));
        noise.apply(input, result.output(), result.slope(), random);
        return result;
    }

    private static void writesEveryEntry(Subject<Noise> subject) {
        Samples.ofEveryShape().forEach(input -> {
            Result result = apply(subject.component(), input, new SplittableRandomSource(1));
            Require.finite(result.output(), "the output of a " + input.shape() + " input");
            Require.finite(result.slope(), "the slope of a " + input.shape() + " input");
        });
    }

    private static void leavesItsInput(Subject<Noise> subject) {
        DenseMatrix input = Samples.normal(5, 7, 2);
        apply(subject.component(), input, new SplittableRandomSource(1));
        Require.sameBits(Samples.normal(5, 7, 2), input, "the input");
    }

    private static void worksInPlace(Subject<Noise> subject) {
        DenseMatrix input = Samples.normal(5, 7, 3);
        Result expected = apply(subject.component(), input, new SplittableRandomSource(1));
        DenseMatrix slope = Samples.unwritten(input);
        subject.component().apply(input, input, slope, new SplittableRandomSource(1));
        Require.sameBits(expected.output(), input, "the output in place of the input");
        Require.sameBits(expected.slope(), slope, "the slope in place");
    }

    private static void isPure(Subject<Noise> subject) {
        DenseMatrix input = Samples.normal(5, 7, 4);
        Result first = apply(subject.component(), input, new SplittableRandomSource(1));
        apply(subject.component(), Samples.normal(2, 2, 5), new SplittableRandomSource(9));
        Result second = apply(subject.component(), input, new SplittableRandomSource(1));
        Require.sameBits(first.output(), second.output(), "the second output from one seed");
        Require.sameBits(first.slope(), second.slope(), "the second slope from one seed");
    }

    private static void isThreadSafe(Subject<Noise> subject) throws Exception {
        DenseMatrix input = Samples.normal(30, 40, 6);
        DenseMatrix expected =
                apply(subject.component(), input, new SplittableRandomSource(1)).output();
        for (DenseMatrix result : Samples.inThreads(() ->
                apply(subject.component(), input, new SplittableRandomSource(1)).output())) {
            Require.sameBits(expected, result, "the output in several threads");
        }
    }

    private static void goesOn(Subject<Noise> subject) {
        DenseMatrix input = Samples.normal(5, 7, 7);
        SplittableRandomSource random = new SplittableRandomSource(1);
        apply(subject.component(), input, random);
        long[] state = random.state();
        Result next = apply(subject.component(), input, random);
        random.restore(state);
        Require.sameBits(
                next.output(), apply(subject.component(), input, random).output(), "the next output, restored");
    }

    private static void worksWithNumpy(Subject<Noise> subject) {
        DenseMatrix input = Samples.normal(5, 7, 8);
        Result result = apply(subject.component(), input, new NumpyRandomSource(1));
        Require.finite(result.output(), "the output with numpy's generator");
    }

    private static void drawsWhateverTheInput(Subject<Noise> subject) {
        SplittableRandomSource one = new SplittableRandomSource(1);
        SplittableRandomSource other = new SplittableRandomSource(1);
        apply(subject.component(), Samples.normal(5, 7, 9), one);
        apply(subject.component(), new DenseMatrix(5, 7), other);
        Require.that(Arrays.equals(one.state(), other.state()), () -> "how much is drawn depends on the input");
    }

    private static void hasItsSlope(Subject<Noise> subject) {
        DenseMatrix input = Samples.normal(5, 7, 10);
        DenseMatrix above = input.copy();
        DenseMatrix below = input.copy();
        for (int i = 0; i < 35; i++) {
            above.values()[i] += H;
            below.values()[i] -= H;
        }
        double[] slope = apply(subject.component(), input, new SplittableRandomSource(1))
                .slope()
                .values();
        double[] up = apply(subject.component(), above, new SplittableRandomSource(1))
                .output()
                .values();
        double[] down = apply(subject.component(), below, new SplittableRandomSource(1))
                .output()
                .values();
        for (int i = 0; i < 35; i++) {
            int entry = i;
            Require.close((up[i] - down[i]) / (2 * H), slope[i], 1e-9, () -> "the slope of entry " + entry);
        }
    }

    /** Over 10⁵ draws: the expected output is the input, or that of a unit that is standardized. */
    private static void keepsTheMean(Subject<Noise> subject) {
        DenseMatrix input = Samples.normal(100, 1000, 15);
        double[] output = apply(subject.component(), input, new SplittableRandomSource(2))
                .output()
                .values();
        double before = Arrays.stream(input.values()).sum() / 1e5;
        double after = Arrays.stream(output).sum() / 1e5;
        double variance = Arrays.stream(output).map(x -> x * x).sum() / 1e5;
        double bound = 5 * Math.sqrt((variance + 2.25) / 1e5);
        Require.that(
                Math.abs(after - before) < bound,
                () -> "the mean of 100 000 inputs goes from " + before + " to " + after + ", which is more than "
                        + bound);
    }

    private static void passesNanOn(Subject<Noise> subject) {
        DenseMatrix input = Samples.normal(5, 7, 16);
        Arrays.fill(input.values(), Double.NaN);
        DenseMatrix output =
                apply(subject.component(), input, new SplittableRandomSource(3)).output();
        boolean kept = Arrays.stream(output.values()).anyMatch(Double::isNaN);
        Require.that(kept, () -> "an input of NaN alone becomes " + output);
    }

    private static void ignoresOldValues(Subject<Noise> subject) {
        DenseMatrix input = Samples.normal(5, 7, 11);
        DenseMatrix slope = Samples.normal(5, 7, 12);
        DenseMatrix output = Samples.normal(5, 7, 13);
        subject.component().apply(input, output, slope, new SplittableRandomSource(1));
        Result expected = apply(subject.component(), input, new SplittableRandomSource(1));
        Require.sameBits(expected.output(), output, "the output over other values");
        Require.sameBits(expected.slope(), slope, "the slope over other values");
    }

    private static void allocatesNothing(Subject<Noise> subject) {
        DenseMatrix input = Samples.normal(3, 4, 14);
        DenseMatrix output = input.copy();
        DenseMatrix slope = input.copy();
        RandomSource random = new SplittableRandomSource(1);
        Allocation.requireNone(() -> subject.component().apply(input, output, slope, random));
    }
}
