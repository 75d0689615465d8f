package org.layerwise.testkit.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.network.Layer;
import org.layerwise.network.LayerSpec;
import org.layerwise.network.LayerState;
import org.layerwise.network.Penalty;
import org.layerwise.testkit.LayerContract.Inputs;
import org.layerwise.testkit.Subject;
import org.layerwise.testkit.internal.LayerChain.Pass;

/** The checks of layers at inference, and of what they list. */
public final class LayerChecks {
    private final Inputs inputs;

    /** Checks with so many inputs. */
    public LayerChecks(Inputs inputs) {
        this.inputs = inputs;
    }

    private LayerChain chain(Subject<LayerSpec> subject, long seed) {
        return LayerChain.of(subject.component(), inputs.of(subject.component()), seed);
    }

    private DenseMatrix input(Subject<LayerSpec> subject, int examples, long seed) {
        return Samples.normal(inputs.of(subject.component()), examples, seed);
    }

    private static DenseMatrix infer(LayerChain chain, DenseMatrix x) {
        return chain.forward(x, Pass.INFERENCE, 0);
    }

    /** Batches. */
    public void writesEveryEntry(Subject<LayerSpec> subject) {
        for (int examples : new int[] {1, 2, 31, 64, 207}) {
            DenseMatrix x = input(subject, examples, 1);
            for (Pass pass : Pass.values()) {
                LayerChain chain = chain(subject, 1);
                String batch = "a batch of " + examples + " examples in the pass " + pass;
                DenseMatrix output = chain.forward(x, pass, 0);
                Require.finite(output, batch);
                if (pass != Pass.INFERENCE) {
                    Require.finite(chain.back(output), "dX of " + batch);
                }
            }
        }
        Require.that(
                infer(chain(subject, 1), input(subject, 0, 1)).getColumnDimension() == 0,
                () -> "no examples give some");
    }

    /** Widths. */
    public void givesItsOutputs(Subject<LayerSpec> subject) {
        int width = inputs.of(subject.component());
        int expected = subject.component().outputs(width);
        Require.that(expected >= 1, () -> "it says that it has " + expected + " outputs");
        int given = infer(chain(subject, 1), input(subject, 3, 1)).getRowDimension();
        Require.that(given == expected, () -> "it says " + expected + " outputs but gives " + given);
    }

    /** Inputs. */
    public void leavesItsInput(Subject<LayerSpec> subject) {
        for (Pass pass : Pass.values()) {
            DenseMatrix x = input(subject, 6, 2);
            chain(subject, 1).forward(x, pass, 0);
            Require.sameBits(input(subject, 6, 2), x, "the input after the pass " + pass);
        }
    }

    /** Inference is a function. */
    public void infersWithoutEffects(Subject<LayerSpec> subject) {
        LayerChain chain = chain(subject, 1);
        List<DenseMatrix> before = chain.copyOfMemory();
        DenseMatrix first = infer(chain, input(subject, 6, 3));
        infer(chain, input(subject, 4, 4));
        Require.sameBits(first, infer(chain, input(subject, 6, 3)), "the second inference of one input");
        for (int i = 0; i < before.size(); i++) {
            Require.sameBits(before.get(i), chain.memory().get(i), "a parameter or state after inference");
        }
    }

    /** Split invariance: products of other shapes may round otherwise. */
    public void infersExamplesAlone(Subject<LayerSpec> subject) {
        LayerChain chain = chain(subject, 1);
        DenseMatrix x = input(subject, 7, 5);
        DenseMatrix all = infer(chain, x);
        for (int j = 0; j < 7; j++) {
            DenseMatrix alone = infer(chain, DenseMatrix.copyOf(x.getColumnMatrix(j)));
            Require.close(DenseMatrix.copyOf(all.getColumnMatrix(j)), alone, 1e-12, "example " + j + " alone");
        }
    }

    /** Threads, each with layers of its own. */
    public void infersInThreads(Subject<LayerSpec> subject) throws Exception {
        DenseMatrix x = input(subject, 40, 6);
        DenseMatrix expected = infer(chain(subject, 1), x);
        for (DenseMatrix result : Samples.inThreads(() -> infer(chain(subject, 1), x))) {
            Require.sameBits(expected, result, "inference in several threads");
        }
    }

    /** NaN. */
    public void passesNanOn(Subject<LayerSpec> subject) {
        DenseMatrix x = input(subject, 4, 7);
        for (int i = 0; i < x.getRowDimension(); i++) {
            x.setEntry(i, 2, Double.NaN);
        }
        DenseMatrix output = infer(chain(subject, 1), x);
        boolean kept = Arrays.stream(output.getColumn(2)).anyMatch(Double::isNaN);
        Require.that(kept, () -> "an example of NaN becomes " + Arrays.toString(output.getColumn(2)));
        Require.finite(DenseMatrix.copyOf(output.getColumnMatrix(0)), "another example than that of NaN");
    }

    /** Zeros, and the same number everywhere. */
    public void survivesEqualExamples(Subject<LayerSpec> subject) {
        for (double value : new double[] {0, Double.MIN_VALUE, 1e-300, 3}) {
            DenseMatrix x = input(subject, 5, 8);
            Arrays.fill(x.values(), value);
            for (Pass pass : Pass.values()) {
                LayerChain chain = chain(subject, 1);
                DenseMatrix output = chain.forward(x, pass, 0);
                Require.finite(output, "the output where every input is " + value);
                if (pass != Pass.INFERENCE) {
                    Require.finite(chain.back(output), "dX where every input is " + value);
                }
            }
        }
    }

    /** Names. */
    public void namesItsParameters(Subject<LayerSpec> subject) {
        Set<String> names = new HashSet<>();
        for (Layer layer : chain(subject, 1).layers()) {
            for (Parameter parameter : layer.parameters()) {
                requireName(names, parameter.name());
                Require.finite(parameter.value(), "the initial " + parameter.name());
            }
            for (LayerState state : layer.state()) {
                requireName(names, state.name());
                Require.finite(state.value(), "the initial " + state.name());
            }
        }
    }

    private static void requireName(Set<String> names, String name) {
        Require.that(name.startsWith("layer_1."), () -> "'" + name + "' does not begin with the layer's name");
        Require.that(names.add(name), () -> "two of its matrices are called " + name);
    }

    /** Lists. */
    public void listsTheSame(Subject<LayerSpec> subject) {
        LayerChain chain = chain(subject, 1);
        List<DenseMatrix> before = chain.memory();
        DenseMatrix output = chain.forward(input(subject, 5, 9), Pass.TRAINING, 0);
        chain.back(output);
        List<DenseMatrix> after = chain.memory();
        Require.that(before.size() == after.size(), () -> "it lists " + before.size() + ", then " + after.size());
        for (int i = 0; i < before.size(); i++) {
            int at = i;
            Require.that(
                    before.get(i).values() == after.get(i).values(),
                    () -> "matrix " + at + " of its parameters and state is another object later");
        }
    }

    /** Initial weights. */
    public void beginsAlike(Subject<LayerSpec> subject) {
        List<DenseMatrix> first = chain(subject, 3).memory();
        chain(subject, 4);
        List<DenseMatrix> second = chain(subject, 3).memory();
        for (int i = 0; i < first.size(); i++) {
            Require.sameBits(first.get(i), second.get(i), "the weights of the second of two equal layers");
        }
    }

    /** Penalties. */
    public void penalizesItsOwn(Subject<LayerSpec> subject) {
        for (Layer layer : chain(subject, 1).layers()) {
            for (Penalty penalty : layer.penalties()) {
                Require.that(
                        layer.parameters().contains(penalty.parameter()),
                        () -> "it penalizes " + penalty.parameter().name() + ", which is none of its parameters");
                double value = penalty.value(3);
                Require.that(value >= 0 && Double.isFinite(value), () -> "a penalty is " + value);
            }
        }
    }
}
