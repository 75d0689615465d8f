package ${package};

import org.layerwise.activations.Activation;
import org.layerwise.core.Plugin;

/** Makes {@code ${componentName}} a word that experiment files can say. */
public final class ${className}Plugin implements Plugin {
    @Override
    public void register(Registrar registrar) {
        registrar.add(Activation.class, "${componentName}", ${className}.class);
    }
}
