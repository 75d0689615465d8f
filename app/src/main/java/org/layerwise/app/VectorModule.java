package org.layerwise.app;

import java.lang.reflect.InvocationTargetException;

/**
 * Adds the JDK's vector module to the running program, for the modules that use it where it is there.
 *
 * <p>{@code --add-modules} would do so with a warning at every start, and slow down commands that compute nothing. The
 * launcher lets the compiler know of vectors by {@code -XX:+EnableVectorSupport}, and the jar's manifest exports the
 * package of {@code jdk.internal.module.Modules}.
 */
final class VectorModule {
    private static final String MODULE = "jdk.incubator.vector";

    private VectorModule() {}

    /** Adds the module; does nothing where the JDK has none, or does not allow it, for everything works without. */
    static void add() {
        if (!Boolean.getBoolean("layerwise.vector")) {
            return;
        }
        try {
            Class<?> modules = Class.forName("jdk.internal.module.Modules");
            modules.getMethod("loadModule", String.class).invoke(null, MODULE);
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.getLogger(VectorModule.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> MODULE + " is not available: " + reason(e));
        }
    }

    private static Throwable reason(Exception e) {
        return e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
    }
}
