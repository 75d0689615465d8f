package org.layerwise.network.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;

/** The scale γ and the shift β that follow a normalization, of shape (units, 1) each; either may be missing. */
final class Affine {
    private final Optional<Parameter> gamma;
    private final Optional<Parameter> beta;
    private final double[] ones;
    private final double[] zeros;

    Affine(String layer, int units, boolean scaled, boolean centred) {
        this.ones = new double[units];
        this.zeros = new double[units];
        Arrays.fill(ones, 1);
        this.gamma = scaled
                ? Optional.of(Parameter.of(layer + ".gamma", DenseMatrix.wrap(units, 1, ones.clone())))
                : Optional.empty();
        this.beta = centred ? Optional.of(Parameter.of(layer + ".beta", new DenseMatrix(units, 1))) : Optional.empty();
    }

    List<Parameter> parameters() {
        return Stream.of(gamma, beta).flatMap(Optional::stream).toList();
    }

    double[] gamma() {
        return gamma.isPresent() ? gamma.get().value().values() : ones;
    }

    double[] beta() {
        return beta.isPresent() ? beta.get().value().values() : zeros;
    }

    /** Sets {@code dγ} and {@code dβ} to 0, where there are such. */
    void clearGradients() {
        gamma.ifPresent(parameter -> Arrays.fill(parameter.gradient().values(), 0));
        beta.ifPresent(parameter -> Arrays.fill(parameter.gradient().values(), 0));
    }

    /** Adds to {@code dγ = 1/m Σ dA ∘ X̂} and {@code dβ = 1/m Σ dA} of one unit. */
    void addGradients(int unit, double dGamma, double dBeta) {
        if (gamma.isPresent()) {
            gamma.get().gradient().values()[unit] += dGamma;
        }
        if (beta.isPresent()) {
            beta.get().gradient().values()[unit] += dBeta;
        }
    }
}
