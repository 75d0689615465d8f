package org.layerwise.optimizers;

import org.layerwise.core.Plugin;

/** Registers the built-in optimizers and schedules. */
public final class OptimizersPlugin implements Plugin {
    @Override
    public void register(Registrar registrar) {
        registrar.add(Optimizer.class, "sgd", Sgd.class);
        registrar.add(Optimizer.class, "momentum", Momentum.class);
        registrar.add(Optimizer.class, "rmsprop", Rmsprop.class);
        registrar.add(Optimizer.class, "adam", Adam.class);
        registrar.add(LearningRateSchedule.class, "constant", ConstantRate.class);
        registrar.add(LearningRateSchedule.class, "inverse_time", InverseTime.class);
    }
}
