package org.layerwise.core.internal;

/**
 * Chooses between vector instructions and plain Java, once; both give the same bits.
 *
 * <p>The classes that touch {@code jdk.incubator.vector} are named as text only, so that Layerwise runs on a JVM that
 * was started without the module.
 */
final class Acceleration {
    private static final String A_VECTOR_CLASS = "jdk.incubator.vector.DoubleVector";

    private Acceleration() {}

    /** The kernel for products in Java. */
    static TileKernel kernel() {
        return present() ? make(TileKernel.class, "VectorTileKernel") : new ScalarTileKernel();
    }

    /** Whether the module is there: named at the start of the JVM, or added since, as the command line does. */
    static boolean present() {
        try {
            Class.forName(A_VECTOR_CLASS, false, Acceleration.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static <T> T make(Class<T> type, String name) {
        try {
            Class<?> found = Class.forName(Acceleration.class.getPackageName() + "." + name);
            return type.cast(found.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name + " is missing from layerwise-core", e);
        }
    }
}
