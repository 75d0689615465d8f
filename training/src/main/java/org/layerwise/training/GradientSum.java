package org.layerwise.training;

import java.util.Arrays;
import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;

/**
 * The gradients of several batches that make one update together, each counted with its examples: {@code dW = Σ m dW_m /
 * Σ m}, as one large batch would give them.
 */
final class GradientSum {
    private final List<Parameter> parameters;
    private final List<DenseMatrix> sums;
    private double loss;
    private int examples;

    /** @param parameters those that training changes */
    GradientSum(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
        this.sums = parameters.stream()
                .map(p -> new DenseMatrix(p.value().getRowDimension(), p.value().getColumnDimension()))
                .toList();
    }

    void begin() {
        loss = 0;
        examples = 0;
        for (int i = 0; i < sums.size(); i++) {
            Arrays.fill(sums.get(i).values(), 0);
        }
    }

    /** Adds the gradients of a batch as they stand. */
    void add(double meanLoss, int batch) {
        loss += batch * meanLoss;
        examples += batch;
        for (int i = 0; i < sums.size(); i++) {
            double[] sum = sums.get(i).values();
            double[] gradient = parameters.get(i).gradient().values();
            for (int j = 0; j < sum.length; j++) {
                sum[j] += batch * gradient[j];
            }
        }
    }

    /** Writes the mean gradients of all batches. */
    void writeMeans() {
        for (int i = 0; i < sums.size(); i++) {
            double[] sum = sums.get(i).values();
            double[] gradient = parameters.get(i).gradient().values();
            for (int j = 0; j < sum.length; j++) {
                gradient[j] = sum[j] / examples;
            }
        }
    }

    double meanLoss() {
        return loss / examples;
    }

    int examples() {
        return examples;
    }
}
