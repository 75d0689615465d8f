package org.layerwise.dataio.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerwise.dataio.DataException;

/** Collects what is wrong with what the experiment file asks for, so that all of it is said at once. */
public final class Mistakes {
    private final List<DataException> all = new ArrayList<>();

    /** Something that may fail. */
    @FunctionalInterface
    public interface Attempt<T, E extends Exception> {
        T get() throws E;
    }

    /** What an attempt gives; a mistake is kept for later. */
    public <T, E extends Exception> Optional<T> attempt(Attempt<T, E> attempt) throws E {
        try {
            return Optional.of(attempt.get());
        } catch (DataException e) {
            all.add(e);
            return Optional.empty();
        }
    }

    /** Throws the first mistake, if there was one; the others go with it as suppressed. */
    public void throwFirst() {
        if (!all.isEmpty()) {
            DataException first = all.get(0);
            all.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
