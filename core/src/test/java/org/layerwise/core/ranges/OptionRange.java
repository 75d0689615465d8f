package org.layerwise.core.ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.layerwise.core.OptionException;

/**
 * An option and its range, for tests of components: the last numbers within must be taken, the first ones beyond be refused
 * with the range.
 *
 * @param component one with sound options
 * @param option its name in experiment files
 * @param range as messages say it: {@code in [0, 1)}, {@code >= 0}, {@code a finite number}
 */
public record OptionRange(Record component, String option, String range) {
    private static final Pattern BOUND = Pattern.compile("(>=?) (\\S+)");
    private static final Pattern INTERVAL = Pattern.compile("in ([\\[(])(\\S+), (\\S+)([\\])])");

    /** Tries the ends of the range, and NaN and infinity. */
    public void verify() throws ReflectiveOperationException {
        double step = numberType() == double.class ? 0 : 1;
        Matcher bound = BOUND.matcher(range);
        Matcher interval = INTERVAL.matcher(range);
        if (bound.matches()) {
            low(Double.parseDouble(bound.group(2)), bound.group(1).equals(">="), step);
        } else if (interval.matches()) {
            low(Double.parseDouble(interval.group(2)), interval.group(1).equals("["), step);
            high(Double.parseDouble(interval.group(3)), interval.group(4).equals("]"));
        } else {
            assertThat(range).isEqualTo("a finite number");
            takes(-Double.MAX_VALUE);
        }
        if (step == 0) {
            DoubleStream.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                    .forEach(this::refuses);
        }
    }

    private void low(double end, boolean within, double step) throws ReflectiveOperationException {
        double beyond = step > 0 ? end - step : Math.nextDown(end);
        double first = step > 0 ? end + step : Math.nextUp(end);
        takes(within ? end : first);
        refuses(within ? beyond : end);
    }

    private void high(double end, boolean within) throws ReflectiveOperationException {
        takes(within ? end : Math.nextDown(end));
        refuses(within ? Math.nextUp(end) : end);
    }

    private void takes(double value) throws ReflectiveOperationException {
        assertThat(with(number(value)).toString()).contains("=" + number(value));
    }

    private void refuses(double value) {
        assertThatThrownBy(() -> with(number(value)))
                .isInstanceOf(OptionException.class)
                .hasMessage(option + " must be " + range + ", got " + number(value));
    }

    private Object number(double value) {
        if (numberType() == double.class) {
            return value;
        }
        return numberType() == int.class ? (Object) (int) value : (Object) (long) value;
    }

    private Class<?> numberType() {
        return Arrays.stream(component.getClass().getRecordComponents())
                .filter(this::isMeant)
                .findFirst()
                .orElseThrow()
                .getType();
    }

    private boolean isMeant(RecordComponent candidate) {
        String name = candidate.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2");
        return name.toLowerCase(Locale.ROOT).equals(option);
    }

    /** The component with another value of the option. */
    private Object with(Object value) throws ReflectiveOperationException {
        RecordComponent[] all = component.getClass().getRecordComponents();
        Class<?>[] types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Object[] values = new Object[all.length];
            for (int i = 0; i < all.length; i++) {
                values[i] = isMeant(all[i]) ? value : all[i].getAccessor().invoke(component);
            }
            return component.getClass().getConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof OptionException refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** The ranges of several options of one component: {@code "beta1 in [0, 1)"}. */
    public static List<OptionRange> of(Record component, String... ranges) {
        return Arrays.stream(ranges)
                .map(text -> text.split(" ", 2))
                .map(parts -> new OptionRange(component, parts[0], parts[1]))
                .toList();
    }
}
