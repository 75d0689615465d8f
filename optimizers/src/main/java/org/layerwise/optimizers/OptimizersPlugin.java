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
        registrar.add(Optimizer.class, "adamw", AdamW.class);
        registrar.add(Optimizer.class, "amsgrad", Amsgrad.class);
        registrar.add(Optimizer.class, "adamax", Adamax.class);
        registrar.add(Optimizer.class, "nadam", Nadam.class);
        registrar.add(Optimizer.class, "radam", Radam.class);
        registrar.add(Optimizer.class, "adabelief", AdaBelief.class);
        registrar.add(Optimizer.class, "lion", Lion.class);
        registrar.add(Optimizer.class, "adagrad", Adagrad.class);
        registrar.add(Optimizer.class, "adadelta", Adadelta.class);
        registrar.add(Optimizer.class, "rprop", Rprop.class);
        registrar.add(Optimizer.class, "lbfgs", Lbfgs.class);
        registrar.add(LearningRateSchedule.class, "constant", ConstantRate.class);
        registrar.add(LearningRateSchedule.class, "inverse_time", InverseTime.class);
        registrar.add(LearningRateSchedule.class, "inverse_sqrt", InverseSqrt.class);
        registrar.add(LearningRateSchedule.class, "step", StepDecay.class);
        registrar.add(LearningRateSchedule.class, "multi_step", MultiStep.class);
        registrar.add(LearningRateSchedule.class, "piecewise", Piecewise.class);
        registrar.add(LearningRateSchedule.class, "exponential", ExponentialDecay.class);
        registrar.add(LearningRateSchedule.class, "polynomial", Polynomial.class);
        registrar.add(LearningRateSchedule.class, "cosine", Cosine.class);
        registrar.add(LearningRateSchedule.class, "cosine_restarts", CosineRestarts.class);
        registrar.add(LearningRateSchedule.class, "warmup", Warmup.class);
        registrar.add(LearningRateSchedule.class, "reduce_on_plateau", ReduceOnPlateau.class);
        registrar.add(LearningRateSchedule.class, "one_cycle", OneCycle.class);
        registrar.add(LearningRateSchedule.class, "cyclic", Cyclic.class);
    }
}
