package org.layerwise.testkit;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.layerwise.core.Plugin;
import org.layerwise.core.Registry;
import org.layerwise.testkit.internal.ComponentChecks;

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
     * @param instances components with other options; those that have no defaults must be among them
     */
    protected final Stream<Subject<S>> registeredBy(Class<? extends Plugin> plugin, List<? extends S> instances) {
        Registry registry = Registry.load();
        return registry.all(spi).entrySet().stream()
                .filter(named -> registry.origin(spi, named.getKey())
                        .filter(origin -> origin.plugin().equals(plugin.getName()))
                        .isPresent())
                .flatMap(named -> subjectsOf(named.getKey(), named.getValue(), instances).stream());
    }

    private List<Subject<S>> subjectsOf(String name, Class<? extends S> component, List<? extends S> instances) {
        List<Subject<S>> subjects = new ArrayList<>();
        withDefaults(component).ifPresent(made -> subjects.add(new Subject<>(spi, name, made)));
        for (S instance : instances) {
            if (instance.getClass() == component) {
                subjects.add(new Subject<>(spi, name, instance));
            }
        }
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException(name + " has no constructor without arguments; give an instance of it");
        }
        return subjects;
    }

    private Optional<S> withDefaults(Class<? extends S> component) {
        try {
            Constructor<? extends S> shortest = component.getConstructor();
            return Optional.of(shortest.newInstance());
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(component.getName() + " cannot be made with its defaults", e);
        }
    }
}
