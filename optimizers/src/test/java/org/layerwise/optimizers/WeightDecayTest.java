package org.layerwise.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;

/** Weight decay together with momentum, by the formulas of PyTorch's {@code SGD}. */
class WeightDecayTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isPartOfTheGradientThatMomentumKeeps(boolean nesterov) {
        Parameter w = Parameter.of("w", DenseMatrix.of(new double[][] {{2}}));
        Optimizer.Updater updater = new Sgd(new ConstantRate(0.1), 0.9, nesterov, 0.25).updaterFor(w);
        double expected = 2;
        double velocity = 0;
        for (int step = 0; step < 5; step++) {
            w.gradient().values()[0] = 0.5 + step;
            updater.update(step, 0.1);
            double gradient = 0.5 + step + 0.25 * expected;
            velocity = 0.9 * velocity + gradient;
            expected -= 0.1 * (nesterov ? gradient + 0.9 * velocity : velocity);
            assertThat(w.value().getEntry(0, 0)).isCloseTo(expected, within(1e-14));
        }
    }
}
