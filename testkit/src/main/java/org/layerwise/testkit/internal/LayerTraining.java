package org.layerwise.testkit.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.network.LayerSpec;
import org.layerwise.testkit.LayerContract.Inputs;
import org.layerwise.testkit.Subject;
import org.layerwise.testkit.internal.LayerChain.Pass;

/** The checks of layers in training. */
public final class LayerTraining {
    private static final double H = 1e-5;

    private final Inputs inputs;

    /** Checks with so many inputs. */
    public LayerTraining(Inputs inputs) {
        this.inputs = inputs;
    }

    private LayerChain chain(Subject<LayerSpec> subject, long seed) {
        return LayerChain.of(subject.component(), inputs.of(subject.component()), seed);
    }

    private DenseMatrix input(Subject<LayerSpec> subject, int examples, long seed) {
        return Samples.normal(inputs.of(subject.component()), examples, seed);
    }

    /** Steps of training from a first to before a last; gives the output, dX and every saved matrix. */
    private List<DenseMatrix> train(Subject<LayerSpec> subject, LayerChain chain, int from, int to) {
        List<DenseMatrix> results = new ArrayList<>();
        for (int step = from; step < to; step++) {
            DenseMatrix output = chain.forward(input(subject, 6, 100 + step), Pass.TRAINING, step);
            DenseMatrix dOutput = Samples.normal(output.getRowDimension(), 6, 200 + step);
            results.add(output);
            results.add(chain.back(dOutput));
            chain.descend(0.01);
        }
        results.addAll(chain.copyOfMemory());
        return results;
    }

    private static void requireSame(List<DenseMatrix> expected, List<DenseMatrix> actual, String what) {
        Require.that(expected.size() == actual.size(), () -> what + ": " + actual.size() + " matrices");
        for (int i = 0; i < expected.size(); i++) {
            Require.sameBits(expected.get(i), actual.get(i), what);
        }
    }

    /** Two equal runs. */
    public void trainsAlike(Subject<LayerSpec> subject) {
        List<DenseMatrix> first = train(subject, chain(subject, 1), 0, 5);
        requireSame(first, train(subject, chain(subject, 1), 0, 5), "what the second of two equal runs gives");
    }

    /** Two layers in turn. */
    public void sharesNothing(Subject<LayerSpec> subject) {
        LayerChain one = chain(subject, 1);
        LayerChain other = chain(subject, 2);
        List<DenseMatrix> results = new ArrayList<>();
        for (int step = 0; step < 4; step++) {
            results = train(subject, one, step, step + 1);
            train(subject, other, step + 10, step + 11);
        }
        LayerChain alone = chain(subject, 1);
        train(subject, alone, 0, 3);
        requireSame(train(subject, alone, 3, 4), results, "what one of two layers in turn gives");
    }

    /** The pass of a gradient check. */
    public void checksWithoutEffects(Subject<LayerSpec> subject) {
        LayerChain chain = chain(subject, 1);
        train(subject, chain, 0, 2);
        List<DenseMatrix> before = chain.copyOfMemory();
        DenseMatrix first = chain.forward(input(subject, 6, 10), Pass.GRADIENT_CHECK, 0);
        DenseMatrix second = chain.forward(input(subject, 6, 10), Pass.GRADIENT_CHECK, 0);
        Require.sameBits(first, second, "the second pass of a gradient check");
        requireSame(before, chain.copyOfMemory(), "a parameter or state after a gradient check");
    }

    /** {@code Σ dA ∘ A} is what is differentiated, with what layers add to the cost of the examples. */
    private static DenseMatrix measured(LayerChain chain, DenseMatrix dOutput) {
        DenseMatrix output = chain.again(Pass.GRADIENT_CHECK, 0);
        DenseMatrix products = output.copy();
        for (int i = 0; i < products.values().length; i++) {
            products.values()[i] *= dOutput.values()[i];
        }
        products.values()[0] += output.getColumnDimension() * chain.activityPenalty();
        return products;
    }

    /** Central differences along the input. */
    public void hasItsInputGradient(Subject<LayerSpec> subject) {
        LayerChain chain = chain(subject, 1);
        DenseMatrix x = input(subject, 9, 11);
        DenseMatrix output = chain.forward(x, Pass.GRADIENT_CHECK, 0);
        DenseMatrix dOutput = Samples.normal(output.getRowDimension(), 9, 12);
        DenseMatrix dX = chain.back(dOutput).copy();
        Differences.require(x, dX, H, 1e-7, () -> measured(chain, dOutput));
    }

    /** Central differences along each parameter: gradients are means over the examples. */
    public void hasItsParameterGradients(Subject<LayerSpec> subject) {
        LayerChain chain = chain(subject, 1);
        train(subject, chain, 0, 2);
        DenseMatrix output = chain.forward(input(subject, 9, 13), Pass.GRADIENT_CHECK, 0);
        DenseMatrix dOutput = Samples.normal(output.getRowDimension(), 9, 14);
        chain.back(dOutput);
        for (Parameter parameter : chain.parameters()) {
            DenseMatrix sum = DenseMatrix.copyOf(parameter.gradient().scalarMultiply(9));
            Differences.require(parameter.value(), sum, H, 1e-7, () -> measured(chain, dOutput));
        }
    }

    /** Gradients over others. */
    public void overwritesGradients(Subject<LayerSpec> subject) {
        LayerChain chain = chain(subject, 1);
        DenseMatrix output = chain.forward(input(subject, 6, 15), Pass.GRADIENT_CHECK, 0);
        DenseMatrix dOutput = Samples.normal(output.getRowDimension(), 6, 16);
        List<DenseMatrix> first = gradients(chain, dOutput);
        for (Parameter parameter : chain.parameters()) {
            Arrays.fill(parameter.gradient().values(), 7);
        }
        requireSame(first, gradients(chain, dOutput), "a gradient written over another");
    }

    private static List<DenseMatrix> gradients(LayerChain chain, DenseMatrix dOutput) {
        List<DenseMatrix> gradients = new ArrayList<>();
        gradients.add(chain.back(dOutput).copy());
        chain.parameters()
                .forEach(parameter -> gradients.add(parameter.gradient().copy()));
        return gradients;
    }

    /** The way back reads, and writes gradients alone. */
    public void goesBackWithoutEffects(Subject<LayerSpec> subject) {
        LayerChain chain = chain(subject, 1);
        DenseMatrix output = chain.forward(input(subject, 6, 17), Pass.TRAINING, 0);
        DenseMatrix dOutput = Samples.normal(output.getRowDimension(), 6, 18);
        List<DenseMatrix> buffers = chain.copyOfBuffers();
        List<DenseMatrix> memory = chain.copyOfMemory();
        chain.back(dOutput);
        requireSame(buffers, chain.copyOfBuffers(), "input or output after the way back");
        requireSame(memory, chain.copyOfMemory(), "a parameter or state after the way back");
    }

    /** Batch sizes in turn. */
    public void takesOtherBatches(Subject<LayerSpec> subject) {
        for (int examples : new int[] {3, 1, 40, 6}) {
            LayerChain used = chain(subject, 1);
            DenseMatrix other = used.forward(input(subject, 11, 19), Pass.GRADIENT_CHECK, 0);
            used.back(other);
            DenseMatrix x = input(subject, examples, 20);
            LayerChain fresh = chain(subject, 1);
            DenseMatrix expected = fresh.forward(x, Pass.GRADIENT_CHECK, 0);
            Require.sameBits(expected, used.forward(x, Pass.GRADIENT_CHECK, 0), "a batch of another size");
            Require.sameBits(fresh.back(expected), used.back(expected), "dX of a batch of another size");
        }
    }

    /** What is saved suffices. */
    public void goesOnFromState(Subject<LayerSpec> subject) {
        LayerChain original = chain(subject, 1);
        train(subject, original, 0, 4);
        LayerChain restored = chain(subject, 99);
        List<DenseMatrix> saved = original.copyOfMemory();
        for (int i = 0; i < saved.size(); i++) {
            double[] to = restored.memory().get(i).values();
            System.arraycopy(saved.get(i).values(), 0, to, 0, to.length);
        }
        DenseMatrix x = input(subject, 6, 21);
        Require.sameBits(
                original.forward(x, Pass.INFERENCE, 0),
                restored.forward(x, Pass.INFERENCE, 0),
                "inference of a layer that was saved and loaded");
        requireSame(
                train(subject, original, 4, 7),
                train(subject, restored, 4, 7),
                "the training of a layer that was saved and loaded");
    }

    /** Allocation. */
    public void allocatesNothing(Subject<LayerSpec> subject) {
        LayerChain chain = chain(subject, 1);
        DenseMatrix output = chain.forward(input(subject, 4, 22), Pass.TRAINING, 0);
        chain.back(Samples.normal(output.getRowDimension(), 4, 23));
        long[] step = {0};
        Allocation.requireNone(() -> {
            chain.again(Pass.TRAINING, step[0]++);
            chain.backAgain();
        });
    }
}
