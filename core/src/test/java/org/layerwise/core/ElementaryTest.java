package org.layerwise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementaryTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static final Map<String, DoubleUnaryOperator> SCALAR = new TreeMap<>(Map.of(
            "exp", Elementary::exp,
            "expm1", Elementary::expm1,
            "log", Elementary::log,
            "log1p", Elementary::log1p,
            "tanh", Elementary::tanh,
            "sigmoid", Elementary::sigmoid,
            "softplus", Elementary::softplus,
            "tail", Elementary::tail,
            "expm1OfNegative", x -> Elementary.expm1(Math.min(x, 0)) + 0.0));

    private interface ArrayForm {
        void apply(double[] x, double[] y);
    }

    private interface RangeForm {
        void apply(double[] x, double[] y, int from, int to);
    }

    static Stream<Arguments> rangeForms() {
        return Stream.of(
                Arguments.of("exp", (RangeForm) Elementary::exp),
                Arguments.of("tail", (RangeForm) Elementary::tail),
                Arguments.of("log1p", (RangeForm) Elementary::log1p),
                Arguments.of("expm1OfNegative", (RangeForm) Elementary::expm1OfNegative),
                Arguments.of("tanh", (RangeForm) Elementary::tanh),
                Arguments.of("sigmoid", (RangeForm) Elementary::sigmoid),
                Arguments.of("softplus", (RangeForm) Elementary::softplus));
    }

    static Stream<Arguments> arrayForms() {
        return Stream.of(
                Arguments.of("exp", (ArrayForm) Elementary::exp),
                Arguments.of("log", (ArrayForm) Elementary::log),
                Arguments.of("log1p", (ArrayForm) Elementary::log1p),
                Arguments.of("tanh", (ArrayForm) Elementary::tanh),
                Arguments.of("sigmoid", (ArrayForm) Elementary::sigmoid),
                Arguments.of("softplus", (ArrayForm) Elementary::softplus));
    }

    @ParameterizedTest
    @CsvSource({"exp, 1.01", "expm1, 2", "log, 1.01", "log1p, 2", "tanh, 2", "sigmoid, 2", "softplus, 2"})
    void isWithinAFewUnitsOfTheCorrectlyRoundedValue(String name, double units) throws IOException {
        double worst = 0;
        String where = "";
        List<String[]> rows = reference(name);
        assertThat(rows).hasSizeGreaterThan(300);
        for (String[] row : rows) {
            double x = Double.parseDouble(row[1]);
            double expected = Double.parseDouble(row[2]);
            double actual = scalar(name).applyAsDouble(x);
            double error = expected == actual ? 0 : Math.abs(actual - expected) / Math.ulp(expected);
            if (!(error <= worst)) {
                worst = error;
                where = x + " gave " + actual + " instead of " + expected;
            }
        }
        assertThat(worst).as(name + " at " + where).isLessThanOrEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({
        "exp, 1, 0, Infinity",
        "expm1, -0.0, -1, Infinity",
        "log, -Infinity, NaN, Infinity",
        "log1p, -0.0, NaN, Infinity",
        "tanh, -0.0, -1, 1",
        "sigmoid, 0.5, 0, 1"
    })
    void knowsMinusZeroAndTheInfinities(String name, double atMinusZero, double atMinusInfinity, double atInfinity) {
        DoubleUnaryOperator function = scalar(name);
        assertThat(function.applyAsDouble(-0.0)).isEqualTo(Double.valueOf(atMinusZero));
        assertThat(function.applyAsDouble(-INFINITY)).isEqualTo(Double.valueOf(atMinusInfinity));
        assertThat(function.applyAsDouble(INFINITY)).isEqualTo(Double.valueOf(atInfinity));
        assertThat(function.applyAsDouble(Double.NaN)).isNaN();
    }

    @Test
    void knowsTheEdgesOfEachRange() {
        assertThat(Elementary.log(-1)).isNaN();
        assertThat(Elementary.log(0)).isEqualTo(-INFINITY);
        assertThat(Elementary.log(1)).isZero();
        assertThat(Elementary.log1p(-1)).isEqualTo(-INFINITY);
        assertThat(Elementary.log1p(-1.5)).isNaN();
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.exp(-746)).isZero();
        assertThat(Elementary.exp(709.782712893384)).isFinite();
        assertThat(Elementary.exp(709.7827128933841)).isInfinite();
        assertThat(Elementary.tanh(0.0)).isEqualTo(0.0);
        assertThat(Elementary.tanh(1e300)).isEqualTo(1);
        assertThat(Elementary.sigmoid(-700)).isEqualTo(Elementary.exp(-700));
        assertThat(Elementary.softplus(-INFINITY)).isZero();
        assertThat(Elementary.softplus(INFINITY)).isEqualTo(INFINITY);
        assertThat(Elementary.softplus(Double.NaN)).isNaN();
    }

    @Test
    void passesTheWayBackThroughARectifier() {
        double[] x = {1, 0, -0.0, -1, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, -1e300, 3, -3};
        double[] y = {5, 5, 5, 5, -5, -5, 5, -5, 1e300, 1e300};
        double[] z = new double[10];
        Elementary.passWherePositive(x, y, z);
        assertThat(z).containsExactly(5, 0, 0, 0, -5, 0, 5, 0, 1e300, 0);
        double infinity = Double.POSITIVE_INFINITY;
        double[] odd = {infinity, -infinity, 0, 1, -1, infinity, -infinity, 0, Double.NaN, -1};
        double[] passed = new double[10];
        Elementary.passWherePositive(odd, new double[] {1, 2, infinity, -infinity, infinity, 3, 4, 5, 6, -0.0}, passed);
        for (int i = 0; i < 10; i++) {
            assertThat(passed[i]).isEqualTo(new double[] {1, 0, 0, -infinity, 0, 3, 0, 0, 6, 0}[i]);
        }
        Elementary.passWherePositive(x, y, y);
        assertThat(y).containsExactly(z);
        assertThatThrownBy(() -> Elementary.passWherePositive(x, y, new double[9]))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("10")
                .hasMessageContaining("9");
    }

    @ParameterizedTest
    @MethodSource("arrayForms")
    void arrayFormsGiveTheBitsOfTheScalarForms(String name, ArrayForm form) {
        double[] x = samples();
        double[] y = new double[x.length];
        double[] inPlace = x.clone();
        // often enough for the compiler to step in on the way
        for (int round = 0; round < 40; round++) {
            form.apply(x, y);
        }
        form.apply(inPlace, inPlace);
        for (int i = 0; i < x.length; i++) {
            long expected = Double.doubleToLongBits(scalar(name).applyAsDouble(x[i]));
            assertThat(Double.doubleToLongBits(y[i])).as(name + " of " + x[i]).isEqualTo(expected);
            assertThat(Double.doubleToLongBits(inPlace[i]))
                    .as(name + " of " + x[i])
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("rangeForms")
    void rangesOfArraysGiveTheBitsOfTheScalarFormsAndLeaveTheRest(String name, RangeForm form) {
        double[] x = samples();
        double[] y = new double[x.length];
        double[] inPlace = x.clone();
        Arrays.fill(y, 5);
        int from = 3;
        int to = x.length - 2;
        for (int round = 0; round < 60; round++) {
            form.apply(x, y, from, to);
        }
        form.apply(inPlace, inPlace, from, to);
        for (int i = 0; i < x.length; i++) {
            boolean inside = i >= from && i < to;
            double expected = scalar(name).applyAsDouble(x[i]);
            assertThat(y[i]).as(name + " of " + x[i]).isEqualTo(Double.valueOf(inside ? expected : 5));
            assertThat(inPlace[i]).as(name + " of " + x[i]).isEqualTo(Double.valueOf(inside ? expected : x[i]));
        }
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> form.apply(new double[3], new double[4], 0, 4));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> form.apply(new double[4], new double[3], 0, 4));
    }

    @ParameterizedTest
    @MethodSource("rangeForms")
    void rangesMayHaveEveryLength(String name, RangeForm form) {
        double[] x = samples();
        for (int length = 0; length < 40; length++) {
            double[] y = new double[x.length];
            form.apply(x, y, 990, 990 + length);
            for (int i = 0; i < length; i++) {
                assertThat(y[990 + i])
                        .as(name + " of " + x[990 + i])
                        .isEqualTo(Double.valueOf(scalar(name).applyAsDouble(x[990 + i])));
            }
            assertThat(y[990 + length]).as(name + " behind " + length).isZero();
        }
    }

    @Test
    void theSigmoidComesWithItsTails() {
        double[] x = samples();
        double[] tails = new double[x.length];
        double[] y = new double[x.length];
        for (int round = 0; round < 40; round++) {
            Elementary.sigmoid(x, tails, y);
        }
        for (int i = 0; i < x.length; i++) {
            assertThat(Double.doubleToLongBits(y[i])).isEqualTo(Double.doubleToLongBits(Elementary.sigmoid(x[i])));
            assertThat(Double.doubleToLongBits(tails[i]))
                    .isEqualTo(Double.doubleToLongBits(Elementary.exp(-Math.abs(x[i]))));
        }
        assertThatExceptionOfType(ShapeException.class)
                .isThrownBy(() -> Elementary.sigmoid(new double[3], new double[4], new double[3]))
                .withMessage("the source has 3 entries, the destination 4");
    }

    @Test
    void theLogarithmOfOneToTwoIsWithinAUnitOfTheCorrectlyRoundedValue() throws IOException {
        List<String[]> rows = reference("log1p").stream()
                .filter(row -> Double.parseDouble(row[1]) >= 0 && Double.parseDouble(row[1]) <= 1)
                .toList();
        assertThat(rows).hasSizeGreaterThan(50);
        double[] x =
                rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray();
        double[] y = new double[x.length];
        Elementary.log1pOfUnit(x, y);
        for (int i = 0; i < x.length; i++) {
            double expected = Double.parseDouble(rows.get(i)[2]);
            assertThat(Math.abs(y[i] - expected)).as("ln(1 + " + x[i] + ")").isLessThanOrEqualTo(Math.ulp(expected));
        }
    }

    /** softplus is made of it, one number at a time. */
    @Test
    void theLogarithmOfOneToTwoGivesTheSameBitsInVectors() {
        double[] x = new double[20_003];
        Arrays.setAll(x, i -> -i / 500.0);
        double[] tails = new double[x.length];
        Elementary.exp(x, tails);
        tails[77] = Double.NaN;
        double[] y = new double[x.length];
        for (int round = 0; round < 80; round++) {
            Elementary.log1pOfUnit(tails, y);
        }
        for (int i = 0; i < x.length; i++) {
            double expected = i == 77 ? Double.NaN : Elementary.softplus(x[i]);
            assertThat(y[i]).as("after " + x[i]).isEqualTo(Double.valueOf(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("arrayForms")
    void arrayFormsWorkOnEveryLength(String name, ArrayForm form) {
        for (int length = 0; length < 40; length++) {
            double[] x = new double[length];
            Arrays.setAll(x, i -> 0.3 + 0.1 * i);
            double[] y = new double[length];
            form.apply(x, y);
            for (int i = 0; i < length; i++) {
                assertThat(y[i]).as(name + " " + length).isEqualTo(scalar(name).applyAsDouble(x[i]));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("arrayForms")
    void arrayFormsRefuseArraysOfDifferentLengths(String name, ArrayForm form) {
        assertThatExceptionOfType(ShapeException.class)
                .as(name)
                .isThrownBy(() -> form.apply(new double[3], new double[4]))
                .withMessage("the source has 3 entries, the destination 4");
    }

    /** The bits themselves, so that another JVM, or another version of it, is held to them too. */
    @ParameterizedTest
    @ValueSource(strings = {"exp", "expm1", "log", "log1p", "sigmoid", "softplus", "tanh"})
    void givesTheseBits(String name) {
        long hash = 7;
        for (double x : samples()) {
            double y = scalar(name).applyAsDouble(x);
            hash = 31 * hash + Double.doubleToLongBits(y);
        }
        assertThat(Long.toHexString(hash)).isEqualTo(HASHES.get(name));
    }

    private static final Map<String, String> HASHES = Map.of(
            "exp", "352a528c35ffee1c",
            "expm1", "e9bc143fca8995f",
            "log", "7a0402751ec35b9e",
            "log1p", "b6c5061f6c6c91d2",
            "sigmoid", "4c6af82f374118a9",
            "softplus", "23699cad93008665",
            "tanh", "6c4006e9470b6f81");

    private static DoubleUnaryOperator scalar(String name) {
        return Objects.requireNonNull(SCALAR.get(name));
    }

    private static double[] samples() {
        Random random = new Random(20261122);
        double[] x = new double[20_011];
        for (int i = 0; i < x.length; i++) {
            x[i] = switch (i % 4) {
                case 0 -> random.nextDouble() * 2 - 1;
                case 1 -> random.nextGaussian() * 20;
                case 2 -> Double.longBitsToDouble(random.nextLong());
                default -> random.nextDouble() * 1500 - 750;
            };
        }
        double[] special = {0.0, -0.0, INFINITY, -INFINITY, Double.NaN, Double.MIN_VALUE, -Double.MIN_VALUE, 1, -1};
        System.arraycopy(special, 0, x, 1000, special.length);
        return x;
    }

    private static List<String[]> reference(String name) throws IOException {
        InputStream in = Objects.requireNonNull(ElementaryTest.class.getResourceAsStream("elementary.csv"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.split(",", -1))
                    .filter(row -> row[0].equals(name))
                    .toList();
        }
    }
}
