package org.layerwise.benchmarks.dl4j;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Training steps of Deeplearning4j: one call of {@code fit} is one step over the batch, and computes the cost.
 *
 * <p>Arguments: widths (comma-separated), hidden activation, examples, optimizer, steps in a round, precision (float64
 * or float32); threads are those of the environment. Each line on standard input starts a round; the answer is its mean
 * time per step in microseconds.
 */
public final class Dl4jSteps {
    private final MultiLayerNetwork network;
    private final INDArray x;
    private final INDArray y;
    private double cost;

    private Dl4jSteps(int[] widths, String hidden, int examples, String optimizer, DataType type) {
        Nd4j.setDefaultDataTypes(type, type);
        Nd4j.getRandom().setSeed(1);
        // Its workspaces need no collections, which it would else ask for every few seconds, also between rounds.
        Nd4j.getMemoryManager().togglePeriodicGc(false);
        this.network = network(widths, hidden, optimizer, type);
        this.x = Nd4j.randn(type, examples, widths[0]);
        this.y = targets(examples, widths[widths.length - 1], type);
    }

    /** Answers until its input ends. */
    public static void main(String[] arguments) throws IOException {
        PrintStream replies = System.out;
        System.setOut(System.err); // what the library says is no reply
        int[] widths = Arrays.stream(arguments[0].split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        DataType type = arguments[5].equals("float32") ? DataType.FLOAT : DataType.DOUBLE;
        Dl4jSteps steps = new Dl4jSteps(widths, arguments[1], Integer.parseInt(arguments[2]), arguments[3], type);
        int count = Integer.parseInt(arguments[4]);
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (requests.readLine() != null) {
            replies.println(steps.microsecondsPerStep(count));
            replies.flush();
        }
    }

    private double microsecondsPerStep(int steps) {
        long start = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            network.fit(x, y);
            cost = network.score();
        }
        if (Double.isNaN(cost)) {
            throw new IllegalStateException("the cost is NaN");
        }
        return (System.nanoTime() - start) / 1e3 / steps;
    }

    private static MultiLayerNetwork network(int[] widths, String hidden, String optimizer, DataType type) {
        var layers = new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(type)
                .weightInit(WeightInit.LECUN_NORMAL)
                .updater(optimizer.equals("adam") ? new Adam(0.001) : new Sgd(0.0075))
                .list();
        int last = widths.length - 1;
        for (int l = 1; l < last; l++) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(widths[l - 1])
                    .nOut(widths[l])
                    .activation(hidden.equals("tanh") ? Activation.TANH : Activation.RELU)
                    .build());
        }
        boolean binary = widths[last] == 1;
        layers.layer(new OutputLayer.Builder(binary ? LossFunction.XENT : LossFunction.MCXENT)
                .nIn(widths[last - 1])
                .nOut(widths[last])
                .activation(binary ? Activation.SIGMOID : Activation.SOFTMAX)
                .build());
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        return network;
    }

    private static INDArray targets(int examples, int outputs, DataType type) {
        Random random = new Random(1);
        INDArray targets = Nd4j.zeros(type, examples, outputs);
        for (int i = 0; i < examples; i++) {
            if (outputs == 1) {
                targets.putScalar(i, 0, random.nextInt(2));
            } else {
                targets.putScalar(i, random.nextInt(outputs), 1);
            }
        }
        return targets;
    }
}
