package org.layerwise.experiment.internal.binding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.Texts;
import org.layerwise.experiment.internal.yaml.ScalarNode;

/** Reads scalars by the type that is wanted. */
final class Scalars {
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[-+]?\\.?(?:inf|infinity|nan)");
    private static final Map<String, String> NEAR_BOOLEANS = Map.of(
            "yes", "true", "on", "true", "y", "true", "no", "false", "off", "false", "n", "false", "1", "true", "0",
            "false");

    private final Problems problems;

    Scalars(Problems problems) {
        this.problems = problems;
    }

    static boolean isNumber(ScalarNode scalar) {
        return !scalar.isQuoted()
                && (DECIMAL.matcher(scalar.text()).matches()
                        || NOT_FINITE.matcher(scalar.text()).matches());
    }

    /** What the type is called in messages. */
    static String nameOf(Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        return type == boolean.class || type == Boolean.class ? "true or false" : "a text";
    }

    /** The scalar there; a list, a map or nothing is a mistake. */
    Optional<ScalarNode> scalar(Spot spot, String expected) {
        if (!(spot.node() instanceof ScalarNode scalar)) {
            problems.add(spot.place(), spot.path(), spot.node().describe() + " stands here; expected " + expected);
            return Optional.empty();
        }
        if (scalar.isNothing()) {
            problems.add(spot.place(), spot.path(), "no value stands here; expected " + expected);
            return Optional.empty();
        }
        return Optional.of(scalar);
    }

    Optional<String> text(Spot spot) {
        return scalar(spot, "a text").map(ScalarNode::text);
    }

    Optional<Boolean> bool(Spot spot) {
        Optional<ScalarNode> scalar = scalar(spot, "true or false");
        String text = scalar.map(ScalarNode::text).orElse("");
        boolean quoted = scalar.map(ScalarNode::isQuoted).orElse(false);
        if (!quoted && (text.equals("true") || text.equals("false"))) {
            return Optional.of(text.equals("true"));
        }
        if (scalar.isPresent()) {
            String lower = text.toLowerCase(Locale.ROOT);
            String near = NEAR_BOOLEANS.getOrDefault(lower, lower);
            String hint = Texts.suggest(near, List.of("true", "false"), "expected");
            refuse(spot, Texts.quote(text) + " is no boolean", "expected true or false, without quotes; " + hint);
        }
        return Optional.empty();
    }

    Optional<Integer> integer(Spot spot) {
        return number(spot, "a whole number", WHOLE, Integer::valueOf);
    }

    Optional<Long> longInteger(Spot spot) {
        return number(spot, "a whole number", WHOLE, Long::valueOf);
    }

    Optional<Double> decimal(Spot spot) {
        return number(spot, "a number", DECIMAL, text -> {
            double value = Double.parseDouble(text);
            boolean vanished = value == 0 && text.split("[eE]")[0].chars().anyMatch(c -> c >= '1' && c <= '9');
            if (Double.isInfinite(value) || vanished) {
                throw new NumberFormatException();
            }
            return value;
        });
    }

    private <T> Optional<T> number(Spot spot, String expected, Pattern form, Function<String, T> parse) {
        Optional<ScalarNode> scalar = scalar(spot, expected);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        String text = scalar.get().text();
        if (scalar.get().isQuoted()) {
            refuse(spot, Texts.quote(text) + " in quotes is a text", "expected " + expected + ", without quotes");
        } else if (NOT_FINITE.matcher(text).matches()) {
            refuse(spot, Texts.quote(text) + " is not finite", "expected " + expected);
        } else if (!form.matcher(text).matches()) {
            refuse(spot, Texts.quote(text) + " is not " + expected, "expected " + expected);
        } else {
            try {
                return Optional.of(parse.apply(text));
            } catch (NumberFormatException e) {
                refuse(
                        spot,
                        Texts.quote(text) + " is out of range",
                        "expected " + expected + " that the type can hold");
            }
        }
        return Optional.empty();
    }

    Optional<Object> enumeration(Spot spot, Class<?> type) {
        List<String> names = Names.ofConstants(type);
        Optional<ScalarNode> scalar = scalar(spot, "one of " + Texts.list(names));
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        int index = names.indexOf(scalar.get().text());
        if (index < 0) {
            refuse(
                    spot,
                    Texts.quote(scalar.get().text()) + " is not known here",
                    "expected one of " + Texts.list(names)
                            + Texts.nearest(scalar.get().text(), names)
                                    .map(near -> "; did you mean " + Texts.quote(near) + "?")
                                    .orElse(""));
            return Optional.empty();
        }
        return Optional.of(type.getEnumConstants()[index]);
    }

    private void refuse(Spot spot, String wrong, String expected) {
        problems.add(spot.place(), spot.path(), wrong + "; " + expected);
    }
}
