package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.ElementWise;
import org.layerwise.core.Parameter;

/**
 * Gradient descent, on batches or the whole data, with momentum where wanted.
 *
 * <pre>{@code
 * g = dW + weight_decay · W
 * v = momentum · v + g                (v = 0 before the first step)
 * W = W − α v                         (nesterov: W − α (g + momentum · v))
 * }</pre>
 *
 * <p>Shapes: any. Without momentum it keeps no state and {@code v = g}.
 * <p>Source: Polyak, "Some methods of speeding up the convergence of iteration methods", 1964; Sutskever, Martens,
 * Dahl, Hinton, "On the importance of initialization and momentum", 2013.
 * <p>Differs from: Keras, whose v holds α already, which is the same path for a constant rate; {@code momentum}, the
 * course's form, which averages. As in PyTorch, weight decay falls on biases too. The default rate is Keras's.
 *
 * @param learningRate α; default 0.01
 * @param momentum share of the last step that goes on, in [0, 1); default 0
 * @param nesterov whether the gradient is taken ahead of the step; needs momentum; default false
 * @param weightDecay how much of the weights is added to the gradient, at least 0; default 0
 */
public record Sgd(@Alias("lr") LearningRateSchedule learningRate, double momentum, boolean nesterov, double weightDecay)
        implements Optimizer {
    /** With learning rate 0.01 and no momentum. */
    public Sgd() {
        this(0.01);
    }

    /** With no momentum. */
    public Sgd(double learningRate) {
        this(new ConstantRate(learningRate), 0, false, 0);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public Sgd {
        require(momentum >= 0 && momentum < 1, "momentum", momentum, "in [0, 1)");
        require(!nesterov || momentum > 0, "nesterov", nesterov, "false without momentum");
        requireNonNegative("weight_decay", weightDecay);
    }

    @Override
    public Updater updaterFor(Parameter parameter) {
        double[] w = parameter.value().values();
        double[] g = parameter.gradient().values();
        if (momentum == 0) {
            ElementWise descent =
                    new ElementWise(w.length, (from, to, rate, unused, none) -> descend(w, g, from, to, rate));
            return (step, rate) -> descent.run(rate, 0, 0);
        }
        DenseMatrix v = States.zerosLike(parameter);
        ElementWise descent = new ElementWise(w.length, (from, to, rate, unused, none) -> {
            if (nesterov) {
                lookAhead(w, g, v.values(), from, to, rate);
            } else {
                roll(w, g, v.values(), from, to, rate);
            }
        });
        return new States.Of(List.of(v), (step, rate) -> descent.run(rate, 0, 0));
    }

    private void descend(double[] w, double[] g, int from, int to, double rate) {
        for (int i = from; i < to; i++) {
            w[i] -= rate * (g[i] + weightDecay * w[i]);
        }
    }

    private void roll(double[] w, double[] g, double[] v, int from, int to, double rate) {
        for (int i = from; i < to; i++) {
            double velocity = momentum * v[i] + (g[i] + weightDecay * w[i]);
            v[i] = velocity;
            w[i] -= rate * velocity;
        }
    }

    private void lookAhead(double[] w, double[] g, double[] v, int from, int to, double rate) {
        for (int i = from; i < to; i++) {
            double gradient = g[i] + weightDecay * w[i];
            double velocity = momentum * v[i] + gradient;
            v[i] = velocity;
            w[i] -= rate * (gradient + momentum * velocity);
        }
    }
}
