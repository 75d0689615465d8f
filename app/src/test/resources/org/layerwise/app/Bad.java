package bad;
import java.util.List;
import org.layerwise.activations.Activation;
import org.layerwise.activations.ScalarActivation;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.core.Plugin;
import org.layerwise.core.RandomSource;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.Augmentation;
import org.layerwise.dataio.ImageShape;
import org.layerwise.initializers.Fan;
import org.layerwise.initializers.Initializer;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.Loss;
import org.layerwise.network.TargetKind;
import org.layerwise.optimizers.ConstantRate;
import org.layerwise.optimizers.LearningRateSchedule;
import org.layerwise.optimizers.Optimizer;
import org.layerwise.regularizers.Noise;
import org.layerwise.regularizers.Regularizer;
import org.layerwise.training.Better;
import org.layerwise.training.GradientClipping;
import org.layerwise.training.Metric;
import org.layerwise.training.Task;
public final class Bad implements Plugin {
    public enum How { THROW, NAN }
    static double go(How how) {
        if (how == How.THROW) { throw new IllegalStateException("broken"); }
        return Double.NaN;
    }
    static void fill(How how, DenseMatrix m) { java.util.Arrays.fill(m.values(), go(how)); }

    public record BadActivation(How how) implements ScalarActivation {
        public double value(double z) { return go(how); }
        public double derivative(double z, double a) { return 1; }
    }
    public record BadInitializer(How how) implements Initializer {
        public void initialize(DenseMatrix w, Fan fan, RandomSource random) { fill(how, w); }
    }
    public record BadRegularizer(How how) implements Regularizer {
        public double penalty(DenseMatrix w, int examples) { return go(how); }
        public void addGradient(DenseMatrix w, int examples, DenseMatrix gradient) {}
    }
    public record BadNoise(How how) implements Noise {
        public void apply(DenseMatrix in, DenseMatrix out, DenseMatrix slope, RandomSource random) {
            fill(how, out);
        }
    }
    public record BadLayer(How how) implements LayerSpec {
        public int outputs(int inputs) { return inputs; }
        public List<Layer> create(LayerContext context) {
            return List.of(new Layer() {
                public List<Parameter> parameters() { return List.of(); }
                public void forward(DenseMatrix in, DenseMatrix out) { fill(how, out); }
                public void backpropagate(DenseMatrix in, DenseMatrix out, DenseMatrix dOut, DenseMatrix dIn) {}
            });
        }
    }
    public record BadLoss(How how) implements Loss {
        public TargetKind targets() { return TargetKind.NUMERIC; }
        public void values(DenseMatrix p, DenseMatrix y, DenseMatrix losses) { fill(how, losses); }
        public void gradient(DenseMatrix p, DenseMatrix y, DenseMatrix dP) {}
    }
    public record BadOptimizer(How how) implements Optimizer {
        public LearningRateSchedule learningRate() { return new ConstantRate(0.1); }
        public Updater updaterFor(Parameter p) { return (step, rate) -> fill(how, p.value()); }
    }
    public record BadSchedule(How how) implements LearningRateSchedule {
        public double at(long time) { return go(how); }
    }
    public record BadClipping(How how) implements GradientClipping {
        public void clip(List<Parameter> ps) { ps.forEach(p -> fill(how, p.gradient())); }
    }
    public record BadReader(How how) implements DatasetReader {
        public Dataset read(ReadContext context) {
            return Dataset.of("bad", DenseMatrix.copyOf(new DenseMatrix(4, 2).scalarAdd(go(how))), new DenseMatrix(4, 1));
        }
    }
    public record BadTransform(How how) implements Transform {
        public Fitted fit(Dataset training) { return new Fit(how); }
        record Fit(How how) implements Fitted {
            public Dataset apply(Dataset data) { double bad = go(how); return data.mapFeatures(x -> bad); }
        }
    }
    public record BadAugmentation(How how) implements Augmentation {
        public void apply(ImageShape shape, double[] image, double[] changed, RandomSource random) {
            java.util.Arrays.fill(changed, go(how));
        }
    }
    public record BadMetric(How how) implements Metric {
        public Accumulator start(Task task) { go(how); return null; }
        public Better better() { return Better.LOWER; }
    }
    public void register(Registrar registrar) {
        registrar.add(Activation.class, "bad", BadActivation.class);
        registrar.add(Initializer.class, "bad", BadInitializer.class);
        registrar.add(Regularizer.class, "bad", BadRegularizer.class);
        registrar.add(Noise.class, "bad", BadNoise.class);
        registrar.add(LayerSpec.class, "bad", BadLayer.class);
        registrar.add(Loss.class, "bad", BadLoss.class);
        registrar.add(Optimizer.class, "bad", BadOptimizer.class);
        registrar.add(LearningRateSchedule.class, "bad", BadSchedule.class);
        registrar.add(GradientClipping.class, "bad", BadClipping.class);
        registrar.add(DatasetReader.class, "bad", BadReader.class);
        registrar.add(Transform.class, "bad", BadTransform.class);
        registrar.add(Augmentation.class, "bad", BadAugmentation.class);
        registrar.add(Metric.class, "bad", BadMetric.class);
    }
}
