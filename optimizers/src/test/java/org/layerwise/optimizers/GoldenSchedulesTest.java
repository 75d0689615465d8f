package org.layerwise.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class GoldenSchedulesTest {
    static Stream<Arguments> schedules() {
        return Stream.of(
                Arguments.of("inverse_time", new InverseTime(0.1, 1)),
                Arguments.of(
                        "inverse_time_scheduled",
                        new InverseTime(0.1, 0.3, 4, true, LearningRateSchedule.Per.EPOCH, 0)),
                Arguments.of("exponential", new ExponentialDecay(0.1, 0.95)),
                Arguments.of("step", new StepDecay(0.1, 3, 0.5, LearningRateSchedule.Per.EPOCH)),
                Arguments.of("multistep", new MultiStep(0.1, List.of(3L, 7L, 10L))),
                Arguments.of("cosine", new Cosine(0.1, 10, 0.001, LearningRateSchedule.Per.STEP)),
                Arguments.of("polynomial", new Polynomial(0.1, 10, 0.0001, 2, LearningRateSchedule.Per.STEP)),
                Arguments.of("inverse_sqrt", new InverseSqrt(0.1)),
                Arguments.of("linear_warmup_then_cosine", new Warmup(new Cosine(0.1, 9), 3)));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void hasTheGoldenRates(String name, LearningRateSchedule schedule) {
        JsonNode rates = golden().path("schedules").path(name).path("lr");

        assertThat(rates.size()).isGreaterThan(10);
        for (int t = 0; t < rates.size(); t++) {
            double expected = rates.get(t).asDouble();
            assertThat(schedule.at(t)).as("%s at %d", name, t).isCloseTo(expected, within(1e-16 + 1e-14 * expected));
        }
    }

    @Test
    void coversEveryGoldenSchedule() {
        assertThat(schedules().map(schedule -> (String) schedule.get()[0]))
                .containsExactlyInAnyOrderElementsOf(golden().path("schedules").propertyNames());
    }

    @Test
    void hasTheCoursesRates() {
        JsonNode course = golden().path("course_examples");

        assertThat(new InverseTime(0.5, 1).at(2))
                .isCloseTo(course.path("update_lr(0.5,2,1)").asDouble(), within(1e-15));
        InverseTime scheduled = new InverseTime(0.5, 0.3, 100, true, LearningRateSchedule.Per.EPOCH, 0);
        assertThat(scheduled.at(10))
                .isCloseTo(course.path("schedule_lr_decay(0.5,10,0.3,100)").asDouble(), within(1e-15));
        assertThat(scheduled.at(100))
                .isCloseTo(course.path("schedule_lr_decay(0.5,100,0.3,100)").asDouble(), within(1e-15));
        InverseTime smooth = new InverseTime(0.5, 0.3, 100, false, LearningRateSchedule.Per.EPOCH, 0);
        assertThat(smooth.at(10))
                .isCloseTo(
                        course.path("schedule_lr_decay without floor (0.5,10,0.3,100)")
                                .asDouble(),
                        within(1e-15));
    }

    @Test
    void aDelayOfOneUsesTheNewRateFromTheNextEpochOn() {
        InverseTime course = new InverseTime(0.1, 1, 1, false, LearningRateSchedule.Per.EPOCH, 1);

        assertThat(course.at(0)).isEqualTo(0.1);
        assertThat(course.at(1)).isEqualTo(0.1);
        assertThat(course.at(2)).isEqualTo(0.05);
        assertThat(course.per()).isEqualTo(LearningRateSchedule.Per.EPOCH);
    }

    private static JsonNode golden() {
        Path file = Path.of(System.getProperty("layerwise.shared", "shared"), "reference/golden/lr_schedules.json");
        assumeThat(file).as("reference values").exists();
        return new ObjectMapper().readTree(file.toFile());
    }
}
