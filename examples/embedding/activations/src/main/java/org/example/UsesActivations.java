package org.example;

import org.layerwise.activations.LeakyRelu;
import org.layerwise.core.DenseMatrix;

/** Applies an activation to a matrix and goes back through it. */
public final class UsesActivations {
    public static void main(String[] arguments) {
        LeakyRelu activation = new LeakyRelu(0.1);
        DenseMatrix z = DenseMatrix.of(new double[][] {{-2, 0.5, 3}});
        DenseMatrix a = new DenseMatrix(1, 3);
        activation.apply(z, a);
        System.out.println("a = " + a);

        DenseMatrix dA = DenseMatrix.of(new double[][] {{1, 1, 1}});
        DenseMatrix dZ = new DenseMatrix(1, 3);
        activation.backpropagate(z, a, dA, dZ);
        System.out.println("dZ = " + dZ);
    }
}
