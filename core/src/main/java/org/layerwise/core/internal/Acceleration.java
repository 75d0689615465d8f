package org.layerwise.core.internal;

/**
 * Chooses between vector instructions and plain Java, once; both give the same bits.
 *
 * <p>The classes that touch {@code jdk.incubator.vector} are named as text only, so that Layerwise runs on a JVM that
 * was started without the module.
 */
final class Acceleration {
    /** Visible when the module was resolved at the start, or was added since. */
    private static final String VECTOR = "jdk.incubator.vector.DoubleVector";

    /** The columns of a tile of three vectors of eight numbers. */
    private static final int WIDE_TILE = 24;

    private Acceleration() {}

    /** The innermost loops of products. */
    static Kernels kernels() {
        if (!present()) {
            return Kernels.scalar();
        }
        TileKernel tiles = make(TileKernel.class, "VectorTileKernel");
        DotKernel dots =
                tiles.columns() == WIDE_TILE ? make(DotKernel.class, "VectorDotKernel") : new ScalarDotKernel();
        return new Kernels(tiles, dots, make(InPlaceKernel.class, "VectorInPlaceKernel"));
    }

    /** The kernel for products in single precision. */
    static FloatKernel floatKernel() {
        return present() ? make(FloatKernel.class, "VectorFloatKernel") : new ScalarFloatKernel();
    }

    /** The elementary functions over arrays. */
    static ArrayFunctions functions() {
        return present() ? make(ArrayFunctions.class, "VectorFunctions") : new ScalarArrayFunctions();
    }

    /** Whether vector instructions can be used. */
    static boolean present() {
        try {
            Class.forName(VECTOR, false, Acceleration.class.getClassLoader());
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
