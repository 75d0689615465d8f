package org.layerwise.optimizers;

import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;

/** What {@link Lbfgs} knows of the cost's curvature: the last steps, and the changes of the gradient along them. */
final class Curvature {
    private static final double LEAST_CURVATURE = 1e-10;
    /** The places in {@link #numbers}: pairs kept, place of the next one, the last step along d, 1 after an update. */
    private static final int KEPT = 0;

    private static final int NEXT = 1;
    private static final int STEP = 2;
    private static final int MOVED = 3;

    private final List<Parameter> parameters;
    private final int history;
    private final int size;
    private final DenseMatrix steps;
    private final DenseMatrix changes;
    private final DenseMatrix direction;
    private final DenseMatrix gradient;
    private final DenseMatrix numbers = new DenseMatrix(1, 4);
    private final double[] start;
    private final double[] factors;

    Curvature(List<Parameter> parameters, int history) {
        this.parameters = List.copyOf(parameters);
        this.history = history;
        this.size = parameters.stream().mapToInt(p -> p.value().values().length).sum();
        this.steps = new DenseMatrix(history, size);
        this.changes = new DenseMatrix(history, size);
        this.direction = new DenseMatrix(1, size);
        this.gradient = new DenseMatrix(1, size);
        this.start = new double[size];
        this.factors = new double[history];
    }

    List<DenseMatrix> state() {
        return List.of(steps, changes, direction, gradient, numbers);
    }

    double largestGradient() {
        double largest = 0;
        for (int k = 0; k < parameters.size(); k++) {
            for (double value : parameters.get(k).gradient().values()) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }

    /** Takes in the gradient here, chooses the direction, and says how the cost changes along it: {@code gᵀd}. */
    double turn() {
        if (numbers.values()[MOVED] == 1) {
            learn();
        }
        gather(true, gradient.values());
        gather(false, start);
        numbers.values()[MOVED] = 0;
        choose();
        return dot(gradient.values(), 0, direction.values(), 0);
    }

    /** {@code α}, before anything is known of the curvature {@code α min(1, 1/‖g‖₁)}. */
    double firstStep(double rate) {
        if (numbers.values()[STEP] != 0) {
            return rate;
        }
        double sum = 0;
        for (double value : gradient.values()) {
            sum += Math.abs(value);
        }
        return Math.min(1, 1 / sum) * rate;
    }

    /** The parameters' distance from the start becomes t d. */
    void moveTo(double t) {
        double[] d = direction.values();
        int i = 0;
        for (int k = 0; k < parameters.size(); k++) {
            double[] w = parameters.get(k).value().values();
            for (int j = 0; j < w.length; j++, i++) {
                w[j] = start[i] + t * d[i];
            }
        }
    }

    /** How the cost changes along the direction, by the parameters' present gradients. */
    double slope() {
        double[] d = direction.values();
        double sum = 0;
        int i = 0;
        for (int k = 0; k < parameters.size(); k++) {
            for (double g : parameters.get(k).gradient().values()) {
                sum += g * d[i++];
            }
        }
        return sum;
    }

    /** The largest entry of the direction. */
    double largestMove() {
        double largest = 0;
        for (double value : direction.values()) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Remembers that the parameters went t along the direction. */
    void keep(double t) {
        numbers.values()[STEP] = t;
        numbers.values()[MOVED] = 1;
    }

    /** The pair of the last step, in the place of the oldest, where the curvature along it is positive. */
    private void learn() {
        double[] state = numbers.values();
        int to = ((int) state[NEXT]) * size;
        double[] s = steps.values();
        double[] y = changes.values();
        // Into the place of the oldest pair only when the pair is sound: until then it is in `start`.
        gather(true, start);
        double along = 0;
        for (int i = 0; i < size; i++) {
            along +=
                    (start[i] - gradient.values()[i]) * (state[STEP] * direction.values()[i]);
        }
        if (along > LEAST_CURVATURE) {
            for (int i = 0; i < size; i++) {
                s[to + i] = state[STEP] * direction.values()[i];
                y[to + i] = start[i] - gradient.values()[i];
            }
            state[KEPT] = Math.min(history, state[KEPT] + 1);
            state[NEXT] = (state[NEXT] + 1) % history;
        }
    }

    /** {@code d = −H g}, newest pair first, then back. */
    private void choose() {
        double[] d = direction.values();
        for (int i = 0; i < size; i++) {
            d[i] = -gradient.values()[i];
        }
        int kept = (int) numbers.values()[KEPT];
        if (kept == 0) {
            return;
        }
        for (int age = 1; age <= kept; age++) {
            int at = place(age);
            factors[age - 1] = dot(steps.values(), at, d, 0) / curvature(at);
            add(-factors[age - 1], changes.values(), at, d);
        }
        int newest = place(1);
        double scale = curvature(newest) / dot(changes.values(), newest, changes.values(), newest);
        for (int i = 0; i < size; i++) {
            d[i] *= scale;
        }
        for (int age = kept; age >= 1; age--) {
            int at = place(age);
            double back = dot(changes.values(), at, d, 0) / curvature(at);
            add(factors[age - 1] - back, steps.values(), at, d);
        }
    }

    /** Where the pair of so many steps ago begins; 1 is the newest. */
    private int place(int age) {
        return Math.floorMod((int) numbers.values()[NEXT] - age, history) * size;
    }

    private double curvature(int at) {
        return dot(steps.values(), at, changes.values(), at);
    }

    private double dot(double[] a, int aFrom, double[] b, int bFrom) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += a[aFrom + i] * b[bFrom + i];
        }
        return sum;
    }

    private void add(double factor, double[] a, int from, double[] to) {
        for (int i = 0; i < size; i++) {
            to[i] += factor * a[from + i];
        }
    }

    private void gather(boolean gradients, double[] to) {
        int i = 0;
        for (int k = 0; k < parameters.size(); k++) {
            Parameter parameter = parameters.get(k);
            double[] from = (gradients ? parameter.gradient() : parameter.value()).values();
            System.arraycopy(from, 0, to, i, from.length);
            i += from.length;
        }
    }
}
