package org.layerwise.gradcheck.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.layerwise.core.Parameter;
import org.layerwise.gradcheck.GradientCheck;
import org.layerwise.gradcheck.GradientReport;
import org.layerwise.gradcheck.Verdict;

/** One run of a {@link GradientCheck}. */
public final class Comparison {
    private static final Comparator<Component> WORST_FIRST =
            Comparator.comparingDouble(Component::distance).reversed();
    private static final int BATCH = 64;
    private static final int AT_LEAST = 20;

    private final GradientCheck options;
    private final DoubleSupplier cost;
    private final long parameterCount;
    private final List<Component> components;

    /** Chooses the components. */
    public Comparison(GradientCheck options, DoubleSupplier cost, List<Parameter> parameters) {
        this.options = options;
        this.cost = cost;
        this.parameterCount =
                parameters.stream().mapToLong(p -> p.value().values().length).sum();
        this.components = choose(parameters);
    }

    /** Measures, refines where that is needed, and reports. */
    public GradientReport report() {
        double atCentre = cost.getAsDouble();
        for (Component component : components) {
            component.approximation = probe(component, atCentre).central(options.epsilon());
        }
        if (Verdict.of(difference()) != Verdict.RIGHT) {
            refine(atCentre);
        }
        components.sort(WORST_FIRST);
        List<Component> kinks = components.stream().filter(c -> c.kink).toList();
        return new GradientReport(
                difference(),
                components.size(),
                parameterCount,
                components.stream()
                        .filter(c -> !c.kink)
                        .limit(options.worst())
                        .map(Component::discrepancy)
                        .toList(),
                kinks.stream().limit(options.worst()).map(Component::asKink).toList(),
                kinks.size());
    }

    /**
     * The worst first, until the difference is small or refining no longer helps against a gradient that is wrong: kinks
     * that are found help, though the difference of the others stays what it was.
     */
    private void refine(double atCentre) {
        components.sort(WORST_FIRST);
        double scale = norm(false) / Math.sqrt(components.size());
        double before = difference();
        for (int i = 0; i < components.size(); i++) {
            Component component = components.get(i);
            component.refine(probe(component, atCentre), scale);
            if ((i + 1) % BATCH == 0) {
                double now = difference();
                boolean kinks =
                        components.subList(i + 1 - BATCH, i + 1).stream().anyMatch(c -> c.kink);
                boolean hopeless = Verdict.of(now) == Verdict.WRONG && now > 0.9 * before && !kinks;
                if (hopeless || Verdict.of(now) == Verdict.RIGHT) {
                    return;
                }
                before = now;
            }
        }
    }

    private List<Component> choose(List<Parameter> parameters) {
        List<Component> chosen = new ArrayList<>();
        for (Parameter parameter : parameters) {
            long size = parameter.value().values().length;
            long share = Math.max(AT_LEAST, size * options.limit() / Math.max(1, parameterCount));
            long count = parameterCount <= options.limit() ? size : Math.min(size, share);
            for (long k = 0; k < count; k++) {
                chosen.add(new Component(parameter, (int) (k * size / count)));
            }
        }
        return chosen;
    }

    private Probe probe(Component component, double atCentre) {
        return new Probe(cost, atCentre, component.parameter(), component.index());
    }

    private double difference() {
        double sum = 0;
        for (Component component : components) {
            sum += component.kink ? 0 : component.distance() * component.distance();
        }
        double norms = norm(true) + norm(false);
        return sum == 0 ? 0 : Math.sqrt(sum) / norms;
    }

    private double norm(boolean approximated) {
        double sum = 0;
        for (Component component : components) {
            double value = approximated ? component.approximation : component.gradient;
            sum += component.kink ? 0 : value * value;
        }
        return Math.sqrt(sum);
    }
}
