package org.layerwise.experiment.internal.binding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.layerwise.core.OptionException;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.Texts;
import org.layerwise.experiment.internal.yaml.ListNode;
import org.layerwise.experiment.internal.yaml.MapNode;
import org.layerwise.experiment.internal.yaml.ScalarNode;

/** The making of one record from the keys of a map; what is wrong with them is all reported. */
final class RecordBinding {
    private final Binder binder;
    private final Problems problems;
    private final RecordShape shape;
    private final Spot spot;
    private final String name;
    private final @Nullable Object[] values;
    private final Map<Option, Spot> given = new HashMap<>();
    private final Set<String> misspelt = new HashSet<>();
    private boolean sound = true;

    /** @param name what messages call the record, {@code dense} */
    RecordBinding(Binder binder, Problems problems, RecordShape shape, Spot spot, String name) {
        this.binder = binder;
        this.problems = problems;
        this.shape = shape;
        this.spot = spot;
        this.name = name;
        this.values = new Object[shape.options().size()];
    }

    /**
     * Makes it; empty where something is wrong.
     *
     * @param others keys that somebody else reads, named in the list of what is expected
     */
    Optional<Object> bind(MapNode map, Set<String> others) {
        for (MapNode.Entry entry : map.entries().values()) {
            shape.find(entry.key()).ifPresentOrElse(o -> read(o, entry), () -> unknown(entry, others));
        }
        boolean complete = hasRequired();
        Optional<Object> made = complete ? create() : Optional.empty();
        return sound ? made : Optional.empty();
    }

    /** Whether every required option has a value; says of those that nobody gives that they are missing. */
    private boolean hasRequired() {
        boolean complete = true;
        for (Option option : shape.requiredOptions()) {
            sound &= given.containsKey(option);
            if (!given.containsKey(option) && !misspelt.contains(option.name())) {
                wrong(spot, option.name() + " is missing; expected " + option.name() + ", which " + name + " needs");
            }
            complete &= values[option.index()] != null;
        }
        return complete;
    }

    private void read(Option option, MapNode.Entry entry) {
        Spot value = listed(option, spot.child(entry));
        Spot earlier = given.get(option);
        if (earlier != null && !isOverride(value) && !isOverride(earlier)) {
            sound = false;
            problems.add(
                    entry.keyAt(),
                    value.path(),
                    Texts.quote(entry.key()) + " gives " + option.name()
                            + " a second time; expected it once, as in line "
                            + earlier.place().line());
            return;
        }
        if (earlier == null || isOverride(value)) {
            given.put(option, value);
            Optional<Object> bound = binder.bind(option.type(), value);
            bound.ifPresentOrElse(v -> values[option.index()] = v, () -> sound = false);
        }
    }

    private static Spot listed(Option option, Spot value) {
        boolean single = value.node() instanceof ScalarNode scalar && !scalar.isNothing();
        return single && option.arity() == Option.Arity.ONE_OR_MORE
                ? value.with(new ListNode(value.node().at(), List.of(value.node())))
                : value;
    }

    private static boolean isOverride(Spot spot) {
        return spot.place().source().label().startsWith("--set ");
    }

    private void unknown(MapNode.Entry entry, Set<String> others) {
        sound = false;
        List<String> known = new ArrayList<>(shape.names());
        known.addAll(others);
        Texts.nearest(entry.key(), known).ifPresent(misspelt::add);
        String what = spot.path().isEmpty() ? "key" : "option of " + name;
        problems.add(
                entry.keyAt(),
                spot.child(entry).path(),
                Texts.quote(entry.key()) + " is no " + what + "; "
                        + Texts.suggest(entry.key(), known, "expected one of"));
    }

    /** Leaves out, one after the other, the options that the constructor refuses, so that all are reported. */
    private Optional<Object> create() {
        Set<Option> refused = new HashSet<>();
        while (true) {
            try {
                Object made = shape.create(values);
                return refused.isEmpty() ? Optional.of(made) : Optional.empty();
            } catch (RuntimeException e) {
                Optional<Option> culprit = culprit(e);
                wrong(culprit.map(given::get).orElse(spot), message(e));
                boolean canGoOn = culprit.isPresent()
                        && refused.add(culprit.get())
                        && !shape.requiredOptions().contains(culprit.get());
                if (!canGoOn) {
                    return Optional.empty();
                }
                values[culprit.get().index()] = null;
            }
        }
    }

    /** The given option that an exception speaks of. */
    private Optional<Option> culprit(RuntimeException e) {
        if (e instanceof OptionException option) {
            return shape.find(option.option()).filter(given::containsKey);
        }
        String first = String.valueOf(e.getMessage()).split("[^A-Za-z0-9_]", 2)[0];
        return shape.find(Names.snake(first)).filter(given::containsKey);
    }

    private String message(RuntimeException e) {
        String said = e.getMessage();
        return e instanceof IllegalArgumentException && said != null
                ? said
                : name + " can't be made: " + e + "; expected other options, or a mistake in "
                        + shape.type().getName();
    }

    private void wrong(Spot where, String message) {
        sound = false;
        problems.add(where.place(), where.path(), message);
    }
}
