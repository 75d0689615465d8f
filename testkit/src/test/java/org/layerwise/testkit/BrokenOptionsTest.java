package org.layerwise.testkit;

import static org.layerwise.core.Options.require;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.OptionException;
import org.layerwise.optimizers.LearningRateSchedule;

/** Options that are broken on purpose; they are checked alike for every kind. */
class BrokenOptionsTest {
    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(
                        new WrongName(1),
                        "says which option it refuses, what it must be and what it got",
                        "names 'rate', which is none of [start_rate]"),
                Arguments.of(
                        new WrongRange(1),
                        "takes and refuses what its messages say",
                        "takes 0.0 though start must be > 0"),
                Arguments.of(
                        new Silent(1),
                        "says which option it refuses, what it must be and what it got",
                        "the message 'bad start' should read 'start must be …"),
                Arguments.of(
                        new WrongException(1), "refuses NaN as an option", "not with java.lang.IllegalStateException"),
                Arguments.of(
                        new KeepsTheList(List.of(1L)),
                        "does not change with a list that it was given",
                        "times changes with the list that was given"),
                Arguments.of(
                        new Swapped(1, 3),
                        "keeps each option that a constructor is given",
                        "was given 3.0 as high but has 2.0"),
                Arguments.of(
                        new Unclear(1),
                        "has one shortest constructor, of its own options",
                        "the parameter start of its shortest constructor"),
                Arguments.of(
                        new Remembers(1),
                        "has no static state that changes",
                        "the static field SEEN changes when it is used"),
                Arguments.of(
                        new WrongDefault(),
                        "documents the defaults that it has",
                        "says that start is 0.1 by default, but"),
                Arguments.of(new WrongDefault(), "documents no option that it lacks", "has @param end but there is no"),
                Arguments.of(new Silent(1), "documents itself and each option", "its Javadoc lacks @param start"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void findsBrokenOptions(LearningRateSchedule broken, String check, String reason) {
        Broken.assertFound(new Schedules(), LearningRateSchedule.class, broken, check, reason);
    }

    static final class Schedules extends ScheduleContract {
        @Override
        protected Stream<Subject<LearningRateSchedule>> subjects() {
            return Stream.of();
        }
    }

    interface Flat extends LearningRateSchedule {
        @Override
        default double at(long time) {
            return 1;
        }
    }

    public record WrongName(double startRate) implements Flat {
        public WrongName {
            require(startRate > 0 && startRate < Double.POSITIVE_INFINITY, "rate", startRate, "> 0");
        }
    }

    public record WrongRange(double start) implements Flat {
        public WrongRange {
            require(start >= 0 && start < Double.POSITIVE_INFINITY, "start", start, "> 0");
        }
    }

    /** A schedule. */
    public record Silent(double start) implements Flat {
        public Silent {
            if (!(start > 0)) {
                throw new OptionException("start", "bad start");
            }
        }
    }

    public record WrongException(double start) implements Flat {
        public WrongException {
            if (!(start > 0)) {
                throw new IllegalStateException("start must be > 0, got " + start);
            }
        }
    }

    public record KeepsTheList(List<Long> times) implements Flat {}

    public record Swapped(double low, double high) implements Flat {
        public Swapped(double high) {
            this(high, 2);
        }
    }

    public record Unclear(double begin, double end) implements Flat {
        public Unclear(double start) {
            this(start, start);
        }
    }

    public record Remembers(double start) implements LearningRateSchedule {
        private static final long[] SEEN = new long[1];

        @Override
        public double at(long time) {
            return start + SEEN[0]++;
        }
    }

    /**
     * A schedule.
     *
     * @param start the first rate; default 0.1
     * @param end no option
     */
    @SuppressWarnings("InvalidParam")
    public record WrongDefault(double start) implements Flat {
        public WrongDefault() {
            this(0.2);
        }
    }
}
