package org.layerwise.dataio.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.dataio.Transform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every fitted transform against scikit-learn's, on the training part and on another; {@code transforms.py} made them. */
class TransformsGoldenTest {
    private static final JsonNode GOLDEN = golden();
    private static final Map<String, Transform> TRANSFORMS = transforms();

    private static JsonNode golden() {
        try (InputStream in =
                Objects.requireNonNull(TransformsGoldenTest.class.getResourceAsStream("transforms.json"))) {
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Transform> transforms() {
        Map<String, Transform> all = new LinkedHashMap<>();
        for (String suffix : List.of("", " with gaps")) {
            all.put("standardize" + suffix, new Standardize());
            all.put("min_max" + suffix, new MinMax(-1, 2, List.of()));
            all.put("robust" + suffix, new Robust());
        }
        for (Normalize.Norm norm : Normalize.Norm.values()) {
            all.put("normalize " + norm.name().toLowerCase(Locale.ROOT), new Normalize(norm, List.of()));
        }
        all.put("polynomial", new Polynomial(3, List.of()));
        all.put("impute mean", impute(Impute.Strategy.MEAN));
        all.put("impute median", impute(Impute.Strategy.MEDIAN));
        all.put("impute most_frequent", impute(Impute.Strategy.MOST_FREQUENT));
        all.put("impute constant", new Impute(Impute.Strategy.CONSTANT, Optional.of("-1.5"), List.of(), true));
        all.put("one_hot", new OneHot(List.of(), OneHot.Unknown.IGNORE));
        all.put("ordinal", new Ordinal(List.of(), Map.of(), OneHot.Unknown.IGNORE));
        all.put("drop_constant", new DropConstant());
        all.put("hashing", new Hashing(7, List.of()));
        return all;
    }

    private static Impute impute(Impute.Strategy strategy) {
        return new Impute(strategy, Optional.empty(), List.of(), true);
    }

    static List<String> names() {
        return List.copyOf(TRANSFORMS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void equalsScikitLearn(String name) {
        JsonNode test = GOLDEN.get(name);
        Dataset train = table(test.get("train"));
        Transform.Fitted fitted = Objects.requireNonNull(TRANSFORMS.get(name)).fit(train);
        compare(fitted.apply(train), test.get("expected"));
        compare(fitted.apply(table(test.get("other"))), test.get("expected_other"));
    }

    @Test
    void everyCaseIsCompared() {
        List<String> cases = new ArrayList<>(GOLDEN.propertyNames());
        cases.removeAll(List.of("power", "power formulas"));
        assertThat(cases).containsExactlyInAnyOrderElementsOf(names());
    }

    @Test
    void powersAreMostLikely() {
        for (Power.Method method : Power.Method.values()) {
            for (JsonNode test : GOLDEN.get("power").get(method.name().toLowerCase(Locale.ROOT))) {
                double[] x = new double[test.get("train").size()];
                Arrays.setAll(x, i -> test.get("train").get(i).asDouble());
                DenseMatrix column = new DenseMatrix(x.length, 1);
                column.setColumn(0, x);
                Dataset data = Dataset.of("x", column, new DenseMatrix(x.length, 0));
                FittedPower fitted = (FittedPower) new Power(method, true, List.of()).fit(data);
                double lambda = test.get("lambda").asDouble();
                assertThat(fitted.lambdas().get(0)).isCloseTo(lambda, within(2e-6 * Math.max(1, Math.abs(lambda))));
            }
        }
    }

    @Test
    void powersOfAGivenLambdaAreExact() {
        for (JsonNode test : GOLDEN.get("power formulas")) {
            double x = test.get("x").asDouble();
            double lambda = test.get("lambda").asDouble();
            check(Power.Method.YEO_JOHNSON, x, lambda, test.get("yeo_johnson"));
            if (!test.get("box_cox").isNull()) {
                check(Power.Method.BOX_COX, x, lambda, test.get("box_cox"));
            }
        }
    }

    private static void check(Power.Method method, double x, double lambda, JsonNode expected) {
        double wanted = expected.asDouble();
        double y = PowerFamily.value(method, x, lambda);
        assertThat(y)
                .as("%s, x = %s, lambda = %s", method, x, lambda)
                .isCloseTo(wanted, within(1e-12 * Math.max(1, Math.abs(wanted))));
        assertThat(PowerFamily.inverse(method, y, lambda)).isCloseTo(x, within(1e-9 * Math.max(1, Math.abs(x))));
    }

    private static void compare(Dataset obtained, JsonNode expected) {
        assertThat(obtained.examples()).isEqualTo(expected.size());
        for (int i = 0; i < obtained.examples(); i++) {
            assertThat(obtained.features()).isEqualTo(expected.get(i).size());
            for (int c = 0; c < obtained.features(); c++) {
                JsonNode wanted = expected.get(i).get(c);
                if (wanted.isNull()) {
                    assertThat(obtained.feature(i, c)).isNaN();
                } else {
                    double value = wanted.asDouble();
                    assertThat(obtained.feature(i, c))
                            .as("row %d, column %d", i, c)
                            .isCloseTo(value, within(1e-12 * Math.max(1, Math.abs(value))));
                }
            }
        }
    }

    /** Columns of words are categorical, others numeric; null is a missing value. */
    private static Dataset table(JsonNode rows) {
        int width = rows.get(0).size();
        DenseMatrix values = new DenseMatrix(rows.size(), width);
        List<Column> columns = new ArrayList<>();
        List<String> names = rows.get(0).get(0).isString() ? List.of("colour", "size") : List.of("a", "b", "c", "d");
        for (int c = 0; c < width; c++) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                JsonNode cell = rows.get(i).get(c);
                if (cell.isString() && !words.contains(cell.asString())) {
                    words.add(cell.asString());
                }
            }
            words.sort(null);
            for (int i = 0; i < rows.size(); i++) {
                JsonNode cell = rows.get(i).get(c);
                double number =
                        cell.isNull() ? Double.NaN : cell.isString() ? words.indexOf(cell.asString()) : cell.asDouble();
                values.setEntry(i, c, number);
            }
            columns.add(words.isEmpty() ? Column.numeric(names.get(c)) : Column.categorical(names.get(c), words));
        }
        return Dataset.of("table", columns, FeatureStore.of(values), List.of(), new double[0][]);
    }
}
