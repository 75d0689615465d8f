package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.core.Parameter;
import org.layerwise.network.Network;
import org.layerwise.network.Workspace;

class FiniteCheckTest {
    private final TrainingListener listener = mock(TrainingListener.class);

    private FiniteCheck check(Network network, OnNonFinite reaction) {
        return new FiniteCheck(network, network.parameters(), reaction, new Listeners(List.of(listener)));
    }

    @Test
    void everyPlaceInAGradientIsLookedAt() {
        for (int size : new int[] {1, 2, 3, 4, 5, 7, 8, 9}) {
            for (int bad = 0; bad < size; bad++) {
                Network network = Small.logistic(size);
                FiniteCheck check = check(network, OnNonFinite.FAIL);
                assertThat(check.isFinite(1)).isTrue();
                Parameter w = network.parameters().get(0);
                w.gradient().setEntry(0, bad, Double.NEGATIVE_INFINITY);
                assertThat(check.isFinite(1)).as("%d of %d", bad, size).isFalse();
            }
        }
    }

    @Test
    void namesTheParameterWhoseGradientIsComputedFirst() {
        Network network = Small.logistic(2);
        Workspace workspace = network.workspace(1);
        network.parameters().forEach(p -> p.gradient().setEntry(0, 0, Double.NaN));
        assertThatThrownBy(() -> check(network, OnNonFinite.FAIL).check(1, workspace, 3, 40))
                .isInstanceOf(DivergedException.class)
                .hasMessage("training diverged: the gradient of dense_1.b is not finite in epoch 3, step 40; first seen"
                        + " in dense_1");
    }

    @Test
    void tellsOnceWhereTheRunIsToGoOn() {
        Network network = Small.logistic(2);
        Workspace workspace = network.workspace(1);
        FiniteCheck check = check(network, OnNonFinite.GO_ON);
        check.check(0.5, workspace, 0, 0);
        check.check(Double.NaN, workspace, 0, 1);
        check.check(Double.NaN, workspace, 0, 2);
        verify(listener).nonFinite(new NonFinite("the cost is NaN", 0, 1, "loss"));
        verifyNoMoreInteractions(listener);
    }
}
