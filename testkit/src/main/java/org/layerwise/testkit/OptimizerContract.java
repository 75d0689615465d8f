package org.layerwise.testkit;

import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.optimizers.Optimizer;
import org.layerwise.testkit.internal.Allocation;
import org.layerwise.testkit.internal.Require;
import org.layerwise.testkit.internal.Samples;

/** The contract of optimizers and their updaters. */
public abstract class OptimizerContract extends Contract<Optimizer> {
    /** For subclasses. */
    protected OptimizerContract() {
        super(
                Optimizer.class,
                List.of(
                        new Check<>("takes every shape", OptimizerContract::takesEveryShape),
                        new Check<>("has a learning rate", OptimizerContract::hasALearningRate),
                        new Check<>("leaves the gradient unchanged", OptimizerContract::leavesTheGradient),
                        new Check<>("steps against the gradient first", OptimizerContract::stepsDown),
                        new Check<>("comes closer to a minimum", OptimizerContract::descends),
                        new Check<>("does nothing with a rate of zero", OptimizerContract::restsAtRateZero),
                        new Check<>("stays finite where the gradient is zero", OptimizerContract::survivesZeros),
                        new Check<>("stays finite with huge and tiny gradients", OptimizerContract::survivesExtremes),
                        new Check<>("does not hide NaN", OptimizerContract::passesNanOn),
                        new Check<>("gives the same bits for the same gradients", OptimizerContract::isPure),
                        new Check<>("gives the same bits in several threads", OptimizerContract::isThreadSafe),
                        new Check<>("keeps parameters apart", OptimizerContract::keepsParametersApart),
                        new Check<>("lists the same state each time", OptimizerContract::listsItsState),
                        new Check<>("goes on from saved state with the same bits", OptimizerContract::goesOnFromState),
                        new Check<>("allocates nothing once warmed up", OptimizerContract::allocatesNothing)));
    }

    /** A parameter with its updater, fed with the gradients of fixed seeds. */
    private static final class Training {
        final Optimizer optimizer;
        final Parameter parameter;
        final Optimizer.Updater updater;

        Training(Optimizer optimizer, DenseMatrix start) {
            this.optimizer = optimizer;
            this.parameter = Parameter.of("W", start.copy());
            this.updater = optimizer.updaterFor(parameter);
        }

        void step(long step, DenseMatrix gradient) {
            System.arraycopy(gradient.values(), 0, parameter.gradient().values(), 0, gradient.values().length);
            updater.update(step, optimizer.learningRate().at(step));
        }

        DenseMatrix run(int from, int to) {
            DenseMatrix w = parameter.value();
            for (int step = from; step < to; step++) {
                step(step, Samples.normal(w.getRowDimension(), w.getColumnDimension(), 1000 + step));
            }
            return w;
        }
    }

    private static Training training(Subject<Optimizer> subject, int rows, int columns) {
        return new Training(subject.component(), Samples.normal(rows, columns, 1));
    }

    private static void takesEveryShape(Subject<Optimizer> subject) {
        Samples.ofEveryShape().forEach(start -> {
            Training training = new Training(subject.component(), start);
            Require.finite(training.run(0, 3), "a parameter of " + start.shape() + " after three steps");
        });
    }

    private static void hasALearningRate(Subject<Optimizer> subject) {
        double rate = subject.component().learningRate().at(0);
        Require.that(rate > 0 && Double.isFinite(rate), () -> "the first learning rate is " + rate);
    }

    private static void leavesTheGradient(Subject<Optimizer> subject) {
        Training training = training(subject, 4, 6);
        for (int step = 0; step < 5; step++) {
            training.step(step, Samples.normal(4, 6, step));
            Require.sameBits(Samples.normal(4, 6, step), training.parameter.gradient(), "the gradient after a step");
        }
    }

    private static void stepsDown(Subject<Optimizer> subject) {
        Training training = new Training(subject.component(), new DenseMatrix(4, 6));
        DenseMatrix gradient = Samples.normal(4, 6, 2);
        training.step(0, gradient);
        for (int i = 0; i < 24; i++) {
            double g = gradient.values()[i];
            double w = training.parameter.value().values()[i];
            Require.that(w * g < 0, () -> "a weight of 0 with the gradient " + g + " moves to " + w);
        }
    }

    private static void descends(Subject<Optimizer> subject) {
        Training training = training(subject, 4, 6);
        double before = distance(training.parameter.value());
        for (int step = 0; step < 300; step++) {
            training.step(step, training.parameter.value().copy());
        }
        double after = distance(training.parameter.value());
        Require.that(after < before, () -> "after 300 steps W²/2 went from " + before + " to " + after);
    }

    private static double distance(DenseMatrix w) {
        double sum = 0;
        for (double value : w.values()) {
            sum += value * value / 2;
        }
        return sum;
    }

    private static void restsAtRateZero(Subject<Optimizer> subject) {
        Training training = training(subject, 4, 6);
        System.arraycopy(
                Samples.normal(4, 6, 3).values(),
                0,
                training.parameter.gradient().values(),
                0,
                24);
        training.updater.update(0, 0);
        Require.sameBits(Samples.normal(4, 6, 1), training.parameter.value(), "the weights after a step of rate 0");
    }

    private static void survivesZeros(Subject<Optimizer> subject) {
        Training training = training(subject, 4, 6);
        for (int step = 0; step < 5; step++) {
            training.step(step, new DenseMatrix(4, 6));
        }
        Require.finite(training.run(5, 8), "a parameter whose first gradients were zero");
    }

    private static void survivesExtremes(Subject<Optimizer> subject) {
        Training training = training(subject, 1, 6);
        double[] extremes = {1e100, -1e100, 1e-100, -1e-200, Double.MIN_VALUE, -1e-310};
        for (int step = 0; step < 4; step++) {
            training.step(step, DenseMatrix.wrap(1, 6, extremes.clone()));
        }
        Require.finite(training.run(4, 7), "a parameter after gradients from 5e-324 to 1e100");
    }

    private static void passesNanOn(Subject<Optimizer> subject) {
        Training training = training(subject, 1, 3);
        training.run(0, 2);
        training.step(2, DenseMatrix.wrap(1, 3, new double[] {1, Double.NaN, 1}));
        double[] w = training.parameter.value().values();
        Require.that(Double.isNaN(w[1]), () -> "a NaN in the gradient leaves the weight " + w[1]);
        if (subject.component().searchOver(List.of()).isEmpty()) {
            boolean together = subject.component().searchOver(List.of()).isPresent();
            Require.that(
                    together || (!Double.isNaN(w[0]) && !Double.isNaN(w[2])), () -> "a NaN spreads to other weights");
        }
    }

    private static void isPure(Subject<Optimizer> subject) {
        DenseMatrix first = training(subject, 4, 6).run(0, 10);
        training(subject, 3, 3).run(0, 4);
        Require.sameBits(first, training(subject, 4, 6).run(0, 10), "the weights of the second of two equal runs");
    }

    private static void isThreadSafe(Subject<Optimizer> subject) throws Exception {
        DenseMatrix expected = training(subject, 10, 20).run(0, 10);
        for (DenseMatrix result :
                Samples.inThreads(() -> training(subject, 10, 20).run(0, 10))) {
            Require.sameBits(expected, result, "the weights of runs in several threads");
        }
    }

    private static void keepsParametersApart(Subject<Optimizer> subject) {
        Training one = training(subject, 4, 6);
        Training other = new Training(subject.component(), Samples.normal(4, 6, 9));
        for (int step = 0; step < 6; step++) {
            one.run(step, step + 1);
            other.step(step, Samples.normal(4, 6, 50 + step));
        }
        Require.sameBits(training(subject, 4, 6).run(0, 6), one.parameter.value(), "one of two parameters in turn");
    }

    private static void listsItsState(Subject<Optimizer> subject) {
        Training training = training(subject, 4, 6);
        List<DenseMatrix> before = training.updater.state();
        training.run(0, 3);
        List<DenseMatrix> after = training.updater.state();
        Require.that(
                before.size() == after.size(),
                () -> "it has " + before.size() + " matrices of state, then " + after.size());
        for (int i = 0; i < before.size(); i++) {
            int at = i;
            Require.that(
                    before.get(i).values() == after.get(i).values(),
                    () -> "matrix " + at + " of its state is another object later");
            Require.finite(after.get(i), "its state");
        }
    }

    private static void goesOnFromState(Subject<Optimizer> subject) {
        Training original = training(subject, 4, 6);
        original.run(0, 7);
        Training restored = new Training(subject.component(), original.parameter.value());
        List<DenseMatrix> saved =
                original.updater.state().stream().map(DenseMatrix::copy).toList();
        for (int i = 0; i < saved.size(); i++) {
            DenseMatrix to = restored.updater.state().get(i);
            System.arraycopy(saved.get(i).values(), 0, to.values(), 0, to.values().length);
        }
        for (int step = 7; step < 12; step++) {
            Require.sameBits(
                    original.run(step, step + 1),
                    restored.run(step, step + 1),
                    "the weights after step " + step + ", restored after step 7");
        }
    }

    private static void allocatesNothing(Subject<Optimizer> subject) {
        Training training = training(subject, 3, 4);
        training.run(0, 1);
        double rate = training.optimizer.learningRate().at(1);
        long[] step = {1};
        Allocation.requireNone(() -> training.updater.update(step[0]++, rate));
    }
}
