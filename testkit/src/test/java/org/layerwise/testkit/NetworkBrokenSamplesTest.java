package org.layerwise.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerContext;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.LayerState;
import org.layerwise.network.Loss;
import org.layerwise.network.ScalarLoss;
import org.layerwise.network.TargetKind;
import org.layerwise.regularizers.Constraint;

/** Losses, layers and constraints that are broken on purpose. */
class NetworkBrokenSamplesTest {
    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of(new Halved(), "has the gradient that differences show", "the derivative of entry 0"),
                Arguments.of(new Upwards(), "falls along its gradient", "raises a loss"),
                Arguments.of(
                        new HidesNan(), "passes NaN on, and to its own example alone", "a prediction of NaN costs 0.0"),
                Arguments.of(new Batchwise(false), "gives the same however the examples are split", "example 0 alone"),
                Arguments.of(
                        new Batchwise(true), "leaves prediction and target unchanged", "the prediction afterwards"),
                Arguments.of(new Batchwise(false), "allocates nothing once warmed up", "warmed-up calls allocate"));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void findsBrokenLosses(Loss broken, String check, String reason) {
        Broken.assertFound(new Losses(), Loss.class, broken, check, reason);
    }

    static final class Losses extends LossContract {
        @Override
        protected Stream<Subject<Loss>> subjects() {
            return Stream.of();
        }
    }

    public record Halved() implements ScalarLoss {
        @Override
        public TargetKind targets() {
            return TargetKind.NUMERIC;
        }

        @Override
        public double value(double prediction, double target) {
            return (prediction - target) * (prediction - target);
        }

        @Override
        public double derivative(double prediction, double target) {
            return prediction - target;
        }
    }

    public record Upwards() implements ScalarLoss {
        @Override
        public TargetKind targets() {
            return TargetKind.NUMERIC;
        }

        @Override
        public double value(double prediction, double target) {
            return (prediction - target) * (prediction - target);
        }

        @Override
        public double derivative(double prediction, double target) {
            return 2 * (target - prediction);
        }
    }

    public record HidesNan() implements ScalarLoss {
        @Override
        public TargetKind targets() {
            return TargetKind.NUMERIC;
        }

        @Override
        public double value(double prediction, double target) {
            return prediction > target ? prediction - target : 0;
        }

        @Override
        public double derivative(double prediction, double target) {
            return prediction > target ? 1 : 0;
        }
    }

    public record Batchwise(boolean inPlace) implements Loss {
        @Override
        public TargetKind targets() {
            return TargetKind.NUMERIC;
        }

        @Override
        public void values(DenseMatrix prediction, DenseMatrix target, DenseMatrix losses) {
            double mean = Arrays.stream(prediction.values()).average().orElse(0);
            if (inPlace) {
                Arrays.setAll(prediction.values(), i -> prediction.values()[i] - mean);
            }
            Arrays.fill(losses.values(), mean);
        }

        @Override
        public void gradient(DenseMatrix prediction, DenseMatrix target, DenseMatrix dPrediction) {
            Arrays.fill(dPrediction.values(), 0);
        }
    }

    static Stream<Arguments> layers() {
        return Stream.of(
                Arguments.of(Flaw.ADDS, "overwrites its gradients", "a gradient written over another"),
                Arguments.of(
                        Flaw.FORGETS_THE_MEAN,
                        "has the parameter gradients that differences show",
                        "the derivative of"),
                Arguments.of(
                        Flaw.WRONG_INPUT_GRADIENT, "has the input gradient that differences show", "the derivative of"),
                Arguments.of(
                        Flaw.HIDDEN_STATE,
                        "goes on from saved parameters and state with the same bits",
                        "inference of a layer that was saved"),
                Arguments.of(
                        Flaw.COUNTS_AT_INFERENCE,
                        "infers the same bits again, without side effects",
                        "the second inference"),
                Arguments.of(Flaw.MISCOUNTS, "gives as many outputs as it says", "it says 6 outputs but gives 5"),
                Arguments.of(Flaw.FOREIGN_NAME, "has parameters with names of their own", "'W' does not begin with"),
                Arguments.of(Flaw.COPIES, "lists the same parameters and state each time", "is another object later"),
                Arguments.of(Flaw.LOOKS_AT_OTHERS, "infers each example alone", "example 0 alone"),
                Arguments.of(Flaw.ALLOCATES, "allocates nothing once warmed up", "warmed-up calls allocate"));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void findsBrokenLayers(Flaw flaw, String check, String reason) {
        Broken.assertFound(new Layers(), LayerSpec.class, new Scaling(flaw), check, reason);
    }

    static final class Layers extends LayerContract {
        @Override
        protected Stream<Subject<LayerSpec>> subjects() {
            return Stream.of();
        }
    }

    enum Flaw {
        ADDS,
        FORGETS_THE_MEAN,
        WRONG_INPUT_GRADIENT,
        HIDDEN_STATE,
        COUNTS_AT_INFERENCE,
        MISCOUNTS,
        FOREIGN_NAME,
        COPIES,
        LOOKS_AT_OTHERS,
        ALLOCATES
    }

    /** {@code A = (w + trained) ∘ A_prev}, with a flaw. */
    public record Scaling(Flaw flaw) implements LayerSpec {
        @Override
        public int outputs(int inputs) {
            return flaw == Flaw.MISCOUNTS ? inputs + 1 : inputs;
        }

        @Override
        public List<Layer> create(LayerContext context) {
            return List.of(new Scaled(flaw, context));
        }
    }

    private static final class Scaled implements Layer {
        private final Flaw flaw;
        private final Parameter w;
        private double trained;

        Scaled(Flaw flaw, LayerContext context) {
            this.flaw = flaw;
            String name = flaw == Flaw.FOREIGN_NAME ? "W" : context.name() + ".W";
            this.w = Parameter.of(name, new DenseMatrix(context.inputs(), 1));
            Arrays.setAll(w.value().values(), i -> context.random().nextGaussian());
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(w);
        }

        @Override
        public List<LayerState> state() {
            LayerState state = new LayerState("layer_1.s", new DenseMatrix(1, 1));
            return flaw == Flaw.COPIES ? List.of(state) : List.of();
        }

        @Override
        public void forward(DenseMatrix input, DenseMatrix output) {
            trained += flaw == Flaw.COUNTS_AT_INFERENCE ? 1 : 0;
            int m = input.getColumnDimension();
            for (int i = 0; i < input.values().length; i++) {
                double other = flaw == Flaw.LOOKS_AT_OTHERS
                        ? input.values()[i / m * m] - input.values()[(i / m + 1) * m - 1]
                        : 0;
                output.values()[i] = (w.value().values()[i / m] + trained) * input.values()[i] + other;
            }
        }

        @Override
        public void forwardTraining(DenseMatrix input, DenseMatrix output, long step) {
            trained += flaw == Flaw.HIDDEN_STATE ? 1 : 0;
            forward(input, flaw == Flaw.ALLOCATES ? output.copy() : output);
        }

        @Override
        public void forwardWithoutNoise(DenseMatrix input, DenseMatrix output) {
            forward(input, output);
        }

        @Override
        public void differentiateParameters(DenseMatrix input, DenseMatrix dOutput) {
            int m = input.getColumnDimension();
            double[] gradient = w.gradient().values();
            if (flaw != Flaw.ADDS) {
                Arrays.fill(gradient, 0);
            }
            for (int i = 0; i < input.values().length; i++) {
                double share = flaw == Flaw.FORGETS_THE_MEAN ? 1 : 1.0 / m;
                gradient[i / m] += share * input.values()[i] * dOutput.values()[i];
            }
        }

        @Override
        public void backpropagate(DenseMatrix input, DenseMatrix output, DenseMatrix dOutput, DenseMatrix dInput) {
            int m = input.getColumnDimension();
            for (int i = 0; i < input.values().length; i++) {
                double factor =
                        flaw == Flaw.WRONG_INPUT_GRADIENT ? 1 : w.value().values()[i / m] + trained;
                dInput.values()[i] = factor * dOutput.values()[i];
            }
        }
    }

    static Stream<Arguments> constraints() {
        return Stream.of(
                Arguments.of(
                        new Turns(), "comes to rest, and leaves weights that satisfy it", "constrained 2000 times"),
                Arguments.of(new Turns(), "never turns a weight round", "a weight of"),
                Arguments.of(new Nothing(), "changes weights that do not satisfy it", "stay as they are"),
                Arguments.of(new Forgiving(), "does not hide NaN", "a weight of NaN becomes 1.0"),
                Arguments.of(new FirstUnit(), "treats units alike, in any order", "units in reverse order"));
    }

    @ParameterizedTest
    @MethodSource("constraints")
    void findsBrokenConstraints(Constraint broken, String check, String reason) {
        Broken.assertFound(new Constraints(), Constraint.class, broken, check, reason);
    }

    static final class Constraints extends ConstraintContract {
        @Override
        protected Stream<Subject<Constraint>> subjects() {
            return Stream.of();
        }
    }

    public record Turns() implements Constraint {
        @Override
        public void apply(DenseMatrix weights) {
            Arrays.setAll(weights.values(), i -> -weights.values()[i]);
        }
    }

    public record Nothing() implements Constraint {
        @Override
        public void apply(DenseMatrix weights) {}
    }

    public record Forgiving() implements Constraint {
        @Override
        public void apply(DenseMatrix weights) {
            Arrays.setAll(weights.values(), i -> weights.values()[i] < 1 ? weights.values()[i] : 1);
        }
    }

    public record FirstUnit() implements Constraint {
        @Override
        public void apply(DenseMatrix weights) {
            Arrays.fill(weights.values(), 0, weights.getColumnDimension(), 0);
        }
    }
}
