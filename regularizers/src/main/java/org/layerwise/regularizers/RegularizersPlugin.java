package org.layerwise.regularizers;

import org.layerwise.core.Plugin;

/** Registers the built-in penalties, noises and constraints. */
public final class RegularizersPlugin implements Plugin {
    @Override
    public void register(Registrar registrar) {
        registrar.add(Regularizer.class, "l1", L1.class);
        registrar.add(Regularizer.class, "l2", L2.class);
        registrar.add(Regularizer.class, "l1_l2", L1L2.class);
        registrar.add(Regularizer.class, "orthogonal", Orthogonality.class);
        registrar.add(Noise.class, "dropout", Dropout.class);
        registrar.add(Noise.class, "alpha_dropout", AlphaDropout.class);
        registrar.add(Noise.class, "gaussian_dropout", GaussianDropout.class);
        registrar.add(Noise.class, "gaussian_noise", GaussianNoise.class);
        registrar.add(Noise.class, "drop_connect", DropConnect.class);
        registrar.add(Constraint.class, "max_norm", MaxNorm.class);
        registrar.add(Constraint.class, "unit_norm", UnitNorm.class);
        registrar.add(Constraint.class, "non_negative", NonNegative.class);
        registrar.add(Constraint.class, "min_max_norm", MinMaxNorm.class);
    }
}
