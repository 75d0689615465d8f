package org.layerwise.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowersTest {
    @Test
    void wholePowersAreCorrectlyRoundedOrNearly() {
        for (double base : new double[] {0.9, 0.999, 0.5, 0.96, 1, 0, 0.123456789}) {
            for (int n : new int[] {0, 1, 2, 3, 7, 64, 100, 255}) {
                double exact = new BigDecimal(base).pow(n, new MathContext(60)).doubleValue();
                assertThat(Math.abs(Powers.power(base, n) - exact)).isLessThanOrEqualTo(Math.ulp(exact));
            }
        }
    }

    @Test
    void hugeExponentsEndAtZeroOrOne() {
        assertThat(Powers.power(0.999, Long.MAX_VALUE)).isZero();
        assertThat(Powers.power(1, Long.MAX_VALUE)).isEqualTo(1);
    }

    /** Where the power is left out it would have changed no bit. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 0.99, 0.999, 0.99999, 0x1.fffffffffffffp-1})
    void whatAnAverageHasGatheredIsOneLessThePower(double decay) {
        for (double share : new double[] {0, 0.5, 1, 10, 20, 31, 35, 36, 37, 38, 39, 39.9, 40, 40.1, 50}) {
            long step = (long) (share / (1 - decay));
            assertThat(States.gathered(decay, step)).isEqualTo(1 - Powers.power(decay, step + 1));
        }
        assertThat(States.gathered(decay, Long.MAX_VALUE - 1)).isEqualTo(1 - Powers.power(decay, Long.MAX_VALUE));
    }

    @Test
    void realPowersAgreeWithTheLibrary() {
        for (double x : new double[] {0.3, 0.5, 1.5, 7.25, 20.999}) {
            assertThat(Powers.realPower(0.9, x)).isCloseTo(StrictMath.pow(0.9, x), within(4e-16));
        }
        assertThat(Powers.realPower(0.25, 0.5)).isEqualTo(0.5);
    }

    @Test
    void theCosineAgreesWithTheLibrary() {
        for (int i = 0; i <= 1000; i++) {
            double u = i / 1000.0;
            assertThat(Powers.cosineOfPi(u)).isCloseTo(StrictMath.cos(Math.PI * u), within(3e-16));
        }
        assertThat(Powers.cosineOfPi(0)).isEqualTo(1);
        assertThat(Powers.cosineOfPi(0.5)).isZero();
        assertThat(Powers.cosineOfPi(1)).isEqualTo(-1);
    }
}
