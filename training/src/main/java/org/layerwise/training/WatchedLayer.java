package org.layerwise.training;

import java.util.Optional;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.network.NetworkLayer;
import org.layerwise.network.Workspace;

/** Watches one layer: its parameters around an update, and its outputs while the training examples are measured. */
final class WatchedLayer {
    private final String name;
    private final Parameter[] parameters;
    private final Optional<UnitHealth> units;
    private final double[][] before;
    private double weights;
    private double gradients;
    private double updates;
    private double outputSquares;
    private long outputs;

    WatchedLayer(NetworkLayer layer) {
        this.name = layer.name();
        this.parameters =
                layer.parameters().stream().filter(Parameter::isTrained).toArray(Parameter[]::new);
        this.units = layer.layers().stream()
                .flatMap(l -> l.activation().stream())
                .flatMap(activation -> UnitHealth.of(activation, layer.outputs()).stream())
                .findFirst();
        this.before = new double[parameters.length][];
        for (int i = 0; i < before.length; i++) {
            before[i] = new double[parameters[i].value().values().length];
        }
    }

    /** Whether there is anything to see: parameters that training changes, or units that may die or saturate. */
    boolean isWorthIt() {
        return parameters.length > 0 || units.isPresent();
    }

    /** Looks at gradients and parameters; allocates nothing. */
    void beforeUpdate() {
        double weightSquares = 0;
        double gradientSquares = 0;
        for (int i = 0; i < parameters.length; i++) {
            double[] value = parameters[i].value().values();
            System.arraycopy(value, 0, before[i], 0, value.length);
            weightSquares += parameters[i].value().sumOfSquares();
            gradientSquares += parameters[i].gradient().sumOfSquares();
        }
        weights = Math.sqrt(weightSquares);
        gradients = Math.sqrt(gradientSquares);
    }

    /** Looks at what the update changed; allocates nothing. */
    void afterUpdate() {
        double sum = 0;
        for (int i = 0; i < parameters.length; i++) {
            sum += squaredDistance(parameters[i].value().values(), before[i]);
        }
        updates = Math.sqrt(sum);
    }

    /** Forgets the outputs of earlier measurements. */
    void beginMeasuring() {
        outputSquares = 0;
        outputs = 0;
        units.ifPresent(UnitHealth::reset);
    }

    /** Takes in the outputs for a chunk of training examples. */
    void measured(Workspace workspace) {
        workspace.outputOf(name).ifPresent(this::measured);
    }

    private void measured(DenseMatrix output) {
        outputSquares += output.sumOfSquares();
        outputs += output.values().length;
        units.ifPresent(u -> u.add(output));
    }

    LayerHealth health() {
        long count = 0;
        for (Parameter parameter : parameters) {
            count += parameter.value().values().length;
        }
        return new LayerHealth(
                name,
                count,
                weights,
                gradients,
                updates,
                Math.sqrt(outputSquares / outputs),
                UnitHealth.dead(units),
                UnitHealth.saturated(units));
    }

    private static double squaredDistance(double[] values, double[] others) {
        double a = 0;
        double b = 0;
        int i = 0;
        for (; i + 1 < values.length; i += 2) {
            double x = values[i] - others[i];
            double y = values[i + 1] - others[i + 1];
            a += x * x;
            b += y * y;
        }
        double last = i < values.length ? values[i] - others[i] : 0;
        return a + b + last * last;
    }
}
