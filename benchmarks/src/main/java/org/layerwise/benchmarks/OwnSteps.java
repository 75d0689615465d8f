package org.layerwise.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.layerwise.activations.Activation;
import org.layerwise.activations.Relu;
import org.layerwise.activations.Sigmoid;
import org.layerwise.activations.Softmax;
import org.layerwise.activations.Tanh;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.initializers.LecunNormal;
import org.layerwise.network.Loss;
import org.layerwise.network.Network;
import org.layerwise.network.NetworkBuilder;
import org.layerwise.network.Precision;
import org.layerwise.network.Workspace;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.losses.BinaryCrossEntropy;
import org.layerwise.network.losses.CategoricalCrossEntropy;
import org.layerwise.optimizers.Adam;
import org.layerwise.optimizers.Optimizer;
import org.layerwise.optimizers.Sgd;

/**
 * Training steps of Layerwise: forward, cost, gradients, update; as a program, in a process of its own as a run is:
 * where workloads share a process, the JIT compiler compiles the loops of one for all.
 */
final class OwnSteps implements Steps {
    private final Network network;
    private final Workspace workspace;
    private final Optimizer.Updater[] updaters;
    private final double learningRate;
    private final int steps;
    private long step;
    private double cost;

    OwnSteps(Workload workload, Precision precision) {
        this.network = network(workload, precision);
        this.workspace = network.workspace(workload.examples());
        fill(workload);
        if (workload.fullBatch()) {
            workspace.keepInput();
        }
        boolean adam = workload.optimizer().equals("adam");
        this.learningRate = adam ? 0.001 : 0.0075;
        Optimizer optimizer = adam ? new Adam(learningRate) : new Sgd(learningRate);
        this.updaters = network.parameters().stream().map(optimizer::updaterFor).toArray(Optimizer.Updater[]::new);
        this.steps = workload.steps();
    }

    /** A process that answers each line with the time of a step, in microseconds; arguments: workload, precision. */
    public static void main(String[] arguments) throws IOException {
        OwnSteps steps = new OwnSteps(Workload.named(arguments[0]), Precision.valueOf(arguments[1]));
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (requests.readLine() != null) {
            System.out.println(steps.microsecondsPerStep());
        }
    }

    /** Starts that process. */
    static Steps start(Workload workload, Precision precision) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), OwnSteps.class.getName()));
        command.addAll(List.of(workload.name(), precision.name()));
        return ProcessSteps.start(command, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public double microsecondsPerStep() {
        long start = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            cost = network.costAndGradients(workspace, step);
            for (Optimizer.Updater updater : updaters) {
                updater.update(step, learningRate);
            }
            step++;
        }
        return (System.nanoTime() - start) / 1e3 / steps;
    }

    /** The cost before the last update; keeps the steps from being optimized away. */
    double cost() {
        return cost;
    }

    @Override
    public void close() {}

    private static Network network(Workload workload, Precision precision) {
        Loss loss = workload.binary() ? new BinaryCrossEntropy() : new CategoricalCrossEntropy();
        NetworkBuilder builder =
                Network.builder(workload.inputs()).loss(loss).random(random()).precision(precision);
        int last = workload.widths().size() - 1;
        Activation hidden = workload.hidden().equals("tanh") ? new Tanh() : new Relu();
        for (int l = 1; l < last; l++) {
            builder.layer(new Dense(workload.widths().get(l), hidden).withInitializer(new LecunNormal()));
        }
        Activation end = workload.binary() ? new Sigmoid() : new Softmax();
        return builder.layer(new Dense(workload.outputs(), end).withInitializer(new LecunNormal()))
                .build();
    }

    private static RandomSource random() {
        return new Splittable().seeded(1);
    }

    private void fill(Workload workload) {
        RandomSource random = random();
        double[] x = workspace.input().values();
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextGaussian();
        }
        double[] y = workspace.target().values();
        int m = workload.examples();
        for (int j = 0; j < m; j++) {
            int label = random.nextInt(Math.max(2, workload.outputs()));
            if (workload.binary()) {
                y[j] = label;
            } else {
                y[label * m + j] = 1;
            }
        }
    }
}
