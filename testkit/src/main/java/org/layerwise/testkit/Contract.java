package org.layerwise.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.layerwise.core.Plugin;
import org.layerwise.core.Registry;
import org.layerwise.testkit.internal.ComponentChecks;
import org.layerwise.testkit.internal.Examples;

/**
 * The contract of one kind of component. Authors extend the class of their kind, which extends this one.
 *
 * @param <S> the kind
 */
public abstract class Contract<S> {
    private final Class<S> spi;
    private final List<Check<S>> checks;

    /** For the contracts of this module; {@code checks} are the demands of this kind alone, the first one its use. */
    protected Contract(Class<S> spi, List<Check<S>> checks) {
        this.spi = spi;
        this.checks = Stream.concat(ComponentChecks.all(checks.get(0)).stream(), checks.stream())
                .toList();
    }

    /** The components to test; most authors return {@link #registeredBy}. */
    protected abstract Stream<Subject<S>> subjects();

    /** What is demanded of each component. */
    public final List<Check<S>> checks() {
        return checks;
    }

    /** One test for each component and demand. */
    @TestFactory
    protected final Stream<DynamicContainer> keepsTheContract() {
        return subjects()
                .map(subject -> DynamicContainer.dynamicContainer(
                        subject.toString(),
                        checks.stream()
                                .map(check -> DynamicTest.dynamicTest(check.name(), () -> check.verify(subject)))));
    }

    /**
     * Every component of this kind that a plugin registers: with its defaults, and as each of the given instances.
     *
     * @param plugin the plugin, which {@link java.util.ServiceLoader} must find
     * @param instances components with other options. One that has required options is made with numbers that many take;
     *     where none of these is taken, or the component needs a file, an instance must be here
     */
    protected final Stream<Subject<S>> registeredBy(Class<? extends Plugin> plugin, List<? extends S> instances) {
        Registry registry = Registry.load();
        return registry.all(spi).entrySet().stream()
                .filter(named -> registry.origin(spi, named.getKey())
                        .filter(origin -> origin.plugin().equals(plugin.getName()))
                        .isPresent())
                .flatMap(named -> subjectsOf(registry, named.getKey(), named.getValue(), instances).stream());
    }

    private List<Subject<S>> subjectsOf(
            Registry registry, String name, Class<? extends S> component, List<? extends S> instances) {
        List<Subject<S>> subjects = new ArrayList<>();
        for (S instance : instances) {
            if (instance.getClass() == component) {
                subjects.add(new Subject<>(spi, name, instance));
            }
        }
        if (subjects.isEmpty() || hasDefaults(component)) {
            Optional<S> example = new Examples(registry).of(component);
            example.ifPresent(made -> subjects.add(0, new Subject<>(spi, name, made)));
        }
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException(name + " can't be made without options; give an instance of it");
        }
        return subjects;
    }

    private static boolean hasDefaults(Class<?> component) {
        return Arrays.stream(component.getConstructors()).anyMatch(c -> c.getParameterCount() == 0);
    }
}
