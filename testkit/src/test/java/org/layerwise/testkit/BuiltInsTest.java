package org.layerwise.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.layerwise.activations.Activation;
import org.layerwise.activations.ActivationsPlugin;
import org.layerwise.activations.Celu;
import org.layerwise.activations.Elu;
import org.layerwise.activations.Gelu;
import org.layerwise.activations.HardShrink;
import org.layerwise.activations.HardSigmoid;
import org.layerwise.activations.HardTanh;
import org.layerwise.activations.LeakyRelu;
import org.layerwise.activations.Silu;
import org.layerwise.activations.SoftShrink;
import org.layerwise.activations.Threshold;
import org.layerwise.initializers.Constant;
import org.layerwise.initializers.Fan;
import org.layerwise.initializers.HeNormal;
import org.layerwise.initializers.HeUniform;
import org.layerwise.initializers.Identity;
import org.layerwise.initializers.Initializer;
import org.layerwise.initializers.InitializersPlugin;
import org.layerwise.initializers.LecunNormal;
import org.layerwise.initializers.LecunUniform;
import org.layerwise.initializers.Normal;
import org.layerwise.initializers.Ones;
import org.layerwise.initializers.Orthogonal;
import org.layerwise.initializers.Sparse;
import org.layerwise.initializers.TruncatedNormal;
import org.layerwise.initializers.Uniform;
import org.layerwise.initializers.VarianceScaling;
import org.layerwise.initializers.XavierNormal;
import org.layerwise.initializers.XavierUniform;
import org.layerwise.initializers.Zeros;
import org.layerwise.optimizers.Adagrad;
import org.layerwise.optimizers.Adam;
import org.layerwise.optimizers.Amsgrad;
import org.layerwise.optimizers.ConstantRate;
import org.layerwise.optimizers.Cosine;
import org.layerwise.optimizers.CosineRestarts;
import org.layerwise.optimizers.Cyclic;
import org.layerwise.optimizers.EpsilonPlacement;
import org.layerwise.optimizers.ExponentialDecay;
import org.layerwise.optimizers.InverseSqrt;
import org.layerwise.optimizers.InverseTime;
import org.layerwise.optimizers.LearningRateSchedule;
import org.layerwise.optimizers.LearningRateSchedule.Per;
import org.layerwise.optimizers.Momentum;
import org.layerwise.optimizers.MultiStep;
import org.layerwise.optimizers.Nadam;
import org.layerwise.optimizers.OneCycle;
import org.layerwise.optimizers.Optimizer;
import org.layerwise.optimizers.OptimizersPlugin;
import org.layerwise.optimizers.Piecewise;
import org.layerwise.optimizers.Polynomial;
import org.layerwise.optimizers.ReduceOnPlateau;
import org.layerwise.optimizers.Rmsprop;
import org.layerwise.optimizers.Sgd;
import org.layerwise.optimizers.StepDecay;
import org.layerwise.optimizers.Warmup;
import org.layerwise.regularizers.AlphaDropout;
import org.layerwise.regularizers.Constraint;
import org.layerwise.regularizers.Dropout;
import org.layerwise.regularizers.L1L2;
import org.layerwise.regularizers.MaxNorm;
import org.layerwise.regularizers.MinMaxNorm;
import org.layerwise.regularizers.Noise;
import org.layerwise.regularizers.Regularizer;
import org.layerwise.regularizers.RegularizersPlugin;

/** Everything that the leaf modules register keeps the contract of its kind. */
class BuiltInsTest {
    @Nested
    class Activations extends ActivationContract {
        @Override
        protected Stream<Subject<Activation>> subjects() {
            return registeredBy(
                    ActivationsPlugin.class,
                    List.of(
                            new LeakyRelu(0.3),
                            new LeakyRelu(0),
                            new Elu(0.5),
                            new Celu(2),
                            new Silu(1.5),
                            new Gelu(Gelu.Approximation.TANH),
                            new HardSigmoid(0.2, 0.5),
                            new HardTanh(-2, 0.5),
                            new SoftShrink(0.1),
                            new HardShrink(0),
                            new Threshold(-1, 2)));
        }
    }

    @Nested
    class Initializers extends InitializerContract {
        Initializers() {
            super(BuiltInsTest::variance);
        }

        @Override
        protected Stream<Subject<Initializer>> subjects() {
            return registeredBy(
                    InitializersPlugin.class,
                    List.of(
                            new Constant(-2.5),
                            new Normal(1, 2),
                            new Uniform(1, 3),
                            new TruncatedNormal(1, 2),
                            new Orthogonal(2),
                            new Identity(3),
                            new Sparse(0.5, 1),
                            new VarianceScaling(
                                    2, VarianceScaling.Mode.FAN_OUT, VarianceScaling.Distribution.UNTRUNCATED_NORMAL),
                            new VarianceScaling(
                                    3, VarianceScaling.Mode.FAN_AVG, VarianceScaling.Distribution.UNIFORM)));
        }
    }

    /** From the papers' formulas, not from the code. */
    private static Optional<Double> variance(Initializer initializer, Fan fan) {
        double in = fan.in();
        double out = fan.out();
        if (initializer instanceof Zeros || initializer instanceof Ones || initializer instanceof Constant) {
            return Optional.of(0.0);
        } else if (initializer instanceof Normal normal) {
            return Optional.of(normal.standardDeviation() * normal.standardDeviation());
        } else if (initializer instanceof TruncatedNormal normal) {
            return Optional.of(0.7737413035 * normal.standardDeviation() * normal.standardDeviation());
        } else if (initializer instanceof Uniform uniform) {
            double width = uniform.max() - uniform.min();
            return Optional.of(width * width / 12);
        } else if (initializer instanceof HeNormal || initializer instanceof HeUniform) {
            return Optional.of(2 / in);
        } else if (initializer instanceof XavierNormal || initializer instanceof XavierUniform) {
            return Optional.of(2 / (in + out));
        } else if (initializer instanceof LecunNormal || initializer instanceof LecunUniform) {
            return Optional.of(1 / in);
        } else if (initializer instanceof Orthogonal orthogonal) {
            return Optional.of(orthogonal.gain() * orthogonal.gain() / Math.max(in, out));
        } else if (initializer instanceof VarianceScaling scaling) {
            double units = switch (scaling.mode()) {
                case FAN_IN -> in;
                case FAN_OUT -> out;
                case FAN_AVG -> (in + out) / 2;
            };
            return Optional.of(scaling.scale() / units);
        }
        return Optional.empty();
    }

    @Nested
    class Regularizers extends RegularizerContract {
        @Override
        protected Stream<Subject<Regularizer>> subjects() {
            return registeredBy(RegularizersPlugin.class, List.of(new L1L2(0.1, 2)));
        }
    }

    @Nested
    class Noises extends NoiseContract {
        @Override
        protected Stream<Subject<Noise>> subjects() {
            return registeredBy(RegularizersPlugin.class, List.of(new Dropout(1), new AlphaDropout(0.9)));
        }
    }

    @Nested
    class Constraints extends ConstraintContract {
        @Override
        protected Stream<Subject<Constraint>> subjects() {
            return registeredBy(
                    RegularizersPlugin.class,
                    List.of(new MaxNorm(0.5), new MinMaxNorm(0.5, 2, 1), new MinMaxNorm(1, 1, 0.1)));
        }
    }

    @Nested
    class Optimizers extends OptimizerContract {
        @Override
        protected Stream<Subject<Optimizer>> subjects() {
            LearningRateSchedule rate = new InverseTime(0.01, 0.1);
            return registeredBy(
                    OptimizersPlugin.class,
                    List.of(
                            new Sgd(rate, 0.9, false, 0.01),
                            new Sgd(rate, 0.9, true, 0),
                            new Momentum(rate, 0.8, true),
                            new Rmsprop(rate, 0.9, 1e-7, 0.9, true, EpsilonPlacement.OUTSIDE_ROOT),
                            new Rmsprop(rate, 0.9, 1e-7, 0, false, EpsilonPlacement.INSIDE_ROOT),
                            new Adam(rate, 0.9, 0.999, 1e-7, EpsilonPlacement.UNCORRECTED, 0.01),
                            new Adam(rate, 0.9, 0.999, 1e-7, EpsilonPlacement.INSIDE_ROOT, 0),
                            new Amsgrad(rate, 0.9, 0.999, 1e-8, false),
                            new Adagrad(rate, 0.1, 1e-7, EpsilonPlacement.INSIDE_ROOT),
                            new Nadam(rate, 0.9, 0.999, 1e-8, 0, false)));
        }
    }

    @Nested
    class Schedules extends ScheduleContract {
        @Override
        protected Stream<Subject<LearningRateSchedule>> subjects() {
            return registeredBy(
                    OptimizersPlugin.class,
                    List.of(
                            new ConstantRate(0.1),
                            new InverseTime(0.1, 0.5),
                            new InverseTime(0.1, 1, 1000, true, Per.EPOCH, 1),
                            new InverseSqrt(0.1),
                            new StepDecay(0.1, 100),
                            new MultiStep(0.1, List.of(10L, 100L)),
                            new Piecewise(List.of(5L, 50L), List.of(0.1, 0.01, 0.2)),
                            new ExponentialDecay(0.1, 0.99),
                            new ExponentialDecay(0.1, 0.5, 100, true, Per.EPOCH),
                            new Polynomial(0.1, 100),
                            new Cosine(0.1, 100),
                            new CosineRestarts(0.1, 100),
                            new CosineRestarts(0.1, 10, 2, 0.9, 0.001, Per.EPOCH),
                            new ReduceOnPlateau(new Cosine(0.1, 100)),
                            new Warmup(new Cosine(0.1, 100), 5),
                            new OneCycle(0.1, 100),
                            new Cyclic(0.01, 0.1),
                            new Cyclic(0.01, 0.1, 5, Optional.of(9L), Cyclic.Mode.TRIANGULAR2, 1, Per.STEP),
                            new Cyclic(0.01, 0.1, 5, Optional.empty(), Cyclic.Mode.EXP_RANGE, 0.9, Per.STEP)));
        }
    }

    /** For counts. */
    static List<Contract<?>> contracts() {
        BuiltInsTest test = new BuiltInsTest();
        return List.of(
                test.new Activations(),
                test.new Initializers(),
                test.new Regularizers(),
                test.new Constraints(),
                test.new Noises(),
                test.new Optimizers(),
                test.new Schedules());
    }
}
