package org.layerwise.optimizers;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requireNonNegative;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.layerwise.core.Alias;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;

/**
 * Limited-memory BFGS: a quasi-Newton method that learns the curvature from its last steps. It looks at all parameters
 * as one vector w and needs the full batch; one update is one iteration.
 *
 * <pre>{@code
 * s = w − w_before,  y = g − g_before       kept, the last `history` pairs with yᵀs > 1e-10
 * d = −H g                                  H from the pairs (two loops), scaled by yᵀs / yᵀy of the last pair
 * w = w + t d                               t from α (first step: from α min(1, 1/‖g‖₁)) by a line search that meets
 *                                           the strong Wolfe conditions: J(t) ≤ J(0) + 1e-4 t J'(0), |J'(t)| ≤ 0.9 |J'(0)|
 * }</pre>
 *
 * <p>Shapes: any. State: the pairs, the last gradient, direction and step. Where J would change by less than 1e-9 along d, or all
 * gradients are at most {@code tolerance}, the parameters stay where they are; a NaN spreads.
 * <p>An {@link Optimizer.Updater} sees one parameter and no cost: it takes t = α without a line search, as PyTorch does
 * by default. The trainer uses the search over all parameters.
 * <p>Source: Nocedal, Wright, "Numerical optimization", 2006, algorithms 7.4, 3.5 and 3.6; PyTorch's {@code LBFGS} with
 * {@code strong_wolfe} and {@code max_iter=1}.
 * <p>Differs from: PyTorch, which makes up to 20 iterations in one step and keeps 100 pairs.
 *
 * @param learningRate α, where the line search begins; default 1
 * @param history how many pairs are kept, at least 1; default 10
 * @param maxEvaluations most costs that one line search looks at, at least 1; default 25
 * @param tolerance largest gradient at which nothing is changed, at least 0; default 1e-7
 */
public record Lbfgs(
        @Alias("lr") LearningRateSchedule learningRate,
        @Alias("history_size") int history,
        int maxEvaluations,
        @Alias("tolerance_grad") double tolerance)
        implements Optimizer {
    /** With α = 1. */
    public Lbfgs() {
        this(1);
    }

    /** With 10 pairs. */
    public Lbfgs(double learningRate) {
        this(new ConstantRate(learningRate), 10, 25, 1e-7);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public Lbfgs {
        require(history >= 1, "history", history, ">= 1");
        require(maxEvaluations >= 1, "max_evaluations", maxEvaluations, ">= 1");
        requireNonNegative("tolerance", tolerance);
    }

    @Override
    public Updater updaterFor(Parameter parameter) {
        Curvature curvature = new Curvature(List.of(parameter), history);
        return new States.Of(curvature.state(), (step, rate) -> {
            if (!(curvature.largestGradient() <= tolerance) && !(curvature.turn() >= -StrongWolfe.TINY)) {
                double t = curvature.firstStep(rate);
                curvature.moveTo(t);
                curvature.keep(t);
            }
        });
    }

    @Override
    public Optional<Search> searchOver(List<Parameter> parameters) {
        Curvature curvature = new Curvature(parameters, history);
        StrongWolfe lineSearch = new StrongWolfe(maxEvaluations);
        return Optional.of(new Search() {
            @Override
            public void update(long step, double rate, double cost, DoubleSupplier elsewhere) {
                if (!(curvature.largestGradient() <= tolerance)) {
                    double slope = curvature.turn();
                    if (!(slope >= -StrongWolfe.TINY)) {
                        double t = lineSearch.step(curvature, curvature.firstStep(rate), cost, slope, elsewhere);
                        curvature.moveTo(t);
                        curvature.keep(t);
                    }
                }
            }

            @Override
            public List<DenseMatrix> state() {
                return curvature.state();
            }
        });
    }
}
