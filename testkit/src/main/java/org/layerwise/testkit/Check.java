package org.layerwise.testkit;

/**
 * One demand of a contract.
 *
 * @param name the demand as a fact, for example {@code leaves its input unchanged}
 * @param body throws an {@link AssertionError} that gives the reason where the demand is not met
 */
public record Check<S>(String name, Body<S> body) {
    /** Checks this component. */
    public void verify(Subject<S> subject) throws Exception {
        body.verify(subject);
    }

    /** What is checked. */
    @FunctionalInterface
    public interface Body<S> {
        /** Throws an {@link AssertionError} where the demand is not met. */
        void verify(Subject<S> subject) throws Exception;
    }
}
