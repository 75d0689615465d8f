package org.layerwise.experiment.internal.run;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.layerwise.core.Registry;

/** The catalogue of all components, by kind and name, for whoever is injected. */
public final class CatalogueModule extends AbstractModule {
    private final Registry registry;

    /** @param registry what the plugins brought */
    public CatalogueModule(Registry registry) {
        this.registry = registry;
    }

    @Override
    protected void configure() {
        bind(Registry.class).toInstance(registry);
    }

    /** Made when somebody asks: a binding for each of hundreds of components takes a tenth of a second at the start. */
    @Provides
    @Singleton
    Map<ComponentName, Class<?>> catalogue() {
        Map<ComponentName, Class<?>> catalogue = new LinkedHashMap<>();
        for (Class<?> kind : registry.kinds()) {
            registry.all(kind).forEach((name, component) -> catalogue.put(new ComponentName(kind, name), component));
        }
        return Collections.unmodifiableMap(catalogue);
    }
}
