package org.layerwise.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;

/** The average of a run's weights. To be used, it changes places with the weights, value by value. */
final class AveragedWeights implements Resumable {
    private final WeightAverage rule;
    private final List<Parameter> parameters;
    private final List<DenseMatrix> averages;
    private long updates;
    private boolean swapped;

    /** @param parameters those that training changes */
    AveragedWeights(WeightAverage rule, List<Parameter> parameters) {
        this.rule = rule;
        this.parameters = List.copyOf(parameters);
        this.averages = parameters.stream().map(p -> p.value().copy()).toList();
    }

    /** Takes the weights as they stand after an update into the average. */
    void updated(long epoch) {
        if (epoch < rule.startEpoch()) {
            return;
        }
        double kept = updates == 0 ? 0 : rule.kept(updates);
        for (int i = 0; i < averages.size(); i++) {
            mix(averages.get(i).values(), parameters.get(i).value().values(), kept);
        }
        updates++;
    }

    private static void mix(double[] average, double[] weights, double kept) {
        double taken = 1 - kept;
        for (int i = 0; i < average.length; i++) {
            average[i] = kept * average[i] + taken * weights[i];
        }
    }

    /** Puts the average where the weights are and keeps those; does nothing while there is no average yet. */
    void use() {
        if (!swapped && updates > 0) {
            exchange();
            swapped = true;
        }
    }

    private void putBack() {
        if (swapped) {
            exchange();
            swapped = false;
        }
    }

    /** Does something with the average where the weights are. */
    <T> T whileUsed(Supplier<T> work) {
        use();
        try {
            return work.get();
        } finally {
            putBack();
        }
    }

    /** Whether the average is where the weights are. */
    boolean isUsed() {
        return swapped;
    }

    private void exchange() {
        for (int i = 0; i < averages.size(); i++) {
            double[] average = averages.get(i).values();
            double[] weights = parameters.get(i).value().values();
            for (int j = 0; j < average.length; j++) {
                double weight = weights[j];
                weights[j] = average[j];
                average[j] = weight;
            }
        }
    }

    @Override
    public Map<String, DenseMatrix> matrices() {
        Map<String, DenseMatrix> named = new LinkedHashMap<>();
        for (int i = 0; i < averages.size(); i++) {
            named.put(parameters.get(i).name(), averages.get(i));
        }
        return named;
    }

    @Override
    public double[] numbers() {
        return new double[] {updates};
    }

    @Override
    public void restore(double[] numbers) {
        updates = (long) numbers[0];
    }
}
