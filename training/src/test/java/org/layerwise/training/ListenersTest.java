package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class ListenersTest {
    private static final Examples FOUR = Examples.of(Small.row(-2, -1, 1, 2), Small.row(0, 0, 1, 1));

    private final TrainingListener listener = mock(TrainingListener.class);
    private final TrainingListener other = mock(TrainingListener.class);

    private TrainerBuilder trainer(int epochs) {
        return Trainer.builder(Small.logistic(1), Small.descent(1))
                .train(FOUR)
                .options(TrainingOptions.epochs(epochs).fullBatch().build())
                .listener(listener)
                .listener(other);
    }

    @Test
    void areToldInOrderAndClosedOnce() {
        trainer(3).build().train();
        InOrder order = inOrder(listener, other);
        order.verify(listener)
                .started(new TrainingStarted(0, 3, Map.of(Part.TRAIN, 4), 4, 2, List.of("train_end_cost")));
        order.verify(other).started(any());
        for (int e = 0; e < 3; e++) {
            long epoch = e;
            order.verify(listener).epochFinished(argThat(record -> record.epoch() == epoch));
            order.verify(other).epochFinished(argThat(record -> record.epoch() == epoch));
        }
        order.verify(listener).finished(any());
        order.verify(other).finished(any());
        order.verify(listener).close();
        order.verify(other).close();
        verifyNoMoreInteractions(listener, other);
    }

    @Test
    void hearOfProgressAFewTimesASecondByTheGivenClock() {
        AtomicLong now = new AtomicLong();
        trainer(100).clock(() -> now.getAndAdd(10_000_000)).build().train();
        // Two looks at the clock an epoch, 10 ms each, and progress is told every 100 ms at most.
        verify(listener, times(20)).progressed(any());
    }

    @Test
    void hearOfNoProgressWithoutAClock() {
        trainer(100).build().train();
        verify(listener, never()).progressed(any());
    }

    @Test
    void aListenerThatFailsEndsTheRunAndIsNamed() {
        doThrow(new IllegalStateException("disk full")).when(listener).epochFinished(any());
        assertThatThrownBy(() -> trainer(3).build().train())
                .isInstanceOf(ListenerException.class)
                .hasMessageStartingWith("listener org.layerwise.training.TrainingListener")
                .hasMessageEndingWith("failed in epochFinished: java.lang.IllegalStateException: disk full")
                .hasCauseInstanceOf(IllegalStateException.class);
        verify(other, never()).epochFinished(any());
        verify(other).failed(argThat(failed -> failed.epoch() == 0 && failed.step() == 1));
        verify(other, never()).finished(any());
        verify(listener).close();
        verify(other).close();
    }

    @Test
    void aListenerThatFailsToCloseDoesNotKeepOthersFromClosing() {
        doThrow(new IllegalStateException("disk full")).when(listener).close();
        assertThatThrownBy(() -> trainer(1).build().train())
                .isInstanceOf(ListenerException.class)
                .hasMessageContaining("failed in close");
        verify(other).finished(any());
        verify(other).close();
    }

    @Test
    void whatFailsAfterTheFirstFailureIsKeptWithIt() {
        doThrow(new IllegalStateException("first")).when(listener).started(any());
        doThrow(new IllegalStateException("second")).when(other).failed(any());
        doThrow(new IllegalStateException("third")).when(other).close();
        assertThatThrownBy(() -> trainer(1).build().train())
                .hasMessageEndingWith("first")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .anyMatch(message -> message.endsWith("second"))
                        .anyMatch(message -> message.endsWith("third")));
    }
}
