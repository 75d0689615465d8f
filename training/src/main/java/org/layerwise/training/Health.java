package org.layerwise.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Parameter;
import org.layerwise.network.Network;
import org.layerwise.network.NetworkLayer;
import org.layerwise.network.Workspace;

/**
 * Watches the layers of a network: the last update of a logged epoch, and the training examples as they are measured at
 * its end. It only reads, so training ends in the same bits with it; what it needs is allocated here.
 */
final class Health {
    private final List<Watched> watched = new ArrayList<>();
    private boolean hasUpdate;

    Health(Network network) {
        for (NetworkLayer layer : network.layers()) {
            Watched one = new Watched(layer);
            if (one.parameters.length > 0 || one.units.isPresent()) {
                watched.add(one);
            }
        }
    }

    /** Looks at gradients and parameters; allocates nothing. */
    void beforeUpdate() {
        for (int i = 0; i < watched.size(); i++) {
            watched.get(i).beforeUpdate();
        }
    }

    /** Looks at what the update changed; allocates nothing. */
    void afterUpdate() {
        for (int i = 0; i < watched.size(); i++) {
            watched.get(i).afterUpdate();
        }
        hasUpdate = true;
    }

    /** Forgets the units of earlier measurements. */
    void beginMeasuring() {
        watched.forEach(Watched::beginMeasuring);
    }

    /** Takes in a chunk of training examples after their forward pass. */
    void measured(Workspace workspace) {
        for (Watched layer : watched) {
            workspace.outputOf(layer.name).ifPresent(layer::measured);
        }
    }

    /** What was seen since the last record; empty where the epoch's last update was not looked at. */
    Optional<HealthRecord> take(long epoch, long step) {
        if (!hasUpdate) {
            return Optional.empty();
        }
        hasUpdate = false;
        return Optional.of(new HealthRecord(
                epoch, step, watched.stream().map(Watched::health).toList()));
    }

    /** One layer. */
    private static final class Watched {
        final String name;
        final Parameter[] parameters;
        final Optional<UnitHealth> units;
        private final double[][] before;
        private double weights;
        private double gradients;
        private double updates;
        private double outputSquares;
        private long outputs;

        Watched(NetworkLayer layer) {
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

        void afterUpdate() {
            double sum = 0;
            for (int i = 0; i < parameters.length; i++) {
                sum += squaredDistance(parameters[i].value().values(), before[i]);
            }
            updates = Math.sqrt(sum);
        }

        void beginMeasuring() {
            outputSquares = 0;
            outputs = 0;
            units.ifPresent(UnitHealth::reset);
        }

        void measured(DenseMatrix output) {
            outputSquares += output.sumOfSquares();
            outputs += output.values().length;
            units.ifPresent(u -> u.add(output));
        }

        LayerHealth health() {
            long count = 0;
            for (Parameter parameter : parameters) {
                DenseMatrix value = parameter.value();
                count += value.values().length;
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
}
