package org.layerwise.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The components that plugins from outside bring: who is at fault when something goes wrong in one of them. */
final class Outsiders {
    private static final String OURS = "org.layerwise.";

    private final List<Component> components;

    /** @param components all that are registered */
    Outsiders(List<Component> components) {
        this.components = components.stream()
                .filter(component -> !component.origin().plugin().startsWith(OURS))
                .toList();
    }

    /** What a component is and where it comes from; empty for one of ours. */
    Optional<String> describe(Class<?> component) {
        return components.stream()
                .filter(known -> known.type() == component)
                .findFirst()
                .map(Component::toString);
    }

    /** What the component is in whose code this was thrown. */
    Optional<String> culprit(Throwable thrown) {
        return chainOf(thrown).stream()
                .flatMap(link -> culpritOf(link).stream())
                .findFirst()
                .map(Component::toString);
    }

    /** Names the plugin whose code threw, or that cannot be linked. */
    Optional<PluginException> blame(Throwable thrown) {
        List<Throwable> chain = chainOf(thrown);
        for (Throwable link : chain) {
            Optional<Component> culprit = culpritOf(link);
            if (culprit.isPresent()) {
                return Optional.of(new PluginException(message(culprit.get(), thrown, link), thrown));
            }
        }
        return Optional.empty();
    }

    /** The innermost cause first: that is where it began. */
    private static List<Throwable> chainOf(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable link = thrown; link != null && seen.add(link); link = link.getCause()) {
            chain.add(0, link);
        }
        return chain;
    }

    private Optional<Component> culpritOf(Throwable link) {
        List<String> classes = Stream.of(link.getStackTrace())
                .map(StackTraceElement::getClassName)
                .toList();
        Optional<Component> inCode = classes.stream()
                .flatMap(name -> components.stream().filter(component -> component.owns(name)))
                .findFirst()
                .or(() -> classes.stream()
                        .flatMap(name -> components.stream().filter(component -> component.isNear(name)))
                        .findFirst());
        return inCode.or(() -> link instanceof LinkageError ? named(link) : Optional.empty());
    }

    /** A method that a plugin lacks is missed in our code; only the message says whose it should be. */
    private Optional<Component> named(Throwable link) {
        String message = String.valueOf(link.getMessage()).replace('/', '.');
        return components.stream()
                .filter(component -> message.contains(component.type().getName()))
                .findFirst();
    }

    private static String message(Component culprit, Throwable thrown, Throwable link) {
        if (link instanceof LinkageError) {
            return culprit + " does not fit this version of Layerwise: " + link
                    + "; build the plugin again with this version, or take one that was";
        }
        String also = thrown == link ? "" : " (" + thrown.getClass().getName() + ")";
        return culprit + " failed: " + link + also;
    }

    /**
     * One registered component.
     *
     * @param type its record
     */
    record Component(Class<?> spi, String name, Class<?> type, Registry.Origin origin) {
        /** Whether this class is the component, or within it. */
        boolean owns(String className) {
            return isWithin(type.getName(), className);
        }

        /** Whether this class is the plugin, or of the component's package: a helper of it. */
        boolean isNear(String className) {
            return isWithin(origin.plugin(), className)
                    || (className.startsWith(type.getPackageName() + ".") && !className.startsWith(OURS));
        }

        private static boolean isWithin(String outer, String className) {
            return className.equals(outer) || className.startsWith(outer + "$");
        }

        @Override
        public String toString() {
            return spi.getSimpleName() + " '" + name + "' (" + type.getName() + ") of plugin " + origin.plugin()
                    + " in " + origin.location();
        }
    }
}
