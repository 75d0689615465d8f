package org.layerwise.training;

import java.util.Optional;

/** The training examples with the weights of their classes. */
final class ClassWeighting {
    private final Task task;
    private final int[] classes;
    private final long[] counts;
    private int known;

    private ClassWeighting(Task task, int examples) {
        this.task = task;
        this.classes = new int[examples];
        this.counts = new long[task.classCount()];
    }

    /**
     * Weights that examples have already are multiplied by those of their classes.
     *
     * @throws IllegalArgumentException if examples may have several classes or none, or the weights do not fit the classes
     */
    static Examples of(Examples examples, ClassWeights rule, Task task) {
        if (!task.singleLabel()) {
            throw new IllegalArgumentException("class_weights need one class for each example");
        }
        ClassWeighting weighting = new ClassWeighting(task, examples.count());
        weighting.count(examples);
        return examples.withOwnWeights(weighting.weights(rule, examples.weights()));
    }

    private void count(Examples examples) {
        examples.eachTargets(y -> {
            for (int i = 0; i < y.getColumnDimension(); i++) {
                int own = task.actualClass(y, i);
                classes[known++] = own;
                counts[own]++;
            }
        });
    }

    private double[] weights(ClassWeights rule, Optional<double[]> own) {
        double[] byClass = rule.of(task, counts);
        double[] weights = own.orElseGet(() -> new double[classes.length]);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = byClass[classes[i]] * (own.isPresent() ? weights[i] : 1);
        }
        return weights;
    }
}
