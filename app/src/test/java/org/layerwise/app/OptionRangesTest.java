package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.layerwise.core.OptionException;
import org.layerwise.core.RecordCopy;
import org.layerwise.core.Registry;
import org.layerwise.experiment.ExperimentException;
import org.layerwise.experiment.Problem;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.binding.Binder;
import org.layerwise.experiment.internal.binding.Spot;
import org.layerwise.experiment.internal.codecs.Codecs;
import org.layerwise.experiment.internal.yaml.Node;
import org.layerwise.experiment.internal.yaml.Source;
import org.layerwise.experiment.internal.yaml.YamlReader;

/**
 * Whatever is registered says of an option out of range which option it is, what it must be, and what was given: in
 * Java, and in a file with its place too.
 */
class OptionRangesTest {
    private static final List<Object> NOT_FINITE =
            List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    private static final List<Object> NUMBERS = List.of(-1.0, 0.0, 1.0, 2.0, -1e300, 1e300);
    private static final List<Object> INTEGERS = List.of(-1, 0, Integer.MIN_VALUE);
    private static final List<Object> LONGS = List.of(-1L, 0L, Long.MIN_VALUE);

    private final Registry registry = Registry.load();

    /** One option of a component, with the rest of what it is made of. */
    private record Case(Class<?> spi, String name, Class<?> type, Object sample, RecordComponent option) {
        @Override
        public String toString() {
            return Kind.of(spi).singular() + " " + name + ", " + optionName();
        }

        String optionName() {
            return ComponentOption.snakeCase(option.getName());
        }

        /** Makes it with another value: what it throws. */
        Optional<Throwable> with(Object value) {
            try {
                RecordCopy.of(sample, (other, old) -> other.getName().equals(option.getName()) ? value : old);
                return Optional.empty();
            } catch (RuntimeException refused) {
                return Optional.of(refused);
            } catch (LinkageError e) {
                return Optional.of(e.getCause() == null ? e : e.getCause());
            }
        }

        /** What stands in a file. */
        String yaml(Object value, Registry registry) {
            List<String> options = new ArrayList<>(List.of("type: " + name));
            OptionProbe probe = new OptionProbe(type, registry);
            for (RecordComponent component : type.getRecordComponents()) {
                String key = ComponentOption.snakeCase(component.getName());
                if (component.getName().equals(option.getName())) {
                    options.add(key + ": " + value);
                } else if (probe.required().contains(component.getName())) {
                    options.add(key + ": " + ComponentOption.shown(RecordCopy.valueOf(component, sample), registry));
                }
            }
            return String.join("\n", options) + "\n";
        }
    }

    private Stream<Case> cases(Class<?>... optionTypes) {
        return Kind.in(registry).values().stream()
                .flatMap(kind -> registry.all(kind.spi()).entrySet().stream()
                        .flatMap(named -> Arrays.stream(named.getValue().getRecordComponents())
                                .filter(option -> List.of(optionTypes).contains(option.getType()))
                                .map(option -> new Case(
                                        kind.spi(),
                                        named.getKey(),
                                        named.getValue(),
                                        new OptionProbe(named.getValue(), registry)
                                                .sample()
                                                .orElseThrow(() -> new AssertionError("no sample of " + named)),
                                        option))));
    }

    @TestFactory
    Stream<DynamicTest> inJavaNaNAndInfinityAreRefused() {
        return cases(double.class)
                .map(option -> DynamicTest.dynamicTest(
                        option.toString(),
                        () -> NOT_FINITE.forEach(bad -> assertThat(option.with(bad))
                                .as("%s = %s", option, bad)
                                .hasValueSatisfying(thrown -> assertSaysAll(thrown, option, bad)))));
    }

    @TestFactory
    Stream<DynamicTest> inJavaARefusalSaysOptionRangeAndValue() {
        return cases(double.class, int.class, long.class)
                .map(option -> DynamicTest.dynamicTest(
                        option.toString(),
                        () -> candidates(option)
                                .forEach(value ->
                                        option.with(value).ifPresent(thrown -> assertSaysAll(thrown, option, value)))));
    }

    @TestFactory
    Stream<DynamicTest> inAFileTheSameIsSaidWithItsPlace() {
        return cases(double.class, int.class, long.class)
                .map(option -> DynamicTest.dynamicTest(
                        option.toString(),
                        () -> candidates(option)
                                .forEach(value ->
                                        option.with(value).ifPresent(thrown -> assertPlaced(thrown, option, value)))));
    }

    private static List<Object> candidates(Case option) {
        Class<?> type = option.option().getType();
        return type == double.class ? NUMBERS : type == int.class ? INTEGERS : LONGS;
    }

    private static void assertSaysAll(Throwable thrown, Case option, Object value) {
        assertThat(thrown).as("%s = %s", option, value).isInstanceOf(OptionException.class);
        assertThat(thrown.getMessage()).as("%s = %s", option, value).matches("(?s)[a-z][a-z0-9_]* must be .+, got .+");
        assertThat(Arrays.stream(option.type().getRecordComponents()).map(c -> ComponentOption.snakeCase(c.getName())))
                .as("%s = %s: %s", option, value, thrown.getMessage())
                .contains(((OptionException) thrown).option());
    }

    private void assertPlaced(Throwable thrown, Case option, Object value) {
        Problems problems = new Problems();
        String text = option.yaml(value, registry);
        Node node = YamlReader.parse(Source.of("file.yaml", text), text, problems, "")
                .orElseThrow();
        new Binder(registry, problems, Codecs.all()).bind(option.spi(), Spot.root(node));
        List<Problem> found = catchThrowableOfType(ExperimentException.class, problems::throwIfAny)
                .problems();

        assertThat(found).as("%s = %s", option, value).isNotEmpty();
        assertThat(found).as("%s = %s", option, value).anySatisfy(problem -> {
            assertThat(problem.message()).isEqualTo(thrown.getMessage());
            assertThat(problem.line()).isPositive();
        });
    }
}
