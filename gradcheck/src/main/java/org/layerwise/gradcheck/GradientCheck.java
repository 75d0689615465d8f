package org.layerwise.gradcheck;

import static org.layerwise.core.Options.require;
import static org.layerwise.core.Options.requirePositive;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.gradcheck.internal.Comparison;
import org.layerwise.network.Network;
import org.layerwise.network.Workspace;

/**
 * Compares a gradient with finite differences of the function it belongs to.
 *
 * <pre>{@code
 * approx_i   = (J(θ + ε e_i) − J(θ − ε e_i)) / 2ε
 * difference = ‖approx − grad‖ / (‖approx‖ + ‖grad‖)
 * }</pre>
 *
 * <p>All parameters are one vector θ. Where the difference is above 1e-7, the components that differ most are measured
 * again with extrapolated differences of larger steps, since rounding alone, about {@code 1e-16 |J| / ε}, can reach
 * that; and at each it is asked whether the function has a kink there.
 *
 * <p>Source: Ng, "Improving Deep Neural Networks", week 1; extrapolation as in Ridders, "Accurate computation of F'(x)
 * and F'(x) F''(x)", 1982.
 *
 * @param epsilon ε, > 0; default 1e-7
 * @param limit how many parameters at most, taken evenly from each matrix, at least 1; default 10000
 * @param worst how many discrepancies a report holds, at least 1; default 10
 */
public record GradientCheck(double epsilon, int limit, int worst) {
    /** As in the course. */
    public GradientCheck() {
        this(1e-7);
    }

    /** With this ε. */
    public GradientCheck(double epsilon) {
        this(epsilon, 10_000, 10);
    }

    /** @throws org.layerwise.core.OptionException if an option is out of range */
    public GradientCheck {
        requirePositive("epsilon", epsilon);
        require(limit >= 1, "limit", limit, ">= 1");
        require(worst >= 1, "worst", worst, ">= 1");
    }

    /**
     * Checks the gradient of any function.
     *
     * @param function f; it is handed one matrix that changes from call to call, and must not keep or change it
     * @param at x; left as it is
     * @param gradient what is to be proved, of the shape of x
     * @throws org.layerwise.core.ShapeException if the two have different shapes
     */
    public GradientReport check(ToDoubleFunction<DenseMatrix> function, DenseMatrix at, DenseMatrix gradient) {
        DenseMatrix point = at.copy();
        return compare(() -> function.applyAsDouble(point), List.of(new Parameter("x", point, gradient)));
    }

    /**
     * Checks the gradients of all parameters of a network on these examples: penalty included, noise off. The
     * parameters are left as they are, their gradients hold what was proved.
     *
     * @param x of shape (inputs, examples)
     * @param y of shape (outputs, examples)
     * @throws org.layerwise.core.ShapeException if x or y do not fit the network
     */
    public GradientReport check(Network network, DenseMatrix x, DenseMatrix y) {
        Workspace workspace = network.workspace(x.getColumnDimension());
        workspace.input().setSubMatrix(x.getData(), 0, 0);
        workspace.target().setSubMatrix(y.getData(), 0, 0);
        return check(network, workspace);
    }

    /** Checks a network on the examples of a workspace, with their weights. */
    public GradientReport check(Network network, Workspace workspace) {
        network.costAndGradientsWithoutNoise(workspace);
        return compare(() -> network.costWithoutNoise(workspace), network.parameters());
    }

    /**
     * Compares gradients that somebody computed with differences of a cost.
     *
     * @param cost J at the parameters' present values
     * @param parameters all that J depends on, with the gradients to prove; values are changed and put back
     */
    public GradientReport compare(DoubleSupplier cost, List<Parameter> parameters) {
        return new Comparison(this, cost, parameters).report();
    }
}
