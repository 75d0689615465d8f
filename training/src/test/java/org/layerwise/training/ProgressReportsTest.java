package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressReportsTest {
    private static final long TENTH = 100_000_000;

    private static ProgressReports reports(TrainingListener listener) {
        return new ProgressReports(new Listeners(List.of(listener)), new EpochProgress(), 9, 4);
    }

    @Test
    void comeATenthOfASecondApartAndCountAllExamples() {
        List<Progress> told = new ArrayList<>();
        ProgressReports reports = reports(new TrainingListener() {
            @Override
            public void progressed(Progress progress) {
                told.add(progress);
            }
        });
        for (long nanos : new long[] {1, TENTH, TENTH + 1, TENTH + 2, 5 * TENTH}) {
            reports.stepDone(8, nanos);
        }
        assertThat(told).extracting(Progress::examples).containsExactly(8L, 24L, 40L);
        assertThat(told.get(2)).isEqualTo(new Progress(0, 9, 0, 0, 4, 40, 0, 0.5));
    }

    @Test
    void areNotGivenWhereNobodyMeasuresTime() {
        TrainingListener listener = mock(TrainingListener.class);
        reports(listener).stepDone(8, 0);
        verify(listener, never()).progressed(any());
    }
}
