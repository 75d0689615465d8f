package org.example.isru;

import java.util.List;
import java.util.stream.Stream;
import org.layerwise.activations.Activation;
import org.layerwise.testkit.ActivationContract;
import org.layerwise.testkit.Subject;

/** All that Layerwise demands of an activation, with the defaults and with other options. */
class IsruTest extends ActivationContract {
    @Override
    protected Stream<Subject<Activation>> subjects() {
        return registeredBy(IsruPlugin.class, List.of(new Isru(0.2), new Isru(7)));
    }
}
