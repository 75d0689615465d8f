package org.layerwise.testkit;

/**
 * A component under test.
 *
 * @param spi its kind, for example {@code Activation.class}
 * @param name the name under which it is registered
 * @param component the component, with the options to test
 */
public record Subject<S>(Class<S> spi, String name, S component) {
    @Override
    public String toString() {
        return name + " " + component;
    }
}
