package org.example.isru;

import org.layerwise.activations.Activation;
import org.layerwise.core.Plugin;

/** Makes {@code isru} a word that experiment files can say. */
public final class IsruPlugin implements Plugin {
    @Override
    public void register(Registrar registrar) {
        registrar.add(Activation.class, "isru", Isru.class);
    }
}
