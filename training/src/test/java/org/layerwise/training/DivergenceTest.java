package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import org.junit.jupiter.api.Test;
import org.layerwise.activations.Linear;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Dataset;
import org.layerwise.initializers.Constant;
import org.layerwise.network.Network;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.losses.MeanSquaredError;

class DivergenceTest {
    private static final Examples TWO = Examples.of(Small.row(1, 2), Small.row(1, 2));

    private final TrainingListener listener = mock(TrainingListener.class);

    private static Network twoLayers(double first, double second) {
        return Network.builder(1)
                .layer(new Dense(1, new Linear()).withInitializer(new Constant(first)))
                .layer(new Dense(1, new Linear()).withInitializer(new Constant(second)))
                .loss(new MeanSquaredError())
                .random(new Splittable().seeded(1))
                .build();
    }

    private Trainer trainer(Network network, Examples examples, double rate, OnNonFinite reaction) {
        return Trainer.builder(network, Small.descent(rate))
                .train(examples)
                .listener(listener)
                .options(TrainingOptions.epochs(1000)
                        .fullBatch()
                        .onNonFinite(reaction)
                        .build())
                .build();
    }

    @Test
    void aRateThatIsTooLargeEndsTheRunAndSaysWhenAndWhere() {
        Trainer trainer = trainer(twoLayers(1, 2), TWO, 10, OnNonFinite.FAIL);
        DivergedException e = catchThrowableOfType(DivergedException.class, trainer::train);
        assertThat(e.epoch()).isEqualTo(e.step()).isPositive();
        assertThat(e.layer()).isIn("dense_1", "dense_2", "loss");
        assertThat(e)
                .hasMessageMatching(
                        "training diverged: the (cost is|gradient of) .* in epoch \\d+, step \\d+; first seen in .*");
        verify(listener).failed(any());
        verify(listener).close();
    }

    @Test
    void theLayerIsTheFirstWhoseOutputIsNotFinite() {
        assertThat(diverge(twoLayers(1e200, 1e200)).layer()).isEqualTo("dense_2");
        Network broken = twoLayers(1, 1);
        broken.parameters().get(0).value().setEntry(0, 0, Double.NaN);
        DivergedException e = diverge(broken);
        assertThat(e.layer()).isEqualTo("dense_1");
        assertThat(e).hasMessage("training diverged: the cost is NaN in epoch 0, step 0; first seen in dense_1");
    }

    @Test
    void aCostThatOverflowsInTheLossSaysSo() {
        DivergedException e = diverge(twoLayers(1e100, 1e100));
        assertThat(e).hasMessage("training diverged: the cost is Infinity in epoch 0, step 0; first seen in loss");
    }

    @Test
    void aGradientThatOverflowsBehindAFiniteCostIsSeenBeforeItDoesHarm() {
        // Ŷ = 1e150, cost 1e300, dW1 = W2 dZ X = 1e250 · 1e150
        Network network = twoLayers(1e-100, 1e250);
        DivergedException e = diverge(network);
        assertThat(e.layer()).isEqualTo("dense_1");
        assertThat(e).hasMessageStartingWith("training diverged: the gradient of dense_1.b is not finite");
        assertThat(network.parameters())
                .extracting(p -> p.value().getEntry(0, 0))
                .containsExactly(1e-100, 0.0, 1e250, 0.0);
    }

    @Test
    void nanInTheDataIsFoundInTheInput() {
        DenseMatrix x = DenseMatrix.of(new double[][] {{1}, {Double.NaN}});
        Examples examples = Examples.of(Dataset.of("nan", x, new DenseMatrix(2, 1)), Small.row(1, 2));
        assertThatThrownBy(() ->
                        trainer(twoLayers(1, 1), examples, 1, OnNonFinite.FAIL).train())
                .hasMessageEndingWith("first seen in input");
    }

    @Test
    void goesOnIfAskedToAndTellsListenersOnce() {
        Network network = twoLayers(1, 1);
        network.parameters().get(0).value().setEntry(0, 0, Double.NaN);
        TrainingResult result = trainer(network, TWO, 1, OnNonFinite.GO_ON).train();
        assertThat(result.steps()).isEqualTo(1000);
        verify(listener).nonFinite(new NonFinite("the cost is NaN", 0, 0, "dense_1"));
        verify(listener, never()).failed(any());
    }

    private DivergedException diverge(Network network) {
        return catchThrowableOfType(DivergedException.class, trainer(network, TWO, 1e-3, OnNonFinite.FAIL)::train);
    }
}
