package org.layerwise.training;

import java.time.Duration;
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
    private volatile Optional<TrainingRun> run = Optional.empty();
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
     * @throws ForeignStateException if the state to resume from is of another run
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
        TrainingRun current = new TrainingRun(setup, listeners);
        run = Optional.of(current);
        try {
            return current.train();
        } catch (RuntimeException e) {
            listeners.failed(current.failed(e));
            throw e;
        }
    }

    /**
     * Ends the run from another thread, without waiting for a long step or measurement that is under way: {@link
     * Checkpointer#interrupted} is called by this thread with the state as it was before that step. What the training
     * thread still computes is thrown away, and {@link #train} returns as interrupted when it has. Whoever can wait for
     * the end of a step asks by {@link TrainerBuilder#stopRequest}.
     *
     * @param wait for a moment at which the state is whole
     * @return whether the run is over, so that its state is saved; false where there was no such moment, or no run
     */
    public boolean stopNow(Duration wait) {
        return run.map(current -> current.stopNow(wait)).orElse(false);
    }
}
