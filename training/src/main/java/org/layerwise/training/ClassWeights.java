package org.layerwise.training;

import static org.layerwise.core.Options.requireNonNegative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The weight that examples of each class have in the training cost, {@code J = 1/m Σ w L + penalty}. Costs and metrics
 * that are measured after an epoch are not weighted.
 */
public sealed interface ClassWeights {
    /**
     * The weight of each class, in the order of the classes.
     *
     * @param counts the training examples of each class
     * @throws IllegalArgumentException if the weights do not fit the classes
     */
    double[] of(Task task, long[] counts);

    /**
     * Each class has the same weight in all: {@code w = m / (classes · examples of the class)}, as in scikit-learn.
     */
    record Balanced() implements ClassWeights {
        @Override
        public double[] of(Task task, long[] counts) {
            long total = Arrays.stream(counts).sum();
            double[] weights = new double[counts.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = counts[i] == 0 ? 0 : (double) total / ((double) counts.length * counts[i]);
            }
            return weights;
        }
    }

    /**
     * A weight for each class by its name; classes that are not named have weight 1.
     *
     * @param weights finite and not negative
     */
    record Given(Map<String, Double> weights) implements ClassWeights {
        /** @throws org.layerwise.core.OptionException if a weight is negative or not finite */
        public Given {
            weights = Map.copyOf(weights);
            weights.forEach((name, weight) -> requireNonNegative("class_weights", weight));
        }

        @Override
        public double[] of(Task task, long[] counts) {
            List<String> classes = task.classNames();
            List<String> unknown = new ArrayList<>(new TreeSet<>(weights.keySet()));
            unknown.removeAll(classes);
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("class_weights names no class: " + unknown.get(0) + "; classes are "
                        + String.join(", ", classes));
            }
            return classes.stream()
                    .mapToDouble(name -> weights.getOrDefault(name, 1.0))
                    .toArray();
        }
    }
}
