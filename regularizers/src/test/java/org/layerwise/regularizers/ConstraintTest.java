package org.layerwise.regularizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Against values computed with 60 digits by the script beside them. */
class ConstraintTest {
    static Stream<JsonNode> cases() throws IOException {
        return StreamSupport.stream(golden().path("cases").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void movesWeightsToTheGoldenOnes(JsonNode golden) throws IOException {
        DenseMatrix weights = matrix(golden().path("weights"));
        constraint(golden).apply(weights);
        DenseMatrix expected = matrix(golden.path("after"));
        for (int i = 0; i < weights.values().length; i++) {
            double value = expected.values()[i];
            assertThat(weights.values()[i])
                    .as("%s %d", golden.path("constraint"), i)
                    .isCloseTo(value, within(1e-12 * Math.abs(value)));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavesWeightsThatSatisfyItWhereTheyAre(JsonNode golden) throws IOException {
        Constraint constraint = constraint(golden);
        boolean atOnce = golden.path("options").path("rate").asDouble(1) == 1;
        DenseMatrix once = matrix(golden().path("weights"));
        constraint.apply(once);
        DenseMatrix twice = once.copy();
        constraint.apply(twice);
        for (int i = 0; atOnce && i < twice.values().length; i++) {
            assertThat(twice.values()[i]).isCloseTo(once.values()[i], within(2 * Math.ulp(once.values()[i])));
        }
    }

    @Test
    void refusesLimitsOutOfRange() {
        assertThatExceptionOfType(OptionException.class)
                .isThrownBy(() -> new MaxNorm(0))
                .withMessage("max must be > 0, got 0.0");
        assertThatExceptionOfType(OptionException.class)
                .isThrownBy(() -> new MinMaxNorm(-1, 1, 1))
                .withMessage("min must be >= 0, got -1.0");
        assertThatExceptionOfType(OptionException.class)
                .isThrownBy(() -> new MinMaxNorm(2, 1, 1))
                .withMessage("max must be >= min, which is 2.0, got 1.0");
        assertThatExceptionOfType(OptionException.class)
                .isThrownBy(() -> new MinMaxNorm(0, 1, 0))
                .withMessage("rate must be in (0, 1], got 0.0");
    }

    private static Constraint constraint(JsonNode golden) {
        JsonNode options = golden.path("options");
        return switch (golden.path("constraint").asString()) {
            case "max_norm" -> new MaxNorm(options.path("max").asDouble(2));
            case "unit_norm" -> new UnitNorm();
            case "non_negative" -> new NonNegative();
            case "min_max_norm" ->
                new MinMaxNorm(
                        options.path("min").asDouble(0),
                        options.path("max").asDouble(1),
                        options.path("rate").asDouble(1));
            default -> throw new IllegalArgumentException(golden.toString());
        };
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ConstraintTest.class.getResourceAsStream("/golden/constraints.json"))) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static DenseMatrix matrix(JsonNode rows) {
        double[][] values = new double[rows.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = StreamSupport.stream(rows.get(i).spliterator(), false)
                    .mapToDouble(JsonNode::asDouble)
                    .toArray();
        }
        return DenseMatrix.of(values);
    }

    @Test
    void anInfiniteWeightDoesNotPassForAShortRow() {
        DenseMatrix weights = DenseMatrix.of(new double[][] {{1, Double.POSITIVE_INFINITY, 3}});
        new MaxNorm(2).apply(weights);
        assertThat(weights.getData()).isEqualTo(new double[][] {{0, Double.NaN, 0}});
    }
}
