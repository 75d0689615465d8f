package org.layerwise.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.layerwise.core.CorePlugin;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.training.GradientClipping;
import org.layerwise.training.ListenerSpec;
import org.layerwise.training.Metric;
import org.layerwise.training.TrainingPlugin;
import org.layerwise.training.clipping.ClipGlobalNorm;
import org.layerwise.training.clipping.ClipNorm;
import org.layerwise.training.clipping.ClipValue;
import org.layerwise.training.metrics.Average;
import org.layerwise.training.metrics.FBeta;
import org.layerwise.training.metrics.Precision;
import org.layerwise.training.metrics.Recall;
import org.layerwise.training.metrics.RocAuc;
import org.layerwise.training.metrics.TopKAccuracy;

/** Every metric, way to clip gradients, listener and family of random numbers keeps the contract of its kind. */
class TrainingBuiltInsTest {
    @Nested
    class Metrics extends MetricContract {
        @Override
        protected Stream<Subject<Metric>> subjects() {
            return registeredBy(
                    TrainingPlugin.class,
                    List.of(
                            new FBeta(2),
                            new Precision(Optional.of(Average.MICRO)),
                            new Recall(Optional.of(Average.WEIGHTED)),
                            new RocAuc(Average.WEIGHTED),
                            new TopKAccuracy(3)));
        }
    }

    @Nested
    class Clippings extends GradientClippingContract {
        @Override
        protected Stream<Subject<GradientClipping>> subjects() {
            return registeredBy(
                    TrainingPlugin.class,
                    List.of(
                            new ClipValue(0.5),
                            new ClipNorm(1),
                            new ClipNorm(1e-3),
                            new ClipGlobalNorm(5),
                            new ClipGlobalNorm(0.1)));
        }
    }

    @Nested
    class Listeners extends ListenerContract {
        @Override
        protected Stream<Subject<ListenerSpec>> subjects() {
            return registeredBy(TrainingPlugin.class, List.of());
        }
    }

    @Nested
    class RandomAlgorithms extends RandomAlgorithmContract {
        @Override
        protected Stream<Subject<RandomAlgorithm>> subjects() {
            return registeredBy(CorePlugin.class, List.of());
        }
    }

    /** For counts. */
    static List<Contract<?>> contracts() {
        TrainingBuiltInsTest test = new TrainingBuiltInsTest();
        return List.of(test.new Metrics(), test.new Clippings(), test.new Listeners(), test.new RandomAlgorithms());
    }
}
