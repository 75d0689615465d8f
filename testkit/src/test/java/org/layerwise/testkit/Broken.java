package org.layerwise.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

/** Holds a kit to finding what is broken on purpose, and to saying why. */
final class Broken {
    private Broken() {}

    /** The check of this name must fail for this reason. */
    static <S> void assertFound(Contract<S> contract, Class<S> spi, S broken, String name, String reason) {
        List<Check<S>> found = contract.checks().stream()
                .filter(check -> check.name().equals(name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        assertThatThrownBy(() -> found.get(0).verify(new Subject<>(spi, "broken", broken)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(reason);
    }
}
