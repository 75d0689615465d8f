package org.layerwise.benchmarks.djl;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Training steps of PyTorch through DJL: forward, cost, gradients, update, with its own layers, losses and optimizers.
 *
 * <p>Arguments: widths (comma-separated), hidden activation, examples, optimizer, steps in a round, precision (float64
 * or float32), threads. Each line on standard input starts a round; the answer is its mean time per step in
 * microseconds.
 */
public final class DjlSteps implements AutoCloseable {
    private final NDManager manager;
    private final Model model;
    private final Loss loss;
    private final Optimizer optimizer;
    private final Trainer trainer;
    private final List<Parameter> parameters;
    private final NDArray x;
    private final NDArray y;
    private double cost;

    private DjlSteps(int[] widths, String hidden, int examples, String algorithm, DataType type) {
        int outputs = widths[widths.length - 1];
        Engine.getEngine("PyTorch").setRandomSeed(1);
        this.manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        this.model = Model.newInstance("steps", Device.cpu(), "PyTorch");
        this.model.setDataType(type);
        this.model.setBlock(network(widths, hidden));
        this.loss = outputs == 1 ? Loss.sigmoidBinaryCrossEntropyLoss() : Loss.softmaxCrossEntropyLoss();
        this.optimizer = optimizer(algorithm);
        this.trainer = model.newTrainer(
                new DefaultTrainingConfig(loss).optOptimizer(optimizer).optDevices(new Device[] {Device.cpu()}));
        this.trainer.initialize(new Shape(examples, widths[0]));
        this.parameters = List.copyOf(model.getBlock().getParameters().values());
        this.x = manager.randomNormal(0, 1, new Shape(examples, widths[0]), type);
        this.y = manager.randomInteger(0, Math.max(2, outputs), new Shape(examples, 1), DataType.INT64)
                .toType(outputs == 1 ? type : DataType.INT64, false);
    }

    /** Answers until its input ends. */
    public static void main(String[] arguments) throws IOException {
        PrintStream replies = System.out;
        System.setOut(System.err); // what the library says is no reply
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("ai.djl.pytorch.num_threads", arguments[6]);
        int[] widths = Arrays.stream(arguments[0].split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        DataType type = arguments[5].equals("float32") ? DataType.FLOAT32 : DataType.FLOAT64;
        int count = Integer.parseInt(arguments[4]);
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (DjlSteps steps = new DjlSteps(widths, arguments[1], Integer.parseInt(arguments[2]), arguments[3], type)) {
            while (requests.readLine() != null) {
                replies.println(steps.microsecondsPerStep(count));
                replies.flush();
            }
        }
    }

    private double microsecondsPerStep(int steps) {
        long start = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            step();
        }
        if (Double.isNaN(cost)) {
            throw new IllegalStateException("the cost is NaN");
        }
        return (System.nanoTime() - start) / 1e3 / steps;
    }

    /** What a step makes belongs to a manager of its own, and goes with it. */
    private void step() {
        try (NDManager batch = manager.newSubManager()) {
            x.tempAttach(batch);
            y.tempAttach(batch);
            try (GradientCollector gradients = trainer.newGradientCollector()) {
                NDArray value = loss.evaluate(new NDList(y), trainer.forward(new NDList(x)));
                gradients.backward(value);
                cost = value.toType(DataType.FLOAT64, false).getDouble();
            }
            update();
        }
    }

    /** As {@code Trainer.step} does, which looks at gradients as floats and so knows no float64. */
    private void update() {
        for (Parameter parameter : parameters) {
            NDArray values = parameter.getArray();
            try (NDArray gradient = values.getGradient()) {
                optimizer.update(parameter.getId(), values, gradient);
            }
        }
    }

    private static SequentialBlock network(int[] widths, String hidden) {
        SequentialBlock network = new SequentialBlock();
        for (int l = 1; l < widths.length; l++) {
            network.add(Linear.builder().setUnits(widths[l]).build());
            if (l < widths.length - 1) {
                network.add(hidden.equals("tanh") ? Activation.tanhBlock() : Activation.reluBlock());
            }
        }
        return network;
    }

    private static Optimizer optimizer(String name) {
        return name.equals("adam")
                ? Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.001f)).build()
                : Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.0075f)).build();
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
        manager.close();
    }
}
