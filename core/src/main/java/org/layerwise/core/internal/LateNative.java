package org.layerwise.core.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * A native product that is loaded when it is first needed: that takes a fifth of a second, and a small run has no
 * product that is large enough. What is computed by it follows from shapes alone, so that the bits do not depend on
 * when it is loaded; where it can't be, Java computes the same pieces, from the first on.
 */
final class LateNative {
    private static final Logger LOGGER = System.getLogger("org.layerwise.core");

    /** Whether it can be used, as far as is known. */
    enum State {
        UNTRIED,
        LOADED,
        MISSING
    }

    private final NativeProduct product;
    private volatile State state = State.UNTRIED;

    LateNative(NativeProduct product) {
        this.product = product;
    }

    /** Name and version, loaded or not. */
    String name() {
        return product.name();
    }

    /** Whether the last word is that it can't be loaded. */
    boolean isMissing() {
        return state == State.MISSING;
    }

    /** Loads it unless that was done, or tried in vain. */
    boolean isReady() {
        return state == State.LOADED || (state == State.UNTRIED && tryToLoad());
    }

    /** Loads it, for those who will have no other. */
    synchronized void load() throws Exception {
        if (state != State.LOADED) {
            product.load();
            state = State.LOADED;
        }
    }

    /** To be asked after {@link #isReady}. */
    NativeProduct product() {
        return product;
    }

    private synchronized boolean tryToLoad() {
        if (state == State.UNTRIED) {
            try {
                load();
            } catch (Exception | LinkageError e) {
                state = State.MISSING;
                LOGGER.log(Level.WARNING, "the native product can't be loaded, products are computed in Java: " + e);
            }
        }
        return state == State.LOADED;
    }
}
