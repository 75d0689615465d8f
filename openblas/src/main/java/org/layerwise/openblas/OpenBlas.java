package org.layerwise.openblas;

import dev.ludovic.netlib.blas.NativeBLAS;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.jspecify.annotations.Nullable;
import org.layerwise.core.internal.Form;
import org.layerwise.core.internal.NativeFloatProduct;
import org.layerwise.core.internal.NativeProduct;

/**
 * OpenBLAS through netlib's JNI stub, which works on heap arrays without copying.
 *
 * <p>JavaCPP extracts the library that its jar holds, once, into its cache; netlib is told to use that very file,
 * because left alone it takes whatever {@code libblas.so.3} the system has. OpenBLAS computes in the calling thread;
 * Layerwise cuts large products itself, so that the bits do not depend on the number of threads.
 *
 * <p>Fortran stores by columns: a matrix that is stored by rows is its own transpose there. So {@code c = a b} is asked
 * for as {@code cᵀ = bᵀ aᵀ}, with the operands swapped.
 */
public final class OpenBlas implements NativeProduct {
    private static final String PATH_PROPERTY = "dev.ludovic.netlib.blas.nativeLibPath";

    private @Nullable NativeBLAS blas;

    /** As the jar's manifest has it, without loading anything. */
    @Override
    public String name() {
        return "OpenBLAS " + version();
    }

    @Override
    public void load() throws IOException, ReflectiveOperationException {
        Path stub = Path.of(Loader.load(openblas_nolapack.class));
        org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads(1);
        Path library = libraryBeside(stub);
        String before = System.getProperty(PATH_PROPERTY);
        System.setProperty(PATH_PROPERTY, library.toString());
        try {
            blas = stub();
        } finally {
            restore(before);
        }
        tryOut();
    }

    @Override
    @SuppressWarnings("NullAway") // load comes first
    public void multiply(
            Form form,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int aStride,
            double[] b,
            int bOffset,
            int bStride,
            double beta,
            double[] c,
            int cOffset,
            int cStride) {
        String left = form == Form.RIGHT_TRANSPOSED ? "T" : "N";
        String right = form == Form.LEFT_TRANSPOSED ? "T" : "N";
        blas.dgemm(left, right, n, m, k, alpha, b, bOffset, bStride, a, aOffset, aStride, beta, c, cOffset, cStride);
    }

    /** Read by columns, a is op(a)'s transpose unless it is stored transposed, and so is b; c is the product itself. */
    @Override
    @SuppressWarnings("NullAway") // load comes first
    public void multiplyTransposed(
            Form form,
            int m,
            int n,
            int k,
            double[] a,
            int aOffset,
            int aStride,
            double[] b,
            int bOffset,
            int bStride,
            double[] c) {
        String left = form == Form.LEFT_TRANSPOSED ? "N" : "T";
        String right = form == Form.RIGHT_TRANSPOSED ? "N" : "T";
        blas.dgemm(left, right, m, n, k, 1, a, aOffset, aStride, b, bOffset, bStride, 0, c, 0, m);
    }

    @Override
    @SuppressWarnings("NullAway") // load comes first
    public Optional<NativeFloatProduct> singlePrecision() {
        return Optional.of(new OpenBlasFloats(blas));
    }

    /** Past netlib's own choice, which would also load its Java forms and log that at every start. */
    private static NativeBLAS stub() throws ReflectiveOperationException {
        Method instance =
                Class.forName(NativeBLAS.class.getPackageName() + ".JNIBLAS").getMethod("getInstance");
        instance.setAccessible(true);
        return (NativeBLAS) instance.invoke(null);
    }

    private void tryOut() {
        double[] c = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        multiply(Form.PLAIN, 2, 2, 1, 2, new double[] {3, 5}, 0, 1, new double[] {7, 11}, 0, 2, 0, c, 0, 2);
        if (c[0] != 42 || c[1] != 66 || c[2] != 70 || c[3] != 110) {
            throw new IllegalStateException("OpenBLAS fails a trial product");
        }
    }

    private static String version() {
        return openblas_nolapack.class.getPackage().getImplementationVersion() == null
                ? "(version unknown)"
                : openblas_nolapack.class.getPackage().getImplementationVersion();
    }

    private static Path libraryBeside(Path stub) throws IOException {
        Path folder = stub.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder holds " + stub);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(OpenBlas::isLibrary).sorted().toList();
            if (found.isEmpty()) {
                throw new IOException("no OpenBLAS library beside " + stub);
            }
            return found.get(found.size() - 1);
        }
    }

    /** {@code libopenblas_nolapack.so.0} and its kin, or the whole library where there is no smaller one. */
    private static boolean isLibrary(Path file) {
        return String.valueOf(file.getFileName()).startsWith("libopenblas");
    }

    private static void restore(@Nullable String before) {
        if (before == null) {
            System.clearProperty(PATH_PROPERTY);
        } else {
            System.setProperty(PATH_PROPERTY, before);
        }
    }
}
