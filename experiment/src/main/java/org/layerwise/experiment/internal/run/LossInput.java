package org.layerwise.experiment.internal.run;

import java.util.Optional;
import org.layerwise.activations.Activation;
import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Softmax;
import org.layerwise.core.DenseMatrix;
import org.layerwise.network.Loss;

/** Whether the activation of the output gives what a loss can take, told by what it makes of a few numbers. */
final class LossInput {
    private static final double TOLERANCE = 1e-9;

    private LossInput() {}

    /**
     * What is wrong and what is expected; empty where the loss is computed together with the activation, or takes anything.
     *
     * @param last the activation before the loss, if there is one
     */
    static Optional<String> problem(Loss loss, Optional<Activation> last) {
        if (last.flatMap(loss::fusedWith).isPresent()) {
            return Optional.empty();
        }
        DenseMatrix outputs = sample(last);
        if (loss.fusedWith(new Sigmoid()).isPresent() && !areProbabilities(outputs)) {
            return Optional.of("the loss takes the logarithm of a probability, but the output is not one; expected an "
                    + "activation with values between 0 and 1, such as sigmoid");
        }
        if (loss.fusedWith(new Softmax()).isPresent() && !areDistributions(outputs)) {
            return Optional.of("the loss takes a distribution over the classes, but the outputs do not add up to 1; "
                    + "expected the activation softmax");
        }
        return Optional.empty();
    }

    private static DenseMatrix sample(Optional<Activation> activation) {
        DenseMatrix z = DenseMatrix.of(new double[][] {{-30, -2, 0.5, 3}, {4, 1, 0, 50}, {-1, 2, 7, 0.25}});
        DenseMatrix a = z.copy();
        activation.ifPresent(g -> g.apply(z, a));
        return a;
    }

    private static boolean areProbabilities(DenseMatrix a) {
        for (double value : a.values()) {
            if (!(value >= 0 && value <= 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areDistributions(DenseMatrix a) {
        for (int j = 0; j < a.getColumnDimension(); j++) {
            double sum = 0;
            for (int i = 0; i < a.getRowDimension(); i++) {
                sum += a.getEntry(i, j);
            }
            if (!(Math.abs(sum - 1) < TOLERANCE)) {
                return false;
            }
        }
        return areProbabilities(a);
    }
}
