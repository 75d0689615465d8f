package org.layerwise.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.OptionException;
import org.layerwise.optimizers.RateFeedback.Goal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Against {@code plateau.json}, which {@code plateau.py} beside it computes. */
class ReduceOnPlateauTest {
    private static final LearningRateSchedule TENTH = new ConstantRate(0.1);

    static Stream<String> cases() throws IOException {
        return golden().propertyNames().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void takesTheGoldenPath(String name) throws IOException {
        JsonNode golden = golden().path(name);
        double first = golden.path("lr").asDouble();
        ReduceOnPlateau rule = new ReduceOnPlateau(
                new ConstantRate(first),
                "dev_cost",
                golden.path("factor").asDouble(),
                golden.path("patience").asInt(),
                golden.path("min_delta").asDouble(),
                golden.path("cooldown").asInt(),
                golden.path("min_lr").asDouble());
        RateFeedback.Follower follower =
                rule.follow(golden.path("mode").asString().equals("min") ? Goal.LOWER : Goal.HIGHER);
        JsonNode rates = golden.path("rates");
        assertThat(rates.size()).isEqualTo(60);
        for (int e = 0; e < rates.size(); e++) {
            double expected = rates.get(e).asDouble();
            assertThat(follower.adjust(rule.at(e)))
                    .as("%s in epoch %d", name, e)
                    .isCloseTo(expected, within(1e-14 * expected));
            follower.epochFinished(golden.path("values").get(e).asDouble());
        }
    }

    @Test
    void goesOnFromItsNumbers() {
        ReduceOnPlateau rule = new ReduceOnPlateau(TENTH, "dev_cost", 0.5, 2, 0, 3, 0.01);
        RateFeedback.Follower whole = rule.follow(Goal.LOWER);
        double[] values = {3, 2, 2.5, 2.5, 2.4, 2.1, 1.5, 1.6, Double.NaN, 1.7, 1.8, 1.9};
        for (int stop = 0; stop < values.length; stop++) {
            RateFeedback.Follower other = rule.follow(Goal.LOWER);
            other.restore(whole.numbers());
            assertThat(other.numbers()).isEqualTo(whole.numbers());
            whole.epochFinished(values[stop]);
            other.epochFinished(values[stop]);
            assertThat(other.adjust(0.1)).isEqualTo(whole.adjust(0.1));
        }
        assertThat(whole.adjust(0.1)).isEqualTo(0.025);
    }

    @Test
    void theFloorRaisesNothing() {
        RateFeedback.Follower follower = new ReduceOnPlateau(TENTH, "dev_cost", 0.5, 1, 0, 0, 0.08).follow(Goal.LOWER);
        follower.epochFinished(1);
        follower.epochFinished(1);
        assertThat(follower.adjust(0.1)).isEqualTo(0.08);
        assertThat(follower.adjust(0.02)).as("during a warm-up").isEqualTo(0.02);
    }

    @Test
    void nanIsWorseThanEveryNumber() {
        RateFeedback.Follower follower = new ReduceOnPlateau(TENTH, "dev_cost", 0.5, 1, 0, 0, 0).follow(Goal.HIGHER);
        follower.epochFinished(Double.NaN);
        assertThat(follower.adjust(0.1)).isEqualTo(0.05);
    }

    @Test
    void isFoundBelowAWarmup() {
        ReduceOnPlateau rule = new ReduceOnPlateau(new StepDecay(0.1, 3, 0.5, LearningRateSchedule.Per.EPOCH));
        assertThat(rule.per()).isEqualTo(LearningRateSchedule.Per.EPOCH);
        assertThat(rule.at(3)).isEqualTo(0.05);
        assertThat(new Warmup(rule, 5).feedback()).contains(rule);
        assertThat(TENTH.feedback()).isEmpty();
        assertThat(rule.monitor()).isEqualTo("dev_cost");
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> new ReduceOnPlateau(TENTH, "dev_cost", 1, 1, 0, 0, 0))
                .isInstanceOf(OptionException.class)
                .hasMessage("factor must be in (0, 1), got 1.0");
        assertThatThrownBy(() -> new ReduceOnPlateau(TENTH, "dev_cost", 0, 1, 0, 0, 0))
                .hasMessageContaining("factor must be");
        assertThatThrownBy(() -> new ReduceOnPlateau(TENTH, " ", 0.5, 1, 0, 0, 0))
                .hasMessageContaining("monitor must be");
        assertThatThrownBy(() -> new ReduceOnPlateau(TENTH, "dev_cost", 0.5, 0, 0, 0, 0))
                .hasMessage("patience must be >= 1, got 0");
        assertThatThrownBy(() -> new ReduceOnPlateau(TENTH, "dev_cost", 0.5, 1, -1, 0, 0))
                .hasMessageContaining("min_delta must be");
        assertThatThrownBy(() -> new ReduceOnPlateau(TENTH, "dev_cost", 0.5, 1, 0, -1, 0))
                .hasMessageContaining("cooldown must be");
        assertThatThrownBy(() -> new ReduceOnPlateau(TENTH, "dev_cost", 0.5, 1, 0, 0, -1))
                .hasMessageContaining("min_rate must be");
        assertThatThrownBy(() -> new ReduceOnPlateau(new Warmup(new ReduceOnPlateau(TENTH), 2)))
                .hasMessageContaining("schedule must be");
    }

    private static JsonNode golden() throws IOException {
        try (InputStream json = ReduceOnPlateauTest.class.getResourceAsStream("plateau.json")) {
            return new ObjectMapper().readTree(json);
        }
    }
}
