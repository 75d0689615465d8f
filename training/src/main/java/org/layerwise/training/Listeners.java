package org.layerwise.training;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Tells all listeners, in their order, and says which one failed. */
final class Listeners {
    private final List<TrainingListener> listeners;

    Listeners(List<TrainingListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    boolean isEmpty() {
        return listeners.isEmpty();
    }

    void started(TrainingStarted started) {
        tell("started", TrainingListener::started, started);
    }

    void progressed(Progress progress) {
        tell("progressed", TrainingListener::progressed, progress);
    }

    void epochFinished(EpochRecord epoch) {
        tell("epochFinished", TrainingListener::epochFinished, epoch);
    }

    void healthMeasured(HealthRecord health) {
        tell("healthMeasured", TrainingListener::healthMeasured, health);
    }

    void nonFinite(NonFinite nonFinite) {
        tell("nonFinite", TrainingListener::nonFinite, nonFinite);
    }

    void finished(TrainingResult result) {
        tell("finished", TrainingListener::finished, result);
    }

    private <T> void tell(String event, BiConsumer<TrainingListener, T> method, T value) {
        for (TrainingListener listener : listeners) {
            try {
                method.accept(listener, value);
            } catch (RuntimeException e) {
                throw new ListenerException(listener.getClass(), event, e);
            }
        }
    }

    /** Tells every listener; those that throw add to what is reported already. */
    void failed(TrainingFailed failed) {
        for (TrainingListener listener : listeners) {
            try {
                listener.failed(failed);
            } catch (RuntimeException e) {
                failed.cause().addSuppressed(new ListenerException(listener.getClass(), "failed", e));
            }
        }
    }

    /** Closes every listener, and then throws what the first one threw unless the run failed before. */
    void close(Optional<RuntimeException> failure) {
        Optional<RuntimeException> first = failure;
        for (TrainingListener listener : listeners) {
            try {
                listener.close();
            } catch (RuntimeException e) {
                ListenerException problem = new ListenerException(listener.getClass(), "close", e);
                first.ifPresent(earlier -> earlier.addSuppressed(problem));
                first = Optional.of(first.orElse(problem));
            }
        }
        if (failure.isEmpty() && first.isPresent()) {
            throw first.get();
        }
    }
}
