package org.layerwise.initializers;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.NumpyRandomSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Against weights that NumPy drew. */
class GoldenInitializersTest {
    private static final Map<String, Initializer> RULES = Map.ofEntries(
            entry("randn*0.01", new Normal(0.01)),
            entry("randn*10", new Normal(10)),
            entry("rand*0.01", new Uniform(0, 0.01)),
            entry("he_normal", new HeNormal()),
            entry("lecun_normal(sqrt 1/fan_in)", new LecunNormal()),
            entry("randn/sqrt(fan_in)", new LecunNormal()),
            entry("glorot_normal", new XavierNormal()),
            entry("glorot_uniform", new XavierUniform()),
            entry("he_uniform", new HeUniform()),
            entry("lecun_uniform", new LecunUniform()),
            entry("uniform(-0.05,0.05)", new Uniform()),
            entry("normal(0,0.05)", new Normal()));

    @Test
    void drawsTheWeightsThatNumpyDraws() {
        for (JsonNode golden : golden().path("cases")) {
            int rows = golden.path("shape").get(0).asInt();
            int columns = golden.path("shape").get(1).asInt();
            assertThat(golden.path("weights").propertyNames()).containsExactlyInAnyOrderElementsOf(RULES.keySet());
            for (Map.Entry<String, Initializer> rule : RULES.entrySet()) {
                DenseMatrix weights = new DenseMatrix(rows, columns);
                rule.getValue()
                        .initialize(
                                weights,
                                new Fan(columns, rows),
                                new NumpyRandomSource(golden.path("seed").asLong()));
                assertWeights(
                        rule.getKey(),
                        weights,
                        golden.path("weights").path(rule.getKey()).path("W"));
            }
        }
    }

    @Test
    void drawsTheLayersOfTheCourseInOrder() {
        JsonNode examples = golden().path("seed_examples");
        JsonNode ten = examples.path("random*10 [3,2,1] RandomState(3) (course notes 1)");
        assertLayers(new Normal(10), new int[] {3, 2, 1}, ten);
        JsonNode he = examples.path("he [2,4,1] RandomState(3) (course notes 1)");
        assertLayers(new HeNormal(), new int[] {2, 4, 1}, he);
    }

    private static void assertLayers(Initializer initializer, int[] units, JsonNode golden) {
        NumpyRandomSource random = new NumpyRandomSource(3);
        for (int l = 1; l < units.length; l++) {
            DenseMatrix weights = new DenseMatrix(units[l], units[l - 1]);
            initializer.initialize(weights, new Fan(units[l - 1], units[l]), random);
            assertWeights("W" + l, weights, golden.path("W" + l));
        }
    }

    private static void assertWeights(String what, DenseMatrix weights, JsonNode expected) {
        assertThat(expected.size()).as(what).isEqualTo(weights.getRowDimension());
        for (int i = 0; i < weights.getRowDimension(); i++) {
            for (int j = 0; j < weights.getColumnDimension(); j++) {
                double wanted = expected.get(i).get(j).asDouble();
                assertThat(Math.abs(weights.getEntry(i, j) - wanted))
                        .as(what)
                        .isLessThanOrEqualTo(4 * Math.ulp(wanted));
            }
        }
    }

    private static JsonNode golden() {
        Path file = Path.of(System.getProperty("layerwise.shared", "shared"), "reference/golden/initializers.json");
        assumeThat(file).as("reference values").exists();
        return new ObjectMapper().readTree(file.toFile());
    }
}
