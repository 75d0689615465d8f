package org.layerwise.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A network, a batch and an optimizer, on random data: the same for Layerwise and its peers.
 *
 * @param widths n[0] … n[L]
 * @param hidden the activation of all layers but the last: {@code relu} or {@code tanh}
 * @param examples in each step
 * @param optimizer {@code sgd} or {@code adam}
 * @param steps in each timed round
 */
record Workload(String name, List<Integer> widths, String hidden, int examples, String optimizer, int steps) {
    static final List<Workload> ALL = List.of(
            new Workload("flower", List.of(2, 4, 1), "tanh", 400, "sgd", 1_000),
            new Workload("circles", List.of(2, 10, 5, 1), "relu", 300, "sgd", 800),
            new Workload("small", List.of(30, 64, 32, 2), "relu", 32, "adam", 300),
            new Workload("cats4", List.of(12288, 20, 7, 5, 1), "relu", 209, "sgd", 20),
            new Workload("mnist", List.of(784, 512, 256, 10), "relu", 128, "adam", 15),
            new Workload("wide", List.of(2048, 4096, 4096, 1000), "relu", 256, "adam", 1));

    static Workload named(String name) {
        return ALL.stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload '" + name + "'"));
    }

    int inputs() {
        return widths.get(0);
    }

    int outputs() {
        return widths.get(widths.size() - 1);
    }

    /** One sigmoid, or a softmax over several classes. */
    boolean binary() {
        return outputs() == 1;
    }

    /** Gradient descent takes all examples in each step, the same ones. */
    boolean fullBatch() {
        return optimizer.equals("sgd");
    }

    String layers() {
        return widths.stream().map(String::valueOf).collect(Collectors.joining("-")) + " " + hidden + ", "
                + (binary() ? "sigmoid" : "softmax");
    }

    /** As the peers' scripts read it. */
    String arguments() {
        return String.format(
                Locale.ROOT,
                "%s %s %d %s %d",
                widths.stream().map(String::valueOf).collect(Collectors.joining(",")),
                hidden,
                examples,
                optimizer,
                steps);
    }
}
