package org.layerwise.training;

/** Says which listener failed, and at what. */
public final class ListenerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param event the method that threw
     * @param cause what it threw
     */
    public ListenerException(Class<?> listener, String event, RuntimeException cause) {
        super("listener " + listener.getName() + " failed in " + event + ": " + cause, cause);
    }
}
