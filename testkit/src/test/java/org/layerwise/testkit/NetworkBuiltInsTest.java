package org.layerwise.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.layerwise.activations.LogSoftmax;
import org.layerwise.activations.Relu;
import org.layerwise.activations.Softmax;
import org.layerwise.activations.Tanh;
import org.layerwise.initializers.HeNormal;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.Loss;
import org.layerwise.network.NetworkPlugin;
import org.layerwise.network.layers.ActivationSpec;
import org.layerwise.network.layers.Activity;
import org.layerwise.network.layers.BatchNorm;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.Dropout;
import org.layerwise.network.layers.GaussianNoise;
import org.layerwise.network.layers.LayerNorm;
import org.layerwise.network.layers.NoiseSpec;
import org.layerwise.network.layers.Prelu;
import org.layerwise.network.layers.Residual;
import org.layerwise.network.losses.BinaryCrossEntropy;
import org.layerwise.network.losses.CategoricalCrossEntropy;
import org.layerwise.network.losses.Focal;
import org.layerwise.network.losses.Huber;
import org.layerwise.network.losses.Poisson;
import org.layerwise.network.losses.Quantile;
import org.layerwise.network.losses.SmoothL1;
import org.layerwise.regularizers.AlphaDropout;
import org.layerwise.regularizers.L2;

/** Every loss and layer keeps the contract of its kind. */
class NetworkBuiltInsTest {
    @Nested
    class Losses extends LossContract {
        Losses() {
            super(loss -> loss instanceof Poisson ? Domain.POSITIVE : Domain.ALL);
        }

        @Override
        protected Stream<Subject<Loss>> subjects() {
            return registeredBy(
                    NetworkPlugin.class,
                    List.of(
                            new BinaryCrossEntropy(0.1),
                            new CategoricalCrossEntropy(0.2),
                            new Focal(0, 0.5),
                            new Huber(0.3),
                            new SmoothL1(2),
                            new Quantile(0.9)));
        }
    }

    @Nested
    class Layers extends LayerContract {
        @Override
        protected Stream<Subject<LayerSpec>> subjects() {
            return registeredBy(
                    NetworkPlugin.class,
                    List.of(
                            new Dense(3),
                            new Dense(1, new Tanh()),
                            new Dense(17, new Relu())
                                    .withInitializer(new HeNormal())
                                    .withRegularizer(new L2(0.1)),
                            new Dense(4, new Softmax()).withoutBias(),
                            new Dropout(0.8),
                            new Dropout(1),
                            new ActivationSpec(new LogSoftmax()),
                            new BatchNorm(0.9, 1e-5, false, true),
                            new BatchNorm(0, 1e-3, true, false),
                            new LayerNorm(1e-5, false, true),
                            new Activity(new L2(0.3)),
                            new Prelu(0.1),
                            new GaussianNoise(0.1),
                            new NoiseSpec(new AlphaDropout(0.9)),
                            new Residual(List.of(new Dense(4, new Tanh()), new Dropout(0.8), new Dense(5))),
                            new Residual(List.of(new BatchNorm(), new Dense(3, new Relu()))).withProjection()));
        }
    }

    /** For counts. */
    static List<Contract<?>> contracts() {
        NetworkBuiltInsTest test = new NetworkBuiltInsTest();
        return List.of(test.new Losses(), test.new Layers());
    }
}
