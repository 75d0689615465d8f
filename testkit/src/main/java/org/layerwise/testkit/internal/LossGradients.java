package org.layerwise.testkit.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.layerwise.activations.Activation;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Registry;
import org.layerwise.network.Loss;
import org.layerwise.testkit.Subject;
import org.layerwise.testkit.internal.LossSamples.Pair;

/** The checks of a loss's gradient, alone and together with an activation. */
public final class LossGradients {
    private static final double H = 1e-6;

    private final LossSamples samples;

    /** Checks on these samples. */
    public LossGradients(LossSamples samples) {
        this.samples = samples;
    }

    /** Central differences of the losses. */
    public void hasItsGradient(Subject<Loss> subject) {
        for (int outputs : LossSamples.outputs(subject.component())) {
            Pair pair = samples.pair(subject.component(), outputs, 13, 20);
            DenseMatrix gradient = LossChecks.gradient(subject.component(), pair);
            Differences.require(
                    pair.prediction(), gradient, H, 2e-7, () -> LossChecks.values(subject.component(), pair));
        }
    }

    /** A small step against the gradient makes no example worse. */
    public void fallsAlongItsGradient(Subject<Loss> subject) {
        Pair pair = samples.pair(subject.component(), 3, 50, 21);
        DenseMatrix before = LossChecks.values(subject.component(), pair);
        DenseMatrix gradient = LossChecks.gradient(subject.component(), pair);
        double[] p = pair.prediction().values();
        for (int i = 0; i < p.length; i++) {
            p[i] -= 1e-7 * gradient.values()[i];
        }
        DenseMatrix after = LossChecks.values(subject.component(), pair);
        for (int j = 0; j < 50; j++) {
            double was = before.getEntry(0, j);
            double is = after.getEntry(0, j);
            Require.that(
                    is <= was + 1e-13 * Math.abs(was),
                    () -> "a step against the gradient raises a loss " + was + " to " + is);
        }
    }

    /** A loss together with one of the installed activations. */
    private record Joined(String name, Activation activation, Loss.Fused fused) {
        DenseMatrix activate(DenseMatrix z) {
            DenseMatrix a = Samples.unwritten(z);
            activation.apply(z, a);
            return a;
        }

        DenseMatrix values(DenseMatrix z, DenseMatrix target) {
            DenseMatrix losses = Samples.unwritten(new DenseMatrix(1, z.getColumnDimension()));
            fused.values(z, activate(z), target, losses);
            return losses;
        }

        DenseMatrix gradient(DenseMatrix z, DenseMatrix target) {
            DenseMatrix dZ = Samples.unwritten(z);
            fused.gradient(z, activate(z), target, dZ);
            return dZ;
        }
    }

    private static List<Joined> joined(Loss loss) throws ReflectiveOperationException {
        List<Joined> found = new ArrayList<>();
        for (var named : Registry.load().all(Activation.class).entrySet()) {
            if (Arrays.stream(named.getValue().getConstructors()).anyMatch(c -> c.getParameterCount() == 0)) {
                Activation activation = named.getValue().getConstructor().newInstance();
                loss.fusedWith(activation).ifPresent(fused -> found.add(new Joined(named.getKey(), activation, fused)));
            }
        }
        return found;
    }

    private DenseMatrix target(Loss loss, int examples) {
        return samples.pair(loss, 3, examples, 22).target();
    }

    /** Fused against the two apart. */
    public void fusedAgrees(Subject<Loss> subject) throws ReflectiveOperationException {
        Loss loss = subject.component();
        for (Joined joined : joined(loss)) {
            DenseMatrix z = Samples.normal(3, 15, 23);
            Pair pair = new Pair(joined.activate(z), target(loss, 15));
            Require.close(
                    LossChecks.values(loss, pair),
                    joined.values(z, pair.target()),
                    1e-9,
                    "the loss together with " + joined.name());
            DenseMatrix dZ = Samples.unwritten(z);
            joined.activation().backpropagate(z, pair.prediction(), LossChecks.gradient(loss, pair), dZ);
            Require.close(dZ, joined.gradient(z, pair.target()), 1e-9, "dZ together with " + joined.name());
        }
    }

    /** Central differences of the fused losses. */
    public void fusedGradient(Subject<Loss> subject) throws ReflectiveOperationException {
        for (Joined joined : joined(subject.component())) {
            DenseMatrix z = Samples.normal(3, 15, 24);
            DenseMatrix target = target(subject.component(), 15);
            DenseMatrix dZ = joined.gradient(z, target);
            Differences.require(z, dZ, H, 2e-7, () -> joined.values(z, target));
        }
    }

    /** Pre-activations up to the largest double. */
    public void fusedIsFinite(Subject<Loss> subject) throws ReflectiveOperationException {
        for (Joined joined : joined(subject.component())) {
            DenseMatrix row = Samples.extremes();
            int m = row.getColumnDimension();
            DenseMatrix z = new DenseMatrix(3, m);
            for (int j = 0; j < m; j++) {
                z.setEntry(0, j, row.getEntry(0, j));
                z.setEntry(1, j, row.getEntry(0, m - 1 - j));
                z.setEntry(2, j, j % 2 == 0 ? 0 : row.getEntry(0, j));
            }
            DenseMatrix target = target(subject.component(), m);
            Require.noNan(joined.values(z, target), "the loss together with " + joined.name() + " of a finite Z");
            Require.finite(joined.gradient(z, target), "dZ together with " + joined.name() + " of a finite Z");
        }
    }

    /** Values and gradient in one call. */
    public void fusedBoth(Subject<Loss> subject) throws ReflectiveOperationException {
        for (Joined joined : joined(subject.component())) {
            DenseMatrix z = Samples.normal(3, 15, 25);
            DenseMatrix target = target(subject.component(), 15);
            DenseMatrix losses = Samples.unwritten(new DenseMatrix(1, 15));
            DenseMatrix dZ = Samples.unwritten(z);
            DenseMatrix a = joined.fused().activates() ? Samples.unwritten(z) : joined.activate(z);
            joined.fused().valuesAndGradient(z, a, target, losses, dZ);
            Require.sameBits(joined.activate(z), a, "A after both at once with " + joined.name());
            Require.sameBits(joined.values(z, target), losses, "the losses of both at once with " + joined.name());
            Require.sameBits(joined.gradient(z, target), dZ, "dZ of both at once with " + joined.name());
        }
    }

    /** Inputs of the fused form. */
    public void fusedLeavesItsInput(Subject<Loss> subject) throws ReflectiveOperationException {
        for (Joined joined : joined(subject.component())) {
            DenseMatrix z = Samples.normal(3, 15, 26);
            DenseMatrix a = joined.activate(z);
            DenseMatrix target = target(subject.component(), 15);
            joined.fused().valuesAndGradient(z, a, target, new DenseMatrix(1, 15), new DenseMatrix(3, 15));
            Require.sameBits(Samples.normal(3, 15, 26), z, "Z afterwards");
            Require.sameBits(joined.activate(z), a, "A afterwards");
            Require.sameBits(target(subject.component(), 15), target, "the target afterwards");
        }
    }
}
