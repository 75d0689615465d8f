package org.layerwise.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Something about a network that usually keeps it from learning, and what to try.
 *
 * <p>In a deep network whose weights are each a little larger than the identity, what passes through L layers grows like
 * 1.5ᴸ, and with weights a little smaller it shrinks like 0.5ᴸ; gradients on the way back do the same. So the outputs of
 * the last hidden layer are held against those of the first one, and the typical gradient of the first layer against
 * that of the last one: a thousandfold difference is a warning, and so is a gradient a thousand times as large as the
 * parameters.
 *
 * @param kind what is wrong
 * @param layer where, by name; the first of several
 * @param message what was seen and what to try, one line
 */
public record HealthWarning(Kind kind, String layer, String message) {
    /** What may be wrong. */
    public enum Kind {
        /** Gradients on the way back, or outputs on the way forward, shrink to less than a thousandth. */
        VANISHING_GRADIENTS,
        /** Gradients on the way back, or outputs on the way forward, grow beyond the thousandfold, or are so large. */
        EXPLODING_GRADIENTS,
        /** An update changes the parameters of a layer by more than they are large. */
        LARGE_UPDATES,
        /** More than half of the units of hidden layers are 0 for every training example. */
        DEAD_UNITS,
        /** More than half of the outputs of hidden layers are at an end of the activation's range. */
        SATURATION
    }

    private static final double FAR_APART = 1e3;
    private static final double HALF = 0.5;
    /** Between fewer layers a difference says nothing of depth. */
    private static final int DEEP = 3;

    /** So many layers are named in one warning. */
    private static final int SHOWN = 4;

    /** Everything that looks unhealthy in a record. */
    static List<HealthWarning> in(HealthRecord record) {
        List<HealthWarning> warnings = new ArrayList<>();
        List<LayerHealth> trained =
                record.layers().stream().filter(layer -> layer.parameters() > 0).toList();
        gradients(trained).ifPresent(warnings::add);
        if (record.epoch() > 0) { // the very first steps from tiny weights are large rightly
            trained.stream()
                    .filter(layer -> layer.updateRatio() > 1)
                    .map(HealthWarning::largeUpdates)
                    .forEach(warnings::add);
        }
        List<LayerHealth> hidden =
                record.layers().subList(0, Math.max(0, record.layers().size() - 1));
        units(hidden, LayerHealth::dead).map(HealthWarning::deadUnits).ifPresent(warnings::add);
        units(hidden, LayerHealth::saturated).map(HealthWarning::saturation).ifPresent(warnings::add);
        return warnings;
    }

    /** At most one warning: of one layer's, else of what depth does to them. */
    private static Optional<HealthWarning> gradients(List<LayerHealth> trained) {
        Optional<LayerHealth> huge =
                trained.stream().filter(HealthWarning::isHuge).findFirst();
        if (huge.isPresent()) {
            return huge.map(HealthWarning::hugeGradients);
        }
        return trained.size() >= DEEP ? depth(trained) : Optional.empty();
    }

    private static boolean isHuge(LayerHealth layer) {
        return layer.gradients() > FAR_APART * Math.max(1, layer.weights());
    }

    private static HealthWarning hugeGradients(LayerHealth layer) {
        return new HealthWarning(
                Kind.EXPLODING_GRADIENTS,
                layer.layer(),
                "exploding gradients: the gradient of " + layer.layer() + " has the norm " + number(layer.gradients())
                        + ", its parameters " + number(layer.weights()) + "; try smaller initial weights (he_normal,"
                        + " xavier_normal), gradient_clipping, a lower learning_rate, or standardized features and"
                        + " targets");
    }

    /** Of the gradients, else of the outputs, which go the same way. */
    private static Optional<HealthWarning> depth(List<LayerHealth> trained) {
        LayerHealth first = trained.get(0);
        LayerHealth last = trained.get(trained.size() - 1);
        LayerHealth hidden = trained.get(trained.size() - 2);
        Way back = new Way(
                "a typical gradient", last, first, last.typicalGradient(), first.typicalGradient(), trained.size() - 1);
        Way forth = new Way(
                "a typical output", first, hidden, first.activations(), hidden.activations(), trained.size() - 2);
        return (back.isFar() ? back : forth).warning(first.layer());
    }

    /** What something has become on its way through the layers. */
    private record Way(String what, LayerHealth from, LayerHealth to, double before, double after, int layers) {
        private static final String VANISHING = "a little below the identity; try initializer he_normal (relu) or"
                + " xavier_normal (tanh), relu instead of sigmoid or tanh, batch_norm, or fewer layers";
        private static final String EXPLODING = "a little above the identity; try smaller initial weights (he_normal,"
                + " xavier_normal), gradient_clipping, a lower learning_rate, or batch_norm";

        double ratio() {
            return after / before;
        }

        boolean isFar() {
            return (ratio() < 1 / FAR_APART && ratio() > 0) || ratio() > FAR_APART;
        }

        Optional<HealthWarning> warning(String layer) {
            if (!isFar()) {
                return Optional.empty();
            }
            boolean vanishing = ratio() < 1;
            return Optional.of(new HealthWarning(
                    vanishing ? Kind.VANISHING_GRADIENTS : Kind.EXPLODING_GRADIENTS,
                    layer,
                    (vanishing ? "vanishing" : "exploding") + " gradients: " + what + " is " + number(before) + " in "
                            + from.layer() + " but " + number(after) + " in " + to.layer() + ", "
                            + number(Math.pow(ratio(), 1.0 / layers))
                            + " times as large with each layer, as with weights "
                            + (vanishing ? VANISHING : EXPLODING)));
        }
    }

    private static HealthWarning largeUpdates(LayerHealth layer) {
        return new HealthWarning(
                Kind.LARGE_UPDATES,
                layer.layer(),
                "large updates: one step moves the parameters of " + layer.layer() + " by " + number(layer.updates())
                        + ", more than their norm " + number(layer.weights())
                        + "; try a lower learning_rate, gradient_clipping, or scaled features");
    }

    private static HealthWarning deadUnits(Where where) {
        return new HealthWarning(
                Kind.DEAD_UNITS,
                where.layer(),
                "dead units: " + where.shares() + " are 0 for every training example and can't learn any more; try a"
                        + " lower learning_rate, initializer he_normal, or leaky_relu");
    }

    private static HealthWarning saturation(Where where) {
        return new HealthWarning(
                Kind.SATURATION,
                where.layer(),
                "saturation: " + where.shares() + " are at an end of the activation's range, where its slope is nearly"
                        + " 0; try smaller initial weights (xavier_normal), standardized features, or relu");
    }

    /** The hidden layers of which more than half of the units or outputs are so; the last layer is meant to be certain. */
    private static Optional<Where> units(List<LayerHealth> hidden, Function<LayerHealth, OptionalDouble> share) {
        List<LayerHealth> affected = hidden.stream()
                .filter(layer -> share.apply(layer).orElse(0) > HALF)
                .toList();
        if (affected.isEmpty()) {
            return Optional.empty();
        }
        String shares = affected.stream()
                .limit(SHOWN)
                .map(layer -> percent(share.apply(layer).orElse(0)) + " of " + layer.layer())
                .collect(Collectors.joining(", "));
        return Optional.of(
                new Where(affected.get(0).layer(), affected.size() > SHOWN ? shares + " and of other layers" : shares));
    }

    private record Where(String layer, String shares) {}

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2g", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
