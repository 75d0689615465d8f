package org.layerwise.initializers;

import org.layerwise.core.Plugin;

/** Registers the built-in initializers. */
public final class InitializersPlugin implements Plugin {
    @Override
    public void register(Registrar registrar) {
        registrar.add(Initializer.class, "zeros", Zeros.class);
        registrar.add(Initializer.class, "ones", Ones.class);
        registrar.add(Initializer.class, "constant", Constant.class);
        registrar.add(Initializer.class, "normal", Normal.class);
        registrar.add(Initializer.class, "random_normal", Normal.class);
        registrar.add(Initializer.class, "uniform", Uniform.class);
        registrar.add(Initializer.class, "random_uniform", Uniform.class);
        registrar.add(Initializer.class, "truncated_normal", TruncatedNormal.class);
        registrar.add(Initializer.class, "variance_scaling", VarianceScaling.class);
        registrar.add(Initializer.class, "orthogonal", Orthogonal.class);
        registrar.add(Initializer.class, "identity", Identity.class);
        registrar.add(Initializer.class, "sparse", Sparse.class);
        registrar.add(Initializer.class, "he_normal", HeNormal.class);
        registrar.add(Initializer.class, "kaiming_normal", HeNormal.class);
        registrar.add(Initializer.class, "he_uniform", HeUniform.class);
        registrar.add(Initializer.class, "kaiming_uniform", HeUniform.class);
        registrar.add(Initializer.class, "xavier_normal", XavierNormal.class);
        registrar.add(Initializer.class, "glorot_normal", XavierNormal.class);
        registrar.add(Initializer.class, "xavier_uniform", XavierUniform.class);
        registrar.add(Initializer.class, "glorot_uniform", XavierUniform.class);
        registrar.add(Initializer.class, "lecun_normal", LecunNormal.class);
        registrar.add(Initializer.class, "lecun_uniform", LecunUniform.class);
    }
}
