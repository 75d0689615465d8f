package org.layerwise.testkit.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.layerwise.core.OptionException;
import org.layerwise.testkit.Subject;

/** Tries a component with numbers that hardly any option takes, and reads what it says of them. */
final class OptionRanges {
    private static final double[] LADDER = {
        -1e300, -1e9, -10, -2, -1.5, -1, -0.5, -1e-9, 0, 1e-9, 0.25, 0.5, 0.999, 1, 1.5, 2, 3, 10, 1e9, 1e300
    };
    private static final Pattern MESSAGE = Pattern.compile("(?s)([a-z][a-z0-9_]*) must be (.+), got (.+)");
    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?)";
    private static final Pattern BOUND = Pattern.compile("(>=|>|<=|<) " + NUMBER);
    private static final Pattern INTERVAL = Pattern.compile("in ([\\[(])" + NUMBER + ", " + NUMBER + "([\\])])");

    private OptionRanges() {}

    /** A number that was tried, and what was said where it was refused. */
    private record Trial(String option, Object given, Optional<OptionException> refusal) {
        /** What the option must be, where the refusal is of this option. */
        Optional<String> range() {
            return refusal.map(e -> MESSAGE.matcher(String.valueOf(e.getMessage())))
                    .filter(Matcher::matches)
                    .filter(message -> message.group(1).equals(option))
                    .map(message -> message.group(2));
        }

        double number() {
            return ((Number) given).doubleValue();
        }
    }

    /** Fails if an option takes this number. */
    static void requireRefused(Subject<?> subject, double bad) throws ReflectiveOperationException {
        RecordComponent[] options = OptionValues.of(subject);
        for (int i = 0; i < options.length; i++) {
            if (numberType(options[i]).equals(Optional.of(Double.class))) {
                Trial trial = attempt(subject, i, bad);
                Require.that(trial.refusal().isPresent(), () -> "accepts " + bad + " as " + trial.option());
                requireMessage(subject, trial);
            }
        }
    }

    /** Every refusal names an option, says what it must be, and what was given. */
    static void messages(Subject<?> subject) throws ReflectiveOperationException {
        for (Trial trial : trials(subject)) {
            if (trial.refusal().isPresent()) {
                requireMessage(subject, trial);
            }
        }
    }

    private static void requireMessage(Subject<?> subject, Trial trial) {
        OptionException refusal = trial.refusal().orElseThrow();
        String text = String.valueOf(refusal.getMessage());
        Matcher message = MESSAGE.matcher(text);
        if (!message.matches() && namesSeveral(subject, text)) {
            return; // two options that do not go together: there is no range to say
        }
        Require.that(
                message.matches(),
                () -> "the message '" + text + "' should read '" + trial.option() + " must be …, got " + trial.given()
                        + "'");
        Require.that(
                message.group(1).equals(refusal.option()),
                () -> "the message '" + text + "' is about another option than " + refusal.option());
        List<String> names = Arrays.stream(OptionValues.of(subject))
                .map(OptionValues::nameOf)
                .toList();
        Require.that(
                names.contains(refusal.option()),
                () -> "the message '" + text + "' names '" + refusal.option() + "', which is none of " + names);
        if (trial.option().equals(refusal.option())) {
            Require.that(
                    message.group(3).contains(String.valueOf(trial.given())),
                    () -> "the message '" + text + "' does not say that it got " + trial.given());
        }
    }

    private static boolean namesSeveral(Subject<?> subject, String text) {
        List<String> words = List.of(text.split("[^a-z0-9_]+"));
        return Arrays.stream(OptionValues.of(subject))
                        .map(OptionValues::nameOf)
                        .filter(words::contains)
                        .count()
                > 1;
    }

    /** What is refused lies outside of the range that the message gives, and what is taken lies within. */
    static void agree(Subject<?> subject) throws ReflectiveOperationException {
        List<Trial> trials = trials(subject);
        for (Trial refused : trials) {
            Optional<DoublePredicate> range = refused.range().flatMap(OptionRanges::parse);
            if (range.isPresent()) {
                String said = refused.option() + " must be " + refused.range().orElseThrow();
                Require.that(
                        !range.get().test(refused.number()), () -> "refuses " + refused.given() + " though " + said);
                for (Trial other : trials) {
                    if (other.option().equals(refused.option())
                            && other.refusal().isEmpty()) {
                        Require.that(
                                range.get().test(other.number()), () -> "takes " + other.given() + " though " + said);
                    }
                }
            }
        }
    }

    private static Optional<DoublePredicate> parse(String range) {
        Matcher bound = BOUND.matcher(range);
        if (bound.matches()) {
            double limit = Double.parseDouble(bound.group(2));
            return Optional.of(
                    switch (bound.group(1)) {
                        case ">" -> x -> x > limit;
                        case ">=" -> x -> x >= limit;
                        case "<" -> x -> x < limit;
                        default -> x -> x <= limit;
                    });
        }
        Matcher interval = INTERVAL.matcher(range);
        if (interval.matches()) {
            double low = Double.parseDouble(interval.group(2));
            double high = Double.parseDouble(interval.group(3));
            boolean withLow = interval.group(1).equals("[");
            boolean withHigh = interval.group(4).equals("]");
            return Optional.of(x -> (withLow ? x >= low : x > low) && (withHigh ? x <= high : x < high));
        }
        return Optional.empty();
    }

    private static List<Trial> trials(Subject<?> subject) throws ReflectiveOperationException {
        List<Trial> trials = new ArrayList<>();
        RecordComponent[] options = OptionValues.of(subject);
        for (int i = 0; i < options.length; i++) {
            if (numberType(options[i]).isPresent()) {
                for (double number : LADDER) {
                    trials.add(attempt(subject, i, number));
                }
            }
        }
        return trials;
    }

    private static Trial attempt(Subject<?> subject, int index, double number) throws ReflectiveOperationException {
        RecordComponent option = OptionValues.of(subject)[index];
        Object given = convert(number, numberType(option).orElseThrow());
        Object[] values = OptionValues.values(subject);
        values[index] = option.getType() == Optional.class ? Optional.of(given) : given;
        String name = OptionValues.nameOf(option);
        try {
            OptionValues.canonical(subject).newInstance(values);
            return new Trial(name, given, Optional.empty());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof OptionException refusal) {
                return new Trial(name, given, Optional.of(refusal));
            }
            throw new AssertionError(
                    given + " as " + name + " should be refused with an OptionException, not with " + e.getCause(),
                    e.getCause());
        }
    }

    private static Object convert(double number, Class<?> type) {
        if (type == Double.class) {
            return number;
        }
        return type == Integer.class ? (Object) (int) number : (Object) (long) number;
    }

    /** Double, Integer or Long where the option is a number or may hold one. */
    private static Optional<Class<?>> numberType(RecordComponent option) {
        if (option.getType() == Optional.class && option.getGenericType() instanceof ParameterizedType type) {
            return List.<Class<?>>of(Double.class, Integer.class, Long.class).stream()
                    .filter(boxed -> boxed == type.getActualTypeArguments()[0])
                    .findFirst();
        }
        if (option.getType() == double.class) {
            return Optional.of(Double.class);
        }
        if (option.getType() == int.class) {
            return Optional.of(Integer.class);
        }
        return option.getType() == long.class ? Optional.of(Long.class) : Optional.empty();
    }
}
