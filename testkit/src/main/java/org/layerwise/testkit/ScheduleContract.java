package org.layerwise.testkit;

import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RecordCopy;
import org.layerwise.optimizers.LearningRateSchedule;
import org.layerwise.testkit.internal.Allocation;
import org.layerwise.testkit.internal.Require;
import org.layerwise.testkit.internal.Samples;

/** The contract of learning rates over time. */
public abstract class ScheduleContract extends Contract<LearningRateSchedule> {
    private static final long[] TIMES = {
        0, 1, 2, 3, 5, 10, 99, 100, 101, 1_999, 2_000, 4_001, 123_456, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE / 4
    };

    /** For subclasses. */
    protected ScheduleContract() {
        super(
                LearningRateSchedule.class,
                List.of(
                        new Check<>("is finite and not negative at any time", ScheduleContract::isFinite),
                        new Check<>("begins above zero", ScheduleContract::beginsAboveZero),
                        new Check<>("gives the same rate whenever it is asked", ScheduleContract::isPure),
                        new Check<>("does not depend on what was asked before", ScheduleContract::isIndependent),
                        new Check<>("gives the same rates in several threads", ScheduleContract::isThreadSafe),
                        new Check<>("says what it counts", ScheduleContract::saysWhatItCounts),
                        new Check<>("is worth the same when saved and made anew", ScheduleContract::survivesRestart),
                        new Check<>("is no larger than a thousandfold of its start", ScheduleContract::staysInBounds),
                        new Check<>("keeps within its bounds step by step", ScheduleContract::everyEarlyStep),
                        new Check<>("allocates nothing once warmed up", ScheduleContract::allocatesNothing)));
    }

    private static DenseMatrix rates(LearningRateSchedule schedule) {
        DenseMatrix rates = new DenseMatrix(1, TIMES.length);
        for (int i = 0; i < TIMES.length; i++) {
            rates.setEntry(0, i, schedule.at(TIMES[i]));
        }
        return rates;
    }

    private static void requireRate(long time, double rate) {
        Require.that(rate >= 0 && Double.isFinite(rate), () -> "the rate at " + time + " is " + rate);
    }

    private static void isFinite(Subject<LearningRateSchedule> subject) {
        for (long time : TIMES) {
            requireRate(time, subject.component().at(time));
        }
    }

    private static void everyEarlyStep(Subject<LearningRateSchedule> subject) {
        for (long time = 0; time < 10_000; time++) {
            requireRate(time, subject.component().at(time));
        }
    }

    private static void beginsAboveZero(Subject<LearningRateSchedule> subject) {
        double rate = subject.component().at(0);
        Require.that(rate > 0, () -> "the first rate is " + rate);
    }

    private static void isPure(Subject<LearningRateSchedule> subject) {
        Require.sameBits(rates(subject.component()), rates(subject.component()), "the rates asked a second time");
    }

    private static void isIndependent(Subject<LearningRateSchedule> subject) {
        DenseMatrix forwards = rates(subject.component());
        for (int i = TIMES.length - 1; i >= 0; i--) {
            long time = TIMES[i];
            Require.close(
                    forwards.getEntry(0, i),
                    subject.component().at(time),
                    0,
                    () -> "the rate at " + time + ", asked after later ones,");
        }
    }

    private static void isThreadSafe(Subject<LearningRateSchedule> subject) throws Exception {
        DenseMatrix expected = rates(subject.component());
        for (DenseMatrix result : Samples.inThreads(() -> rates(subject.component()))) {
            Require.sameBits(expected, result, "the rates in several threads");
        }
    }

    private static void saysWhatItCounts(Subject<LearningRateSchedule> subject) {
        Require.that(
                List.of(LearningRateSchedule.Per.values())
                        .contains(subject.component().per()),
                () -> "per() is " + subject.component().per());
    }

    private static void survivesRestart(Subject<LearningRateSchedule> subject) {
        subject.component().at(77);
        LearningRateSchedule again = RecordCopy.of(subject.component(), (option, value) -> value);
        Require.sameBits(rates(subject.component()), rates(again), "the rates of a copy");
    }

    private static void staysInBounds(Subject<LearningRateSchedule> subject) {
        double first = subject.component().at(0);
        for (long time : TIMES) {
            double rate = subject.component().at(time);
            Require.that(rate <= 1000 * first, () -> "the rate at " + time + " is " + rate + ", the first " + first);
        }
    }

    private static void allocatesNothing(Subject<LearningRateSchedule> subject) {
        double[] sum = new double[1];
        long[] time = new long[1];
        Allocation.requireNone(() -> sum[0] += subject.component().at(time[0]++));
    }
}
