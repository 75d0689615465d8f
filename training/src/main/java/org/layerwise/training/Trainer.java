package org.layerwise.training;

import java.util.Optional;
import org.layerwise.network.Network;
import org.layerwise.optimizers.Optimizer;

/**
 * Trains a network.
 *
 * <pre>{@code
 * TrainingResult result = Trainer.builder(network, new Adam(0.001))
 *         .train(Examples.of(x, y))
 *         .dev(Examples.of(xDev, yDev))
 *         .options(TrainingOptions.epochs(20).metric("accuracy", new Accuracy()).build())
 *         .random(random)
 *         .build()
 *         .train();
 * }</pre>
 *
 * <p>Each epoch goes through all training examples in batches. A step is {@code J and its gradients, clipping, update};
 * steps and epochs are counted from 0. With the same network, examples, options and streams the result is the same, to
 * the bit: the clock decides nothing but {@code max_time}.
 */
public final class Trainer {
    private final TrainerSetup setup;
    private boolean used;

    Trainer(TrainerSetup setup) {
        this.setup = setup;
    }

    /** A trainer of this network's parameters by this rule. */
    public static TrainerBuilder builder(Network network, Optimizer optimizer) {
        return new TrainerBuilder(network, optimizer);
    }

    /**
     * Trains; the network then holds the trained parameters. To be called once.
     *
     * @throws DivergedException if a cost or gradient is NaN or infinite, unless the options say to go on
     * @throws ListenerException if a listener fails
     * @throws IllegalArgumentException if the state to resume from is of another run
     */
    public TrainingResult train() {
        if (used) {
            throw new IllegalStateException("a trainer trains once; build another one");
        }
        used = true;
        Listeners listeners = new Listeners(setup.listeners());
        Optional<RuntimeException> failure = Optional.empty();
        try {
            return train(listeners);
        } catch (RuntimeException e) {
            failure = Optional.of(e);
            throw e;
        } finally {
            listeners.close(failure);
        }
    }

    private TrainingResult train(Listeners listeners) {
        TrainingRun run = new TrainingRun(setup, listeners);
        try {
            return run.train();
        } catch (RuntimeException e) {
            listeners.failed(run.failed(e));
            throw e;
        }
    }
}
