package org.layerwise.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.activations.Relu;
import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Tanh;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;
import org.layerwise.core.Parameter;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.initializers.Zeros;
import org.layerwise.network.Network;
import org.layerwise.network.Workspace;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.Dropout;
import org.layerwise.network.losses.BinaryCrossEntropy;
import org.layerwise.regularizers.L2;

class GradientCheckTest {
    private static final GradientCheck CHECK = new GradientCheck();

    private static DenseMatrix row(double... values) {
        return DenseMatrix.wrap(1, values.length, values);
    }

    @Test
    void findsTheCoursesDifferenceInOneDimension() {
        for (var golden :
                Golden.read("gradient_check.json").get("one_dimensional").get("cases")) {
            double x = golden.get("x").doubleValue();
            GradientReport report = CHECK.check(
                    t -> t.getEntry(0, 0) * x, row(golden.get("theta").doubleValue()), row(x));

            assertThat(report.difference()).isCloseTo(golden.get("difference").doubleValue(), within(1e-16));
            assertThat(report.verdict()).isEqualTo(Verdict.RIGHT);
        }
    }

    private static Network course() {
        var golden = Golden.read("gradient_check.json").get("n_dimensional");
        Network network = Network.builder(4)
                .layer(new Dense(5, new Relu()))
                .layer(new Dense(3, new Relu()))
                .layer(new Dense(1, new Sigmoid()))
                .loss(new BinaryCrossEntropy())
                .random(new Splittable().seeded(1))
                .build();
        int k = 0;
        for (Parameter parameter : network.parameters()) {
            for (int i = 0; i < parameter.value().values().length; i++) {
                parameter.value().values()[i] = golden.get("theta").get(k++).doubleValue();
            }
        }
        assertThat(k).isEqualTo(golden.get("theta").size());
        return network;
    }

    private static Workspace courseData(Network network) {
        var golden = Golden.read("gradient_check.json").get("n_dimensional");
        Workspace workspace = network.workspace(3);
        workspace.input().setSubMatrix(Golden.matrix(golden.get("X")).getData(), 0, 0);
        workspace.target().setSubMatrix(Golden.matrix(golden.get("Y")).getData(), 0, 0);
        return workspace;
    }

    @Test
    void findsTheCoursesNetworkRight() {
        Network network = course();
        GradientReport report = CHECK.check(network, courseData(network));

        assertThat(report.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(report.checked()).isEqualTo(47);
        var golden = Golden.read("gradient_check.json").get("n_dimensional").get("grad");
        int k = 0;
        for (Parameter parameter : network.parameters()) {
            for (double value : parameter.gradient().values()) {
                assertThat(value).isCloseTo(golden.get(k++).doubleValue(), within(1e-13));
            }
        }
    }

    @Test
    void findsTheCoursesTwoPlantedBugs() {
        Network network = course();
        Workspace workspace = courseData(network);
        network.costAndGradientsWithoutNoise(workspace);
        scale(network.parameters().get(2), 2);
        scale(network.parameters().get(1), 4);
        GradientReport report = CHECK.compare(() -> network.costWithoutNoise(workspace), network.parameters());

        assertThat(report.difference()).isCloseTo(0.2850931567761624, within(1e-8));
        assertThat(report.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(report.worst())
                .first()
                .satisfies(worst -> assertThat(worst.parameter()).isEqualTo("dense_1.b"));
    }

    private static void scale(Parameter parameter, double factor) {
        double[] gradient = parameter.gradient().values();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= factor;
        }
    }

    @Test
    void includesThePenaltyAndLeavesNoiseOut() {
        Network network = Network.builder(3)
                .layer(new Dense(4, new Tanh()).withRegularizer(new L2(0.7)))
                .layer(new Dropout(0.5))
                .layer(new Dense(1, new Sigmoid()))
                .loss(new BinaryCrossEntropy())
                .random(new Splittable().seeded(1))
                .build();
        DenseMatrix x = random(3, 5);
        DenseMatrix y = row(1, 0, 1, 1, 0);
        double[] weights = network.parameters().get(0).value().values().clone();

        assertThat(CHECK.check(network, x, y).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(network.parameters().get(0).value().values())
                .as("put back to the bit")
                .containsExactly(weights);
    }

    @Test
    void provesTheGradientsOfTheGivenExamples() {
        Network network = course();
        Workspace workspace = courseData(network);
        network.costAndGradientsWithoutNoise(workspace);
        double[] expected = network.parameters().get(0).gradient().values().clone();
        Network again = course();
        CHECK.check(again, workspace.input(), workspace.target());

        assertThat(again.parameters().get(0).gradient().values()).containsExactly(expected);
        assertThat(expected).isNotEqualTo(new double[expected.length]);
    }

    @Test
    void oneParameterAndOneDiscrepancyAreEnough() {
        GradientReport report = new GradientCheck(1e-7, 1, 1).check(x -> 2 * x.getEntry(0, 0), row(1), row(5));

        assertThat(report.worst()).hasSize(1);
        assertThat(report.worst().get(0).distance()).isCloseTo(3, within(1e-6));
    }

    @Test
    void namesTheWorstParametersWithBothValues() {
        DenseMatrix at = DenseMatrix.of(new double[][] {{1, 2}, {3, 4}});
        DenseMatrix gradient = DenseMatrix.of(new double[][] {{2, 4}, {-6, 8.5}});
        GradientReport report = CHECK.check(x -> x.getFrobeniusNorm() * x.getFrobeniusNorm(), at, gradient);

        assertThat(report.worst()).hasSize(4);
        Discrepancy worst = report.worst().get(0);
        assertThat(worst.row()).isEqualTo(1);
        assertThat(worst.column()).isEqualTo(0);
        assertThat(worst.gradient()).isEqualTo(-6);
        assertThat(worst.approximation()).isCloseTo(6, within(1e-6));
        assertThat(worst.toString()).startsWith("x[1][0]: gradient -6.000").contains("approximation 6.0");
        assertThat(report.worst().get(1).column()).isEqualTo(1);
        assertThat(report.summary()).startsWith("gradient wrong: difference").contains("4 of 4");
    }

    @Test
    void tellsAKinkFromAMistake() {
        DenseMatrix at = row(0, 2, -3);
        GradientReport right = CHECK.check(GradientCheckTest::relus, at, row(0, 1, 0));
        GradientReport wrong = CHECK.check(GradientCheckTest::relus, at, row(0, 1, 1));

        assertThat(right.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(right.kinkCount()).isEqualTo(1);
        assertThat(right.summary()).endsWith("1 at a kink left out");
        Kink kink = right.kinks().get(0);
        assertThat(kink.column()).isZero();
        assertThat(kink.left()).isCloseTo(0, within(1e-6));
        assertThat(kink.right()).isCloseTo(1, within(1e-6));
        assertThat(kink.toString()).startsWith("x[0][0]: kink, gradient 0.0");
        assertThat(wrong.verdict()).isEqualTo(Verdict.WRONG);
    }

    private static double relus(DenseMatrix x) {
        double sum = 0;
        for (double value : x.values()) {
            sum += Math.max(value, 0);
        }
        return sum;
    }

    @Test
    void knowsTheKinksOfANetworkOfZeros() {
        Network network = Network.builder(2)
                .layer(new Dense(3, new Relu()))
                .layer(new Dense(1, new Sigmoid()))
                .loss(new BinaryCrossEntropy())
                .random(new Splittable().seeded(1))
                .build();
        Arrays.fill(network.parameters().get(0).value().values(), 0);
        GradientReport report = CHECK.check(network, random(2, 5), row(1, 0, 1, 1, 1));

        assertThat(report.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(report.kinkCount()).isBetween(3L, 9L);
        assertThat(report.kinks())
                .allSatisfy(kink -> assertThat(kink.parameter()).startsWith("dense_1"));
    }

    @Test
    void seesThroughTheRoundingOfALargeCost() {
        DenseMatrix at = row(0.3, -0.2, 0.9);
        DenseMatrix gradient = row(Math.cos(0.3), Math.cos(-0.2), Math.cos(0.9));
        GradientReport report = CHECK.check(x -> 1000 + sines(x), at, gradient);

        assertThat(NumericalGradient.of(x -> 1000 + sines(x), at, 1e-7).getEntry(0, 0))
                .as("what rounding does to a step of 1e-7")
                .isNotCloseTo(Math.cos(0.3), within(1e-7));
        assertThat(report.verdict()).isEqualTo(Verdict.RIGHT);
    }

    private static double sines(DenseMatrix x) {
        double sum = 0;
        for (double value : x.values()) {
            sum += Math.sin(value);
        }
        return sum;
    }

    @Test
    void callsGradientsOfZeroRight() {
        GradientReport report = CHECK.check(x -> 3, row(1, 2), row(0, 0));

        assertThat(report.difference()).isZero();
        assertThat(report.verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void callsNaNWrong() {
        assertThat(CHECK.check(x -> Double.NaN, row(1, 2), row(0, 0)).verdict()).isEqualTo(Verdict.WRONG);
        assertThat(CHECK.check(x -> sines(x), row(1, 2), row(Double.NaN, 0)).verdict())
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void readsTheDifferenceAsTheCourseDoes() {
        assertThat(Verdict.of(0)).isEqualTo(Verdict.RIGHT);
        assertThat(Verdict.of(Math.nextDown(1e-7))).isEqualTo(Verdict.RIGHT);
        assertThat(Verdict.of(1e-7)).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(Verdict.of(1e-3)).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(Verdict.of(Math.nextUp(1e-3))).isEqualTo(Verdict.WRONG);
        assertThat(Verdict.of(Double.NaN)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void takesAShareOfEachMatrixWhereThereAreTooMany() {
        Network network = Network.builder(30)
                .layer(new Dense(20, new Tanh()))
                .layer(new Dense(1, new Sigmoid()).withInitializer(new Zeros()))
                .loss(new BinaryCrossEntropy())
                .random(new Splittable().seeded(1))
                .build();
        DenseMatrix x = random(30, 2);
        GradientReport report = new GradientCheck(1e-7, 100, 1000).check(network, x, row(1, 0));

        assertThat(report.parameters()).isEqualTo(30 * 20 + 20 + 20 + 1);
        assertThat(report.checked()).isEqualTo(report.worst().size()).isBetween(100L, 160L);
        assertThat(report.worst())
                .extracting(Discrepancy::parameter)
                .contains("dense_1.W", "dense_1.b", "dense_2.W", "dense_2.b")
                .doesNotContainNull();
        assertThat(report.worst()).doesNotHaveDuplicates();
    }

    @Test
    void rejectsOptionsOutOfRange() {
        for (List<Number> bad :
                List.of(List.<Number>of(0.0, 1, 1), List.<Number>of(1e-7, 0, 1), List.<Number>of(1e-7, 1, 0))) {
            assertThatThrownBy(() -> new GradientCheck(
                            bad.get(0).doubleValue(),
                            bad.get(1).intValue(),
                            bad.get(2).intValue()))
                    .isInstanceOf(OptionException.class);
        }
    }

    private static DenseMatrix random(int rows, int columns) {
        RandomSource random = new Splittable().seeded(4);
        DenseMatrix matrix = new DenseMatrix(rows, columns);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = random.nextGaussian();
        }
        return matrix;
    }
}
