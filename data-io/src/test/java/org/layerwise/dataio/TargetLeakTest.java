package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.layerwise.core.DenseMatrix;

class TargetLeakTest {
    /** In memory, and read whenever it is asked for. */
    enum Kept {
        IN_MEMORY(data -> data),
        STREAMED(data -> data.lazily(some -> some));

        @SuppressWarnings("ImmutableEnumChecker") // functions without state
        private final UnaryOperator<Dataset> change;

        Kept(UnaryOperator<Dataset> change) {
            this.change = change;
        }

        Dataset of(int examples, IntToDoubleFunction target, IntToDoubleFunction... features) {
            DenseMatrix x = new DenseMatrix(examples, features.length);
            DenseMatrix y = new DenseMatrix(examples, 1);
            for (int i = 0; i < examples; i++) {
                for (int c = 0; c < features.length; c++) {
                    x.setEntry(i, c, features[c].applyAsDouble(i));
                }
                y.setEntry(i, 0, target.applyAsDouble(i));
            }
            return change.apply(Dataset.of("table", x, y));
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherNamesOfTheClassesAreFound(Kept kept) {
        Dataset data = kept.of(100, i -> i % 3, i -> 10 - i % 3, i -> i % 2, i -> i % 6, i -> i);
        assertThat(TargetLeak.among(data, 0, Set.of())).containsExactly(new TargetLeak("x1", 1));
        assertThat(TargetLeak.among(data, 0, Set.of("x1"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCopyIsFoundThoughEachValueComesOnce(Kept kept) {
        Dataset data = kept.of(10_000, i -> i / 7.0, i -> i / 7.0, i -> i, i -> i == 9999 ? -1 : i / 7.0);
        assertThat(TargetLeak.among(data, 0, Set.of())).containsExactly(new TargetLeak("x1", 1));
    }

    @ParameterizedTest
    @EnumSource
    void aConstantSaysNothing(Kept kept) {
        assertThat(TargetLeak.among(kept.of(10, i -> 1, i -> 1), 0, Set.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aMissingValueIsAValue(Kept kept) {
        Dataset data = kept.of(10, i -> i % 2, i -> i % 2 == 0 ? Double.NaN : 1);
        assertThat(TargetLeak.among(data, 0, Set.of())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void oneExceptionIsEnough(Kept kept) {
        Dataset data = kept.of(1000, i -> i % 2, i -> i == 999 ? 0 : i % 2, i -> i == 999 ? 2 : i % 2);
        assertThat(TargetLeak.among(data, 0, Set.of())).isEmpty();
    }

    /** Whichever of many values of the target it is. */
    @Test
    void twoFeaturesForOneTargetAreNoLeakInMemory() {
        for (int twice = 0; twice < 12; twice++) {
            int other = twice;
            Dataset data = Kept.IN_MEMORY.of(60_000, i -> i % 20_000 == 19_999 ? other : i % 20_000, i -> i % 20_000);
            assertThat(TargetLeak.among(data, 0, Set.of()))
                    .as("target %s", twice)
                    .isEmpty();
        }
    }

    @Test
    void ofManyDifferentValuesASampleIsLookedAtWhileStreaming() {
        IntToDoubleFunction customer = i -> i % 30_000;
        IntToDoubleFunction income = i -> 3 * (i % 30_000) + 1;
        IntToDoubleFunction other = i -> (i * 7919L) % 29_989;
        Dataset streamed = Kept.STREAMED.of(90_000, income, customer, other);
        List<TargetLeak> leaks = TargetLeak.among(streamed, 0, Set.of());
        assertThat(leaks).extracting(TargetLeak::column).containsExactly("x1");
        assertThat(leaks.get(0).oneIn()).isBetween(8, 16);
        assertThat(TargetLeak.among(Kept.IN_MEMORY.of(90_000, income, customer, other), 0, Set.of()))
                .containsExactly(new TargetLeak("x1", 1));
    }
}
