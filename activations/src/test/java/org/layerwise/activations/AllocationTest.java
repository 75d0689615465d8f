package org.layerwise.activations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.DenseMatrix;

class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Arguments> functions() {
        return Stream.concat(ComputedActivationsTest.functions(), ComputedActivationsTest.columnFunctions());
    }

    /** Of one block, and of a matrix that cores share. */
    @ParameterizedTest
    @MethodSource("functions")
    void nothingIsAllocatedOnceWarm(String name, Activation function) {
        for (int columns : new int[] {7, 600}) {
            DenseMatrix z = new DenseMatrix(60, columns);
            DenseMatrix a = z.copy();
            DenseMatrix d = z.copy();
            long least = Long.MAX_VALUE;
            for (int repetition = 0; repetition < 20 && least > 0; repetition++) {
                long before = THREADS.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 5; i++) {
                    function.apply(z, a);
                    function.apply(a, a);
                    function.backpropagate(z, a, d, d);
                }
                least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least).as(name + ", bytes").isZero();
        }
    }
}
