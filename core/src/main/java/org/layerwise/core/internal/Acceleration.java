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
        TileKernel tiles = tiles();
        DotKernel dots =
                tiles.columns() == WIDE_TILE ? make(DotKernel.class, "VectorDotKernel") : new ScalarDotKernel();
        return new Kernels(tiles, dots, make(InPlaceKernel.class, "VectorInPlaceKernel"));
    }

    /** The kernel for products in single precision. */
    static FloatKernel floatKernel() {
        return present() ? make(FloatKernel.class, "VectorFloatKernel") : new ScalarFloatKernel();
    }

    /** What the product in Java is, for the record of a run. */
    static String name() {
        return present() ? tiles().name() : new ScalarTileKernel().name();
    }

    /** Pieces of products: in plain Java while the process is young, then by the kernels. */
    static PieceMethod pieces() {
        PieceMethod plain = new TiledProduct(Kernels.scalar());
        return present() ? new WarmingPieces(plain, () -> new TiledProduct(kernels())) : plain;
    }

    /** The elementary functions over arrays: plain while the process is young, then in vectors. */
    static ArrayFunctions functions() {
        ArrayFunctions plain = new ScalarArrayFunctions();
        return present() ? new WarmingFunctions(plain, () -> make(ArrayFunctions.class, "VectorFunctions")) : plain;
    }

    /** Loops over columns, row by row: plain while the process is young, then in vectors. */
    static Warming<RowLoops> rows() {
        long limit = present() ? WarmingFunctions.COLD : Long.MAX_VALUE;
        return new Warming<>(new ScalarRowLoops(), Acceleration::rowLoops, limit);
    }

    /** Those from the start. */
    static RowLoops rowLoops() {
        return present() ? new ApartRowLoops(make(RowLoops.class, "VectorRowLoops")) : new ScalarRowLoops();
    }

    /** The loop of Adam: plain while the process is young, then in vectors. */
    static MomentLoop moments() {
        MomentLoop plain = new ScalarMomentLoop();
        return present() ? new WarmingMomentLoop(plain, Acceleration::momentLoop) : plain;
    }

    /** The loop of Adam from the start. */
    static MomentLoop momentLoop() {
        return present() ? make(MomentLoop.class, "VectorMomentLoop") : new ScalarMomentLoop();
    }

    private static TileKernel tiles() {
        return make(TileKernel.class, "VectorTileKernel");
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
