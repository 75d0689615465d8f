package org.layerwise.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.activations.Gelu;
import org.layerwise.activations.Relu;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.Splittable;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.losses.MeanSquaredError;

class ChainTest {
    /** Z and A of dense_1, Z and A of dense_2, Z of dense_3. */
    private static final Chain CHAIN = Network.builder(2)
            .layer(new Dense(5, new Relu()))
            .layer(new Dense(4, new Gelu()))
            .layer(new Dense(3))
            .loss(new MeanSquaredError())
            .random(new Splittable().seeded(1))
            .build()
            .chain();

    private static DenseMatrix[] forward(DenseMatrix x) {
        DenseMatrix[] values = new DenseMatrix[CHAIN.depth() + 1];
        values[0] = x;
        for (int i = 1; i < values.length; i++) {
            values[i] = new DenseMatrix(CHAIN.width(i), x.getColumnDimension());
        }
        CHAIN.forward(values);
        return values;
    }

    @Test
    void isAsWideAtEachBoundaryAsTheLayerBeforeItSays() {
        assertThat(CHAIN.depth()).isEqualTo(5);
        assertThat(List.of(0, 1, 2, 3, 4, 5)).extracting(CHAIN::width).containsExactly(2, 5, 5, 4, 4, 3);
    }

    @Test
    void findsTheLastOfTheLayersThatWereWrittenAsOne() {
        assertThat(CHAIN.lastOf("dense_1")).isEqualTo(1);
        assertThat(CHAIN.lastOf("dense_3")).isEqualTo(4);
        assertThat(CHAIN.lastOf("dense_4")).isNegative();
    }

    @Test
    void collectsWhatTheLayersHaveInForwardOrder() {
        assertThat(CHAIN.all(Layer::parameters))
                .extracting(Parameter::name)
                .containsExactly("dense_1.W", "dense_1.b", "dense_2.W", "dense_2.b", "dense_3.W", "dense_3.b");
    }

    @Test
    void onlyAnActivationThatBackpropagatesFromItsOutputForgetsItsInput() {
        assertThat(List.of(0, 1, 2, 3, 4)).filteredOn(CHAIN::forgetsItsInput).containsExactly(1);
    }

    @Test
    void namesTheFirstLayerThatIsNotFinite() {
        DenseMatrix[] values = forward(new DenseMatrix(2, 3));
        assertThat(CHAIN.firstNotFinite(values)).isEmpty();
        values[4].values()[2] = Double.NEGATIVE_INFINITY;
        values[5].values()[0] = Double.NaN;
        assertThat(CHAIN.firstNotFinite(values)).contains("dense_2");
        values[0].values()[5] = Double.NaN;
        assertThat(CHAIN.firstNotFinite(values)).contains("input");
    }
}
