package org.layerwise.experiment.internal.run;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
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
        MapBinder<ComponentName, Class<?>> catalogue =
                MapBinder.newMapBinder(binder(), TypeLiteral.get(ComponentName.class), new TypeLiteral<Class<?>>() {});
        for (Class<?> kind : registry.kinds()) {
            registry.all(kind)
                    .forEach((name, component) ->
                            catalogue.addBinding(new ComponentName(kind, name)).toInstance(component));
        }
    }
}
