package org.layerwise.gradcheck.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.gradcheck.Discrepancy;
import org.layerwise.gradcheck.GradientCheck;
import org.layerwise.gradcheck.GradientReport;
import org.layerwise.gradcheck.Verdict;

/** What is measured again, in which order, and when that ends. */
class ComparisonTest {
    private static final int QUICK = 4;
    private static final int THOROUGH = 36;

    private final AtomicInteger costs = new AtomicInteger();

    private GradientReport compare(Parameter parameter, ToDoubleFunction<double[]> cost) {
        double[] values = parameter.value().values();
        return new Comparison(
                        new GradientCheck(),
                        () -> {
                            costs.incrementAndGet();
                            return cost.applyAsDouble(values);
                        },
                        List.of(parameter))
                .report();
    }

    /** The point (at, at, …) with the gradient of {@code Σ x²} there. */
    private static Parameter squares(int n, double at) {
        Parameter parameter = Parameter.of("x", new DenseMatrix(1, n));
        Arrays.fill(parameter.value().values(), at);
        Arrays.fill(parameter.gradient().values(), 2 * at);
        return parameter;
    }

    private static double sum(double[] x) {
        return Arrays.stream(x).map(value -> value * value).sum();
    }

    @Test
    void theWorstIsMeasuredAgainFirstAndAFullBatchThatIsRightEndsIt() {
        Parameter parameter = squares(200, 0.5);
        parameter.value().values()[150] = 0;
        parameter.gradient().values()[150] = 3;
        GradientReport report = compare(parameter, x -> sum(x) + 4 * Math.abs(x[150]));

        assertThat(report.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(report.kinkCount()).isEqualTo(1);
        assertThat(costs).hasValue(1 + 2 * 200 + THOROUGH + 63 * QUICK);
    }

    @Test
    void aGradientThatIsWrongThroughoutIsGivenUpAfterABatch() {
        Parameter parameter = squares(200, 0.5);
        Arrays.fill(parameter.gradient().values(), 1.5);
        GradientReport report = compare(parameter, ComparisonTest::sum);

        assertThat(report.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(costs).hasValue(1 + 2 * 200 + 64 * THOROUGH);
    }

    @Test
    void measuringGoesOnAsLongAsItHelps() {
        Parameter parameter = squares(200, 0);
        Arrays.fill(parameter.gradient().values(), 3);
        GradientReport report =
                compare(parameter, x -> 4 * Arrays.stream(x).map(Math::abs).sum());

        assertThat(report.kinkCount()).isEqualTo(200);
        assertThat(report.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(report.worst()).isEmpty();
    }

    @Test
    void errorsAreHeldAgainstATypicalComponent() {
        Parameter parameter = squares(100, 0.5);
        parameter.gradient().values()[0] += 1e-3;
        parameter.gradient().values()[1] += 2e-8;
        GradientReport report = compare(parameter, ComparisonTest::sum);

        assertThat(report.verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(costs).hasValue(1 + 2 * 100 + 2 * THOROUGH + 98 * QUICK);
    }

    @Test
    void theWorstStandFirstInAGradientThatIsRightToo() {
        Parameter parameter = squares(5, 0.5);
        parameter.gradient().values()[1] += 2e-8;
        parameter.gradient().values()[3] += 5e-8;
        GradientReport report = compare(parameter, ComparisonTest::sum);

        assertThat(report.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(report.worst()).extracting(Discrepancy::column).startsWith(3, 1);
    }

    @Test
    void kinksAreNotAmongTheWorst() {
        Parameter parameter = squares(4, 0.5);
        parameter.value().values()[2] = 0;
        parameter.gradient().values()[2] = 3;
        parameter.gradient().values()[0] = -1;
        GradientReport report = compare(parameter, x -> sum(x) + 4 * Math.abs(x[2]));

        assertThat(report.worst()).extracting(Discrepancy::column).containsExactlyInAnyOrder(0, 1, 3);
        assertThat(report.kinks())
                .singleElement()
                .satisfies(kink -> assertThat(kink.column()).isEqualTo(2));
    }
}
